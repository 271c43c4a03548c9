/** From a data file to a graph that runs: which file, which target, what is left out. */
import { useState } from "react";
import { DialogFrame } from "../dialogs/Frame.tsx";
import type { Dialog } from "../store/editor-state.ts";
import { ChooseData } from "./ChooseData.tsx";
import { DataChoices } from "./DataChoices.tsx";
import { UploadData } from "./UploadData.tsx";
import { useStartWords } from "./words.ts";
import "./from-data.css";

type Source = { path?: string; file?: File };

/** One stage after the other; nothing is made before the last one is confirmed. */
export function FromDataDialog({
  dialog,
  close,
}: {
  dialog: Extract<Dialog, { kind: "fromData" }>;
  close: () => void;
}) {
  const { s } = useStartWords();
  const [source, setSource] = useState<Source>(dialog);
  const { path, file } = source;
  const name = (path ?? file?.name ?? "").replace(/^.*\//, "");
  return (
    <DialogFrame title={name === "" ? s("data.title") : s("data.titleOf", { name })} close={close} wide>
      {path !== undefined ? (
        <DataChoices path={path} close={close} another={() => setSource({})} />
      ) : file ? (
        <UploadData file={file} done={(where) => setSource({ path: where })} another={() => setSource({})} />
      ) : (
        <ChooseData choose={setSource} />
      )}
    </DialogFrame>
  );
}
