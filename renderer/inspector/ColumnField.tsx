/** A column of the table that feeds the node (or of its own file), offered before any run. */
import { useEditorState, useWords } from "../store/use-editor.ts";
import { CardChoice } from "./CardChoice.tsx";
import { columnsFor } from "./columns.ts";
import type { ControlProps } from "./controls.tsx";

type Props = ControlProps & { node: string; input: string | undefined; value: string };

/** No column can be called so: names hold no NUL. */
const mixedValue = "\0";

/** A list while the columns are known, a text field while they are not. */
export function ColumnField({ label, testid, place, disabled, node, input, value, set, mixed }: Props) {
  const { t } = useWords();
  const columns = useEditorState((state) => columnsFor(state, node, input));
  if (!columns) {
    return (
      <input
        className={place === "card" ? "card-number num" : "field num"}
        aria-label={label}
        data-testid={testid}
        disabled={disabled}
        value={mixed === undefined ? value : ""}
        placeholder={mixed ?? t("inspector.noColumn")}
        title={t("inspector.noColumns")}
        onChange={(event) => set(event.target.value)}
      />
    );
  }
  const known = mixed !== undefined || value === "" || columns.some(({ name }) => name === value);
  if (place === "card") {
    const choices = ["", ...(known ? [] : [value]), ...columns.map(({ name }) => name)].map((name) => ({
      value: name,
      title: name === "" ? t("inspector.noColumn") : name,
    }));
    return <CardChoice {...{ label, testid, disabled, set, choices, value }} invalid={!known} />;
  }
  return (
    <select
      className="field select"
      aria-label={label}
      data-testid={testid}
      disabled={disabled}
      value={mixed === undefined ? value : mixedValue}
      data-invalid={!known}
      onChange={(event) => set(event.target.value)}
    >
      {mixed === undefined ? null : (
        <option value={mixedValue} disabled>
          {mixed}
        </option>
      )}
      <option value="">{t("inspector.noColumn")}</option>
      {known ? null : <option value={value}>{value}</option>}
      {columns.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}
