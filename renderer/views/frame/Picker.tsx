/** A small choice inside a picture, at its upper left: which metric, which feature. Nothing where there is no choice. */
import type { Choice } from "./Switcher.tsx";

type PickerProps = {
  label: string;
  value: string;
  choices: readonly Choice[];
  choose: (id: string) => void;
};

/** Stands over the picture. */
export function Picker({ label, value, choices, choose }: PickerProps) {
  if (choices.length < 2) return null;
  return (
    <select
      className="axis-picker picture-picker"
      aria-label={label}
      title={label}
      value={value}
      data-testid="picture-picker"
      onChange={(event) => choose(event.target.value)}
    >
      {choices.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  );
}
