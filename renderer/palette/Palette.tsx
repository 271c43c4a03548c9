/** All nodes by category, with search; dragged onto the canvas, or added by click or Enter. */
import { Search } from "lucide-react";
import { useMemo, useState } from "react";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { colourOf } from "../parts/kinds.ts";
import { addNode } from "../store/graph-edits.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { isWordKey } from "../words/words.ts";
import { byCategory, searchNodes } from "./search.ts";
import { usePaletteDrag } from "./use-palette-drag.ts";

/** The palette. Enter in the search adds the best match. */
export function Palette() {
  const editor = useEditor();
  const { t } = useWords();
  const descriptors = useEditorState((state) => state.known);
  const [query, setQuery] = useState("");
  const all = useMemo(() => [...descriptors.values()], [descriptors]);
  const found = useMemo(() => searchNodes(all, query), [all, query]);
  const groups = useMemo(() => byCategory(found), [found]);
  return (
    <>
      <label className="palette-search field">
        <Search size={13} aria-hidden />
        <input
          type="search"
          value={query}
          data-testid="palette-search"
          placeholder={t("palette.search", { count: all.length })}
          aria-label={t("palette.search", { count: all.length })}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            const first = groups[0]?.[1][0];
            if (event.key === "Enter" && query !== "" && first) addInTheMiddle(editor, first);
            if (event.key === "Escape") setQuery("");
          }}
        />
      </label>
      <div className="palette-list">
        {groups.map(([category, nodes]) => (
          <section key={category}>
            <h3 className="palette-category">
              <span>
                {isWordKey(`category.${category}`) ? t(`category.${category}` as "category.data") : category}
              </span>
              <span>{nodes.length}</span>
            </h3>
            {nodes.map((descriptor) => (
              <Item key={descriptor.id} descriptor={descriptor} />
            ))}
          </section>
        ))}
        {groups.length === 0 ? (
          <div className="empty">
            <b>{t("palette.none", { query })}</b>
            <span>{t("palette.noneHint")}</span>
          </div>
        ) : null}
      </div>
    </>
  );
}

function Item({ descriptor }: { descriptor: NodeDescriptor }) {
  const editor = useEditor();
  const { t, local } = useWords();
  const onPointerDown = usePaletteDrag(descriptor);
  const title = local(descriptor.title);
  const summary = local(descriptor.summary);
  return (
    <button
      type="button"
      className="palette-item"
      data-testid={`palette-item-${descriptor.id}`}
      style={colourOf(descriptor.makes)}
      aria-label={t("palette.add", { title, summary })}
      title={summary}
      onPointerDown={onPointerDown}
      onClick={() => addInTheMiddle(editor, descriptor)}
    >
      <i aria-hidden />
      <span className="clip">{title}</span>
    </button>
  );
}

function addInTheMiddle(editor: ReturnType<typeof useEditor>, descriptor: NodeDescriptor): void {
  const { at } = editor.canvas?.centre() ?? { at: { x: 0, y: 0 } };
  addNode(editor, descriptor.id, { x: at.x - 106, y: at.y - 80 });
}
