/** Which file: one of the folder, or one from elsewhere on this computer. */
import { HardDriveUpload } from "lucide-react";
import { useRef } from "react";
import type { FileEntry } from "../../core/service/host-service.ts";
import { Answer, useAsked } from "../palette/use-asked.tsx";
import { Button } from "../parts/Button.tsx";
import { DataFileRow } from "../parts/DataFileRow.tsx";
import { FileTree } from "../parts/FileTree.tsx";
import { useEditor, useWords } from "../store/use-editor.ts";
import { useStartWords } from "./words.ts";

export const dataEndings = ".csv,.tsv,.txt,.json,.ndjson,.jsonl,.parquet,.arrow,.arrows,.feather,.ipc";

/** The data files of the folder, newest first. */
export function ChooseData({ choose }: { choose: (source: { path?: string; file?: File }) => void }) {
  const editor = useEditor();
  const { t } = useWords();
  const { s } = useStartWords();
  const input = useRef<HTMLInputElement>(null);
  const asked = useAsked<readonly FileEntry[]>(() =>
    editor.services.host.list().then(({ files }) => files.filter(({ kind }) => kind === "data")),
  );
  return (
    <>
      <div className="from-data-elsewhere">
        <Button onClick={() => input.current?.click()} data-testid="data-elsewhere">
          <HardDriveUpload size={14} aria-hidden />
          {s("data.elsewhere")}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept={dataEndings}
          data-testid="data-file"
          onChange={({ target }) => target.files?.[0] && choose({ file: target.files[0] })}
        />
      </div>
      <div className="dialog-list" data-testid="choose-data">
        <Answer asked={asked} loading={t("files.loading")}>
          {(files) =>
            files.length === 0 ? (
              <p className="empty">{s("data.none")}</p>
            ) : (
              <FileTree files={files} look="dialog-item" testid="data" choose={choose}>
                {(file, name) => <DataFileRow name={name} bytes={file.bytes} />}
              </FileTree>
            )
          }
        </Answer>
      </div>
    </>
  );
}
