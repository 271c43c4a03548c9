/** Files to choose from, by folders that fold. */
import { ChevronDown, ChevronRight } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import type { FileEntry } from "../../core/service/host-service.ts";
import { useWords } from "../store/use-editor.ts";
import { fileRows } from "./file-rows.ts";
import "./file-tree.css";

/** `row` draws the inside of a file's line; without `choose` the lines are only looked at. */
export function FileTree({
  files,
  look,
  testid,
  current,
  choose,
  children: row,
}: {
  files: readonly FileEntry[];
  /** The class of a line where this list stands. */
  look: string;
  testid: string;
  /** The path that is open. */
  current?: string | undefined;
  choose?: (file: FileEntry) => void;
  children: (file: FileEntry, name: string) => ReactNode;
}) {
  const { t } = useWords();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => fileRows(files, closed), [files, closed]);

  function toggle(path: string): void {
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(path)) next.add(path);
      return next;
    });
  }

  return rows.map((line) => {
    const indent = { "--depth": line.depth } as React.CSSProperties;
    if (line.kind === "folder") {
      const Arrow = line.open ? ChevronDown : ChevronRight;
      return (
        <button
          type="button"
          className={`${look} file-line`}
          style={indent}
          key={`${line.path}/`}
          data-testid={`${testid}-folder-${line.path}`}
          aria-expanded={line.open}
          onClick={() => toggle(line.path)}
        >
          <Arrow size={13} aria-hidden />
          <span className="clip">{line.name}</span>
          <span className="dim num" title={t("files.inFolder", { count: line.files })}>
            {line.files}
          </span>
        </button>
      );
    }
    const { file, name } = line;
    const facts = { className: `${look} file-line`, style: indent, title: file.path };
    if (!choose) {
      return (
        <div key={file.path} {...facts}>
          {row(file, name)}
        </div>
      );
    }
    return (
      <button
        type="button"
        key={file.path}
        {...facts}
        data-testid={`${testid}-${file.path}`}
        aria-current={file.path === current}
        onClick={() => choose(file)}
      >
        {row(file, name)}
      </button>
    );
  });
}
