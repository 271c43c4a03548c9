/** One line of the tree: title and state, and below them what feeds it. */
import { ChevronDown, ChevronRight } from "lucide-react";
import { glyphs } from "../canvas/CardState.tsx";
import { colourOf } from "../parts/kinds.ts";
import type { EditorState } from "../store/editor-state.ts";
import { groupState } from "../store/group-state.ts";
import { type StateName, stateName } from "../store/node-view.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";
import type { OutlineRow } from "./outline-rows.ts";

/** `rows` finds the titles of what feeds the line. */
export function OutlineLine({
  id,
  row,
  rows,
  active,
  top,
  height,
  choose,
  toggle,
}: {
  id: string;
  row: OutlineRow;
  rows: ReadonlyMap<string, OutlineRow>;
  active: boolean;
  top: number;
  height: number;
  choose: () => void;
  toggle: () => void;
}) {
  const { t, local } = useWords();
  const known = useEditorState((state) => state.known);
  const selected = useEditorState((state) => state.selection.nodes.has(row.path));
  const state = useEditorState((now) => stateOf(now, row));
  const titleOf = ({ title, type, path }: OutlineRow) => {
    const own = known.get(type ?? "")?.title;
    return title ?? (own ? local(own) : (type ?? path));
  };
  const title = titleOf(row);
  const makes = known.get(row.type ?? "")?.makes;
  const sources = row.feeders.map((path) => {
    const feeder = rows.get(path);
    return feeder ? titleOf(feeder) : path.replace(/^:/, "");
  });
  const fed = sources.length === 0 ? t("outline.source") : t("outline.fedBy", { nodes: sources.join(", ") });
  const word = state === "blocked" ? t("state.blockedGroup") : t(`state.${state}` as "state.new");
  const Glyph = glyphs[state];
  return (
    <div
      id={id}
      className="outline-line"
      role="treeitem"
      tabIndex={-1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={selected}
      aria-expanded={row.group?.open}
      aria-label={`${title}, ${word}, ${fed}`}
      data-active={active}
      data-testid={`outline-${row.path}`}
      style={{ ...(makes ? colourOf(makes) : {}), top, height, paddingLeft: 8 + (row.level - 1) * 14 }}
      onClick={choose}
      onKeyDown={() => undefined}
    >
      {row.group ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the tree do the same.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
        <span
          className="outline-fold"
          onClick={(event) => {
            event.stopPropagation();
            toggle();
          }}
        >
          {row.group.open ? <ChevronDown size={13} aria-hidden /> : <ChevronRight size={13} aria-hidden />}
        </span>
      ) : (
        <i aria-hidden />
      )}
      <span className="outline-words" aria-hidden>
        <span className="clip">{title}</span>
        <span className="outline-fed clip">{fed}</span>
      </span>
      <span className="outline-state card-state" data-state={state} aria-hidden>
        <Glyph size={11} />
        {word}
      </span>
    </div>
  );
}

function stateOf(state: EditorState, row: OutlineRow): StateName {
  return row.group ? groupState(state, row.path) : stateName(state, row.path);
}
