/** Whatever dialog is open, and how it closes. */
import { lazy, Suspense } from "react";
import { WiresDialog } from "../outline/WiresDialog.tsx";
import { NativeOpen, NativeSave } from "../shell/NativeDialogs.tsx";
import { shell } from "../shell/shell.ts";
import type { Dialog } from "../store/editor-state.ts";
import { useEditor, useEditorState } from "../store/use-editor.ts";
import { ChooseFileDialog } from "./ChooseFileDialog.tsx";
import { CommandsDialog } from "./CommandsDialog.tsx";
import { ConflictDialog } from "./ConflictDialog.tsx";
import "./dialogs.css";
import { GuardDialog } from "./GuardDialog.tsx";
import { KeysDialog } from "./KeysDialog.tsx";
import { OpenDialog } from "./OpenDialog.tsx";
import { RecoveryDialog } from "./RecoveryDialog.tsx";
import { SaveDialog } from "./SaveDialog.tsx";
import { SearchDialog } from "./SearchDialog.tsx";

const FromDataDialog = lazy(() =>
  import("../start/FromDataDialog.tsx").then(({ FromDataDialog: dialog }) => ({ default: dialog })),
);

const ReferenceDialog = lazy(() =>
  import("./ReferenceDialog.tsx").then(({ ReferenceDialog: dialog }) => ({ default: dialog })),
);

const BackendsDialog = lazy(() =>
  import("./BackendsDialog.tsx").then(({ BackendsDialog: dialog }) => ({ default: dialog })),
);

/** At most one dialog. */
export function Dialogs() {
  const editor = useEditor();
  const dialog = useEditorState((state) => state.dialog);
  if (!dialog) return null;
  return show(dialog, () => {
    const { dialog: _closed, ...rest } = editor.store.getState();
    editor.store.setState(rest, true);
  });
}

function show(dialog: Dialog, close: () => void) {
  switch (dialog.kind) {
    case "open":
      return shell ? <NativeOpen close={close} shell={shell} /> : <OpenDialog close={close} />;
    case "save":
      return shell ? (
        <NativeSave close={close} after={dialog.after} shell={shell} />
      ) : (
        <SaveDialog close={close} after={dialog.after} />
      );
    case "conflict":
      return <ConflictDialog close={close} after={dialog.after} />;
    case "recovery":
      return <RecoveryDialog close={close} entries={dialog.entries} />;
    case "guard":
      return <GuardDialog close={close} proceed={dialog.proceed} />;
    case "keys":
      return <KeysDialog close={close} />;
    case "backends":
      return (
        <Suspense fallback={null}>
          <BackendsDialog close={close} />
        </Suspense>
      );
    case "commands":
      return <CommandsDialog close={close} />;
    case "reference":
      return (
        <Suspense fallback={null}>
          <ReferenceDialog close={close} type={dialog.type} />
        </Suspense>
      );
    case "chooseFile":
      return <ChooseFileDialog close={close} node={dialog.node} param={dialog.param} />;
    case "fromData":
      return (
        <Suspense fallback={null}>
          <FromDataDialog close={close} dialog={dialog} />
        </Suspense>
      );
    case "wires":
      return <WiresDialog close={close} node={dialog.node} />;
    case "search":
      return <SearchDialog close={close} dialog={dialog} />;
  }
}
