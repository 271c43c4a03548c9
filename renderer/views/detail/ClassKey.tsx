/** Which class has which colour and mark. */
import type { Colours } from "../colours.ts";
import { classColour } from "../colours.ts";
import { marks } from "../table/scatter-option.ts";

/** A few words in a row; more classes than can be told apart are left to the tooltips. */
export function ClassKey({ classes, colours }: { classes: readonly string[]; colours: Colours }) {
  return classes.slice(0, 8).map((name, code) => (
    <span key={name} className="legend-item" aria-hidden>
      <svg width="9" height="9" viewBox="-5 -5 10 10" aria-hidden="true">
        <path d={marks[code % marks.length]?.path} fill={classColour(colours, code)} />
      </svg>
      <span className="clip">{name}</span>
    </span>
  ));
}
