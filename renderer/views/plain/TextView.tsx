/** A text as it is. */
import { useTakeaway } from "../frame/exporter.ts";
import type { LookOf, ViewProps } from "../view.ts";

/** Fills its parent and scrolls inside. */
export function TextView({ look, title, exporter }: ViewProps<LookOf<"text">>) {
  useTakeaway(exporter, {
    sheet: () => ({ head: [title], rows: look.value.split("\n").map((line) => [line]) }),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className="text-view" aria-label={title} tabIndex={0}>
      {look.value}
    </section>
  );
}
