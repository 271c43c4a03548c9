/** A look with nothing in it, such as the trace of a learner that has no rounds. Says why, and what to do. */
import type { Look } from "../../../core/service/look.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords, type ViewKey } from "../words.ts";

const reasons: Readonly<Partial<Record<Look["kind"], ViewKey>>> = {
  trace: "nothing.trace",
  table: "nothing.table",
  predictions: "nothing.predictions",
  confusion: "nothing.confusion",
};

/** Keeps the size of the view that it stands for. */
export function NothingView({ look }: Pick<ViewProps<Look>, "look">) {
  const { v } = useViewWords();
  return <p className="view-nothing">{v(reasons[look.kind] ?? "nothing")}</p>;
}
