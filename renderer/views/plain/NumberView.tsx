/** One number, large. */

import { useTakeaway } from "../frame/exporter.ts";
import { brief } from "../numbers.ts";
import type { LookOf, ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";

/** Fills its parent. */
export function NumberView({ look, title, exporter }: ViewProps<LookOf<"number">>) {
  const { language } = useViewWords();
  useTakeaway(exporter, { sheet: () => ({ head: [title], rows: [[look.value]] }) });
  return (
    <p className="scores-head">
      <span className="scores-value" title={look.value === null ? undefined : String(look.value)}>
        {look.value === null ? "–" : brief(language, look.value)}
      </span>
    </p>
  );
}
