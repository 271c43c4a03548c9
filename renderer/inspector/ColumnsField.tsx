/** Several columns of the table that feeds the node, ticked in a list. */
import { useEditorState, useWords } from "../store/use-editor.ts";
import { columnsFor } from "./columns.ts";
import type { ControlProps } from "./controls.tsx";

type Props = ControlProps & { node: string; input: string | undefined; value: readonly string[] };

/** One line a column; a named column that the table no longer has stays in the list until it is let go. */
export function ColumnsField({ label, testid, place, disabled, node, input, value, set }: Props) {
  const { t } = useWords();
  const columns = useEditorState((state) => columnsFor(state, node, input));
  if (place === "card") return <span className="num">{value.length}</span>;
  const known = (columns ?? []).map((column) => column.name);
  const names = [...known, ...value.filter((name) => !known.includes(name))];
  if (names.length === 0) return <p className="roles-none">{t("inspector.noColumns")}</p>;

  function choose(name: string, chosen: boolean): void {
    // In the table's order, so that the order of clicks is no difference between two documents.
    set(names.filter((one) => (one === name ? chosen : value.includes(one))));
  }

  return (
    <ul className="roles" aria-label={label} data-testid={testid}>
      {names.map((name) => (
        <li key={name} data-gone={!known.includes(name)}>
          <span className="clip" title={name}>
            {name}
          </span>
          <input
            type="checkbox"
            aria-label={`${label}: ${name}`}
            data-testid={`${testid}-${name}`}
            disabled={disabled}
            checked={value.includes(name)}
            onChange={(event) => choose(name, event.target.checked)}
          />
        </li>
      ))}
    </ul>
  );
}
