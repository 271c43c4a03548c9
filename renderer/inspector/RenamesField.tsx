/** New names of the columns of the table that feeds the node. An empty field leaves the column its name. */
import type { Json } from "../../core/base/json.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";
import { columnsFor } from "./columns.ts";
import type { ControlProps } from "./controls.tsx";

type Props = ControlProps & {
  node: string;
  input: string | undefined;
  value: Readonly<Record<string, Json>>;
};

/** One line a column; a named column that the table no longer has stays in the list until it is let go. */
export function RenamesField({ label, testid, place, disabled, node, input, value, set }: Props) {
  const { t } = useWords();
  const columns = useEditorState((state) => columnsFor(state, node, input));
  if (place === "card") return <span className="num">{Object.keys(value).length}</span>;
  const known = (columns ?? []).map((column) => column.name);
  const names = [...known, ...Object.keys(value).filter((name) => !known.includes(name))];
  if (names.length === 0) return <p className="roles-none">{t("inspector.noColumns")}</p>;

  function rename(column: string, name: string): void {
    const { [column]: _before, ...rest } = value;
    set(name === "" ? rest : { ...rest, [column]: name });
  }

  return (
    <ul className="roles" aria-label={label} data-testid={testid}>
      {names.map((name) => (
        <li key={name} data-gone={!known.includes(name)}>
          <span className="clip" title={name}>
            {name}
          </span>
          <input
            className="field"
            aria-label={`${label}: ${name}`}
            data-testid={`${testid}-${name}`}
            disabled={disabled}
            maxLength={4096}
            placeholder={name}
            value={Object.hasOwn(value, name) ? String(value[name]) : ""}
            onChange={(event) => rename(name, event.target.value)}
          />
        </li>
      ))}
    </ul>
  );
}
