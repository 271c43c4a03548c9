/** Controls that have no state of their own: switch, segments, select. */
import { Switch, ToggleGroup } from "radix-ui";
import type { Json } from "../../core/base/json.ts";

export type ControlProps = {
  label: string;
  testid: string;
  place: "card" | "inspector";
  disabled: boolean;
  set: (value: Json) => void;
  /** Several nodes are edited together and differ: their values, in words. The control then shows none of them. */
  mixed?: string | undefined;
};

export type Choice = { value: string; title: string };

/** On or off. */
export function FlagSwitch({ label, testid, disabled, value, set }: ControlProps & { value: boolean }) {
  return (
    <Switch.Root
      className="switch"
      checked={value}
      onCheckedChange={set}
      disabled={disabled}
      aria-label={label}
      data-testid={testid}
    >
      <Switch.Thumb className="switch-thumb" />
    </Switch.Root>
  );
}

/** A few choices side by side. */
export function Segments({
  label,
  testid,
  disabled,
  choices,
  value,
  set,
  mixed,
}: ControlProps & { choices: Choice[]; value: string }) {
  return (
    <ToggleGroup.Root
      type="single"
      className="segments"
      value={mixed === undefined ? value : ""}
      disabled={disabled}
      aria-label={label}
      data-testid={testid}
      onValueChange={(next) => {
        if (next !== "") set(next);
      }}
    >
      {choices.map((choice) => (
        <ToggleGroup.Item
          className="segment clip"
          key={choice.value}
          value={choice.value}
          data-testid={`${testid}-${choice.value}`}
          title={choice.title}
        >
          {choice.title}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

/** Many choices in the inspector: the platform's own list, which every screen reader and phone knows. */
export function Select({
  label,
  testid,
  disabled,
  choices,
  value,
  set,
  mixed,
}: ControlProps & { choices: Choice[]; value: string }) {
  const known = choices.some((choice) => choice.value === value);
  return (
    <select
      className="field select"
      aria-label={label}
      data-testid={testid}
      disabled={disabled}
      value={mixed === undefined ? value : ""}
      data-invalid={!known && mixed === undefined}
      onChange={(event) => set(event.target.value)}
    >
      {mixed === undefined ? null : (
        <option value="" disabled>
          {mixed}
        </option>
      )}
      {known || mixed !== undefined ? null : <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.title}
        </option>
      ))}
    </select>
  );
}
