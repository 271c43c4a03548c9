/** SQL of one or more lines, applied as it is typed; what is wrong with it stands in the problem list with line and column. */
import type { ControlProps } from "./controls.tsx";

const longest = 20_000;

/** One line on a card, as many as there are in the inspector. */
export function ExpressionField({
  label,
  testid,
  place,
  disabled,
  value,
  set,
  mixed,
}: ControlProps & { value: string; set: (value: string) => void }) {
  const lines = value.split("\n").length;
  return (
    <textarea
      className={`expression nodrag nowheel ${place === "card" ? "expression-card" : "field"}`}
      aria-label={label}
      data-testid={testid}
      disabled={disabled}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      maxLength={longest}
      rows={place === "card" ? 1 : Math.min(14, Math.max(3, lines + 1))}
      value={mixed === undefined ? value : ""}
      placeholder={mixed}
      onChange={(event) => set(event.target.value)}
      // Enter, arrows and the like belong to the text, not to the canvas.
      onKeyDown={(event) => event.stopPropagation()}
    />
  );
}
