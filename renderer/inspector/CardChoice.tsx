/**
 * A choice on a card: a button that opens a menu. A platform's own list would be laid out and painted anew in every frame in which
 * the canvas moves, and all cards in sight with it (Chromium, a third of a pan's work).
 */
import { DropdownMenu } from "radix-ui";
import type { Choice, ControlProps } from "./controls.tsx";

type Props = Pick<ControlProps, "label" | "testid" | "disabled" | "set"> & {
  choices: readonly Choice[];
  value: string;
  invalid: boolean;
};

/** Choices by arrow, letter or pointer; what is chosen stands on the card. */
export function CardChoice({ label, testid, disabled, set, choices, value, invalid }: Props) {
  const chosen = choices.find((choice) => choice.value === value)?.title ?? value;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className="card-select clip"
        aria-label={`${label}: ${chosen}`}
        data-testid={testid}
        data-invalid={invalid}
        disabled={disabled}
        title={chosen}
      >
        {chosen}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          ref={focusChosen}
          className="menu card-menu nowheel"
          align="end"
          sideOffset={2}
          // The menu stands elsewhere in the page, but what happens in it would go on to the card and the canvas.
          onClick={(event) => event.stopPropagation()}
          onDoubleClick={(event) => event.stopPropagation()}
          onPointerDown={(event) => event.stopPropagation()}
        >
          <DropdownMenu.RadioGroup value={value} onValueChange={set}>
            {choices.map((choice) => (
              <DropdownMenu.RadioItem
                key={choice.value}
                className="menu-item"
                value={choice.value}
                data-testid={`${testid}-${choice.value}`}
              >
                {choice.title}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** A menu begins at its first item, a list at what is chosen. Radix gives its focus away in the same task. */
function focusChosen(menu: HTMLElement | null): void {
  if (menu) requestAnimationFrame(() => menu.querySelector<HTMLElement>('[data-state="checked"]')?.focus());
}
