/** What was open last, then what else the folder has: newest first, with when it was changed. */
import { Answer, useAsked } from "../palette/use-asked.tsx";
import { openFile } from "../store/files.ts";
import { recentFiles } from "../store/recent.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { dayWords } from "./day-words.ts";
import { latest } from "./order.ts";
import { useStartWords } from "./words.ts";

/** A click opens. */
export function RecentFiles() {
  const editor = useEditor();
  const { t } = useWords();
  const { s, language } = useStartWords();
  const folder = useEditorState((state) => state.host?.folder ?? "");
  const version = useEditorState((state) => state.folderVersion);
  const asked = useAsked(async () => {
    const { files } = await editor.services.host.list();
    return latest(
      files.filter(({ kind }) => kind === "graph"),
      recentFiles(folder),
    );
  }, version);
  return (
    <section className="start-recent" aria-labelledby="start-recent">
      <h3 id="start-recent">{t("open.recent")}</h3>
      <Answer asked={asked} loading={t("files.loading")}>
        {(files) =>
          files.length === 0 ? (
            <p className="start-quiet">{s("recent.none", { folder })}</p>
          ) : (
            <ul>
              {files.map((file) => (
                <li key={file.path}>
                  <button
                    type="button"
                    data-testid={`start-recent-${file.path}`}
                    title={file.path}
                    onClick={() => void openFile(editor, file.path)}
                  >
                    <span className="clip">{file.path.replace(/^.*\//, "").replace(/\.espalier$/, "")}</span>
                    <span className="start-day">{dayWords(language, file.modified, editor.now())}</span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}
