/** A fitted model as a tree; of an ensemble one member at a time, turned to by slider or by its bar. */
import { useLayoutEffect, useRef, useState } from "react";
import type { ModelLook } from "../../../core/service/look.ts";
import { useColours } from "../colours.ts";
import { useRound } from "../frame/choices.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { svgDocument } from "../frame/save.ts";
import { useSize } from "../use-size.ts";
import type { ViewProps } from "../view.ts";
import { MemberBar } from "./MemberBar.tsx";
import { MemberSays } from "./MemberSays.tsx";
import { TreePicture } from "./TreePicture.tsx";
import { TreeTable, treeSheet } from "./TreeTable.tsx";
import { useMember } from "./use-member.ts";
import { useSight } from "./use-sight.ts";
import { useTreeRows } from "./use-tree-rows.ts";

const wide = 620;

/** Fills its parent; where there is room the says of all members stand beside the tree. */
export function ModelView(props: ViewProps<ModelLook>) {
  const { look, source, title, exporter } = props;
  const colours = useColours();
  const [round, choose] = useRound(source.signature);
  const [part, choosePart] = useState(0);
  const { count = 0, each = 1, shown: first = 0 } = look.members ?? {};
  const chosen = count === 0 ? undefined : Math.min(round ?? Math.floor(first / each) + 1, count / each);
  const opened = useMember(look, source, chosen === undefined ? undefined : (chosen - 1) * each + part);
  // While another member is fetched the one before is still shown: its rows would be the wrong ones.
  const shown = opened.members?.shown;
  const rows = useTreeRows(source, shown);
  const [room, roomSize] = useSize<HTMLDivElement>();
  const [box, size] = useSize<HTMLDivElement>();
  const { sight, scrolled, whole } = useSight(box);
  const svg = useRef<SVGSVGElement>(null);
  const nodes = opened.tree?.nodes ?? [];
  const known = size !== undefined;
  useLayoutEffect(() => {
    // A tree wider than its room is met at its root.
    const element = box.current;
    if (element && known) element.scrollLeft = (element.scrollWidth - element.clientWidth) / 2;
  }, [box, known]);
  useTakeaway(exporter, {
    svg: () => whole(() => (svg.current ? svgDocument(svg.current, colours.surface, colours.font) : "")),
    sheet: () => treeSheet(nodes, look.classes),
  });
  return (
    <div className="model" ref={room}>
      {look.members && look.members.says.length > 0 && roomSize && roomSize.width >= wide ? (
        <div className="model-says">
          <MemberSays {...props} exporter={undefined} />
        </div>
      ) : null}
      <div className="model-tree">
        {look.members && chosen !== undefined ? (
          <MemberBar
            members={look.members}
            classes={look.classes}
            round={chosen}
            part={part}
            choose={choose}
            choosePart={choosePart}
          />
        ) : null}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
        <section className="tree-room" ref={box} tabIndex={0} aria-label={title} onScroll={scrolled}>
          {size ? (
            <TreePicture
              nodes={nodes}
              classes={look.classes}
              size={size}
              sight={sight}
              colours={colours}
              svg={svg}
              title={title}
              {...rows}
            />
          ) : null}
        </section>
        <TreeTable nodes={nodes} classes={look.classes} caption={title} />
      </div>
    </div>
  );
}
