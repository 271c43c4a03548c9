/** The say of every member of an ensemble; a click opens that member's tree. */
import { useMemo } from "react";
import type { ModelLook } from "../../../core/service/look.ts";
import { Curves } from "../chart/Curves.tsx";
import { useColours } from "../colours.ts";
import { useRound } from "../frame/choices.ts";
import type { Exporter } from "../frame/exporter.ts";
import { useIndexWords } from "../trace/use-index-words.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";

type MemberSaysProps = Omit<ViewProps<ModelLook>, "exporter"> & { exporter: Exporter | undefined };

/** Fills its parent. Without an exporter it is a companion of the tree, which is what gets exported. */
export function MemberSays({ look, source, title, exporter }: MemberSaysProps) {
  const { v, named } = useViewWords();
  const colours = useColours();
  const { index, pointName } = useIndexWords("round");
  const [round, choose] = useRound(source.signature);
  const says = look.members?.says;
  const at = useMemo(() => Array.from({ length: says?.length ?? 0 }, (_, member) => member + 1), [says]);
  const series = useMemo(
    () => [{ key: "alpha", name: named("series", "alpha"), values: says ?? [], colour: colours.learner }],
    [says, colours, named],
  );
  const names = useMemo(() => ({ x: index, y: v("axis.alpha") }), [index, v]);
  const label = `${title}: ${v("trace.alpha")}`;
  return (
    <Curves
      form="bars"
      label={label}
      at={at}
      series={series}
      names={names}
      pointName={pointName}
      chosen={round ?? (look.members ? look.members.shown + 1 : undefined)}
      choose={choose}
      {...(exporter ? { exporter } : {})}
    />
  );
}
