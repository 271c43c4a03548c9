/**
 * Results as pictures, chosen by the kind of the look alone, so that any node can feed them. What can be drawn is listed
 * in `views.ts`. This file and all behind it is loaded with the first result; `Thumbnail.tsx` is there from the start.
 */
import { Suspense } from "react";
import type { Look } from "../../core/service/look.ts";
import { useChosenView } from "./frame/choices.ts";
import { Frame } from "./frame/Frame.tsx";
import "./plain/facts.css";
import { NothingView } from "./plain/NothingView.tsx";
import "./model/model.css";
import type { Source, View } from "./view.ts";
import { views } from "./views.ts";
import { useViewWords } from "./words.ts";

type ResultViewProps = { look: Look; source: Source; title: string };

/** The look in the view that the reader chose last for such a look, with its frame. Fills its parent. */
export function ResultView({ look, source, title }: ResultViewProps) {
  const { v } = useViewWords();
  const [chosen, choose] = useChosenView(`${look.kind}/${source.port}`);
  const fitting = viewsOf(look);
  const front =
    fitting.find(({ id }) => id === chosen) ?? fitting.find((view) => view.leads?.(look)) ?? fitting[0];
  if (!front) return <NothingView look={look} />;
  const { Picture } = front;
  return (
    <Frame
      title={title}
      choices={fitting.map(({ id, title: name }) => ({ id, title: v(name) }))}
      value={front.id}
      choose={choose}
      explanation={front.explain(look)}
      training={"on" in look && look.on === "training"}
    >
      {(exporter) => (
        // A boundary of its own for each view: one that is still loading must not keep the view before it.
        <Suspense key={front.id} fallback={null}>
          <Picture look={look} source={source} title={title} exporter={exporter} />
        </Suspense>
      )}
    </Frame>
  );
}

/** The views that fit a look, in the order of the switcher. The registry ties each list to its kind; the cast says no more. */
function viewsOf(look: Look): readonly View<Look["kind"]>[] {
  return (views[look.kind] as unknown as readonly View<Look["kind"]>[]).filter((view) => view.fits(look));
}
