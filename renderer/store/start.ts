/** Brings an editor to life: descriptors, what the address says is open, and the watchers that keep it true. */

import type { Services } from "../../core/service/client/services.ts";
import { rememberedKeys } from "../actions/key-map.ts";
import type { Theme } from "../theme/theme.ts";
import type { Language } from "../words/language.ts";
import { type Place, placeInAddress, rememberPlace } from "./address.ts";
import { watchChecks } from "./check.ts";
import { createEditor, type Editor } from "./editor.ts";
import { openExample, openFile, rejoin } from "./files.ts";
import { watchRuns } from "./run.ts";
import { hearHost, reattach, sendPending } from "./sync.ts";

const firstExample = "adaboost-breast-cancer";
const infoEvery = 5000;

/** An editor that shows something and follows its engine. */
export async function startEditor({
  services,
  language,
  theme,
}: {
  services: Services;
  language: Language;
  theme: Theme;
}): Promise<Editor> {
  const [{ nodes }, host] = await Promise.all([services.engine.describe(), services.host.info()]);
  const editor = createEditor({ services, descriptors: nodes, language, theme, keys: rememberedKeys() });
  editor.store.setState({ host });
  const checker = watchChecks(editor);
  watchRuns(editor, checker.again);
  services.host.subscribe((event) => hearHost(editor, event));
  editor.onDocument = (doc) => rememberPlace({ ...placeInAddress(), doc });
  services.onConnection((connection) => {
    editor.store.setState({ connection });
    if (connection !== "open") return;
    void reattach(editor).then(() => sendPending(editor));
    editor.looks.retry();
    checker.again();
  });
  const ask = () =>
    services.engine.info().then(
      (engine) => editor.store.setState({ engine }),
      () => undefined,
    );
  setInterval(() => {
    if (editor.store.getState().connection === "open" && !document.hidden) void ask();
  }, infoEvery);
  await Promise.all([ask(), openFirst(editor)]);
  checker.again();
  return editor;
}

/**
 * What the address names; else an example, so that nobody begins before an empty page. A document that the host still
 * has is joined without a question, unsaved changes and all; to who begins anew, work that a crash has left is offered.
 */
async function openFirst(editor: Editor): Promise<void> {
  const { file, example, doc } = placeInAddress();
  const place = { ...(file === undefined ? {} : { file }), ...(example === undefined ? {} : { example }) };
  if (doc !== undefined && (await rejoin(editor, doc, place))) return;
  await openNamed(editor, place);
  if (editor.store.getState().dialog) return;
  const { entries } = await editor.services.host.recoverable();
  if (entries.length > 0) editor.store.setState({ dialog: { kind: "recovery", entries } });
}

async function openNamed(editor: Editor, { file, example }: Place): Promise<void> {
  if (file !== undefined && (await openFile(editor, file))) return;
  if (example !== undefined && (await openExample(editor, example))) return;
  if (file !== undefined || example !== undefined) return;
  const { examples } = await editor.services.host.examples();
  const first = examples.find(({ id }) => id === firstExample) ?? examples[0];
  if (first) await openExample(editor, first.id);
}
