/** A few small segments: which of the fitting views is in front. */
import { ToggleGroup } from "radix-ui";

export type Choice = { readonly id: string; readonly title: string };

/** One of `choices`, always. */
export function Switcher(props: {
  label: string;
  choices: readonly Choice[];
  value: string;
  choose: (id: string) => void;
}) {
  const { label, choices, value, choose } = props;
  return (
    <ToggleGroup.Root
      type="single"
      className="switcher"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        if (next !== "") choose(next);
      }}
    >
      {choices.map(({ id, title }) => (
        <ToggleGroup.Item key={id} className="switcher-item" value={id} data-testid={`view-${id}`}>
          {title}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
