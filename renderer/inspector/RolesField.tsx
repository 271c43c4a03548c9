/** What each column is for: left as the reader found it, or given a role by hand. */

import type { Json } from "../../core/base/json.ts";
import { columnRoles } from "../../core/base/table-facts.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";
import { columnsFor } from "./columns.ts";
import type { ControlProps } from "./controls.tsx";

type Roles = Readonly<Record<string, Json>>;
type Props = ControlProps & { node: string; input: string | undefined; value: Roles };

/** One line a column; a named column that the table no longer has stays in the list until it is let go. */
export function RolesField({ label, testid, place, disabled, node, input, value, set }: Props) {
  const { t } = useWords();
  const columns = useEditorState((state) => columnsFor(state, node, input));
  const named = Object.keys(value).length;
  if (place === "card") return <span className="num">{named}</span>;
  const known = new Map((columns ?? []).map((column) => [column.name, column.role]));
  const names = [...known.keys(), ...Object.keys(value).filter((name) => !known.has(name))];
  if (names.length === 0) return <p className="roles-none">{t("inspector.noColumns")}</p>;

  function give(column: string, role: string): void {
    const { [column]: _before, ...rest } = value;
    set(role === "" ? rest : { ...rest, [column]: role });
  }

  return (
    <ul className="roles" aria-label={label} data-testid={testid}>
      {names.map((name) => (
        <li key={name} data-gone={!known.has(name)}>
          <span className="clip" title={name}>
            {name}
          </span>
          <select
            className="card-select"
            aria-label={`${label}: ${name}`}
            data-testid={`${testid}-${name}`}
            disabled={disabled}
            value={typeof value[name] === "string" ? value[name] : ""}
            onChange={(event) => give(name, event.target.value)}
          >
            <option value="">{t("role.asRead", { role: t(`role.${known.get(name) ?? "feature"}`) })}</option>
            {columnRoles.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  );
}
