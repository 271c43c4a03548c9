/** Which columns stand in the matrix: two at least, and only so many that a panel can still be read. */
import { Popover } from "radix-ui";
import { useViewWords } from "../words.ts";

type ColumnsPickerProps = {
  choices: readonly { readonly column: number; readonly name: string }[];
  chosen: readonly number[];
  choose: (columns: readonly number[]) => void;
  most: number;
};

/** A button that opens a list of boxes to tick. */
export function ColumnsPicker({ choices, chosen, choose, most }: ColumnsPickerProps) {
  const { v } = useViewWords();
  return (
    <Popover.Root>
      <Popover.Trigger className="round-stop" data-testid="matrix-columns">
        {v("matrix.columns", { shown: chosen.length, count: choices.length })}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="view-explanation matrix-columns" align="start" sideOffset={4}>
          <p>{v("matrix.choose", { count: most })}</p>
          <ul>
            {choices.map(({ column, name }) => {
              const on = chosen.includes(column);
              return (
                <li key={column}>
                  <label>
                    <input
                      type="checkbox"
                      checked={on}
                      disabled={on ? chosen.length <= 2 : chosen.length >= most}
                      onChange={() =>
                        choose(
                          on
                            ? chosen.filter((one) => one !== column)
                            : [...chosen, column].sort((a, b) => a - b),
                        )
                      }
                    />
                    <span className="clip">{name}</span>
                  </label>
                </li>
              );
            })}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
