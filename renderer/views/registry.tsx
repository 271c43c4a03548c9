/**
 * Results as pictures: `ResultView` large, in the dock; `Thumbnail` small, on a card. Both choose by the kind of the
 * look alone, so that any node can feed them. What can be drawn is listed in `views.ts` and `thumbs/thumbs.ts`.
 */
import { type ComponentType, memo, Suspense } from "react";
import type { Look } from "../../core/service/look.ts";
import { useChosenView } from "./frame/choices.ts";
import { Frame } from "./frame/Frame.tsx";
import "./palette.css";
import "./plain/facts.css";
import { NothingView } from "./plain/NothingView.tsx";
import "./model/model.css";
import "./thumbs/thumbs.css";
import { thumbs } from "./thumbs/thumbs.ts";
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
        <Suspense fallback={null}>
          <Picture key={front.id} look={look} source={source} title={title} exporter={exporter} />
        </Suspense>
      )}
    </Frame>
  );
}

/** The look small: 190 × 84, SVG and text only. A live look draws itself anew as it grows. */
export const Thumbnail = memo(function Thumbnail({ look }: { look: Look }) {
  const Picture = thumbs[look.kind] as ComponentType<{ look: Look }>;
  return (
    <div className="thumb" data-kind={look.kind}>
      <Picture look={look} />
    </div>
  );
});

/** The views that fit a look, in the order of the switcher. The registry ties each list to its kind; the cast says no more. */
function viewsOf(look: Look): readonly View<Look["kind"]>[] {
  return (views[look.kind] as unknown as readonly View<Look["kind"]>[]).filter((view) => view.fits(look));
}
