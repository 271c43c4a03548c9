/** Free text, applied as it is typed. */
import type { ControlProps } from "./controls.tsx";

/** One line; longer than `maxLength` cannot be typed. */
export function TextField({
  label,
  testid,
  place,
  disabled,
  value,
  maxLength,
  set,
  mixed,
}: ControlProps & { value: string; maxLength: number }) {
  return (
    <input
      className={place === "card" ? "card-number" : "field"}
      aria-label={label}
      data-testid={testid}
      disabled={disabled}
      maxLength={maxLength}
      value={mixed === undefined ? value : ""}
      placeholder={mixed}
      onChange={(event) => set(event.target.value)}
    />
  );
}
