/** The control for one parameter, by kind; small on a card, roomy in the inspector. */
import type { Json } from "../../core/base/json.ts";
import type { ParamDescriptor } from "../../core/node/descriptor.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";
import { CardChoice } from "./CardChoice.tsx";
import { ColumnField } from "./ColumnField.tsx";
import { ColumnsField } from "./ColumnsField.tsx";
import "./controls.css";
import { FlagSwitch, Segments, Select } from "./controls.tsx";
import { ExpressionField } from "./ExpressionField.tsx";
import { NumberField } from "./NumberField.tsx";
import { PathField } from "./PathField.tsx";
import { RenamesField } from "./RenamesField.tsx";
import { RolesField } from "./RolesField.tsx";
import { TextField } from "./TextField.tsx";
import { useSetParam } from "./use-param.ts";

export type ParamControlProps = {
  node: string;
  param: ParamDescriptor;
  value: Json | undefined;
  place: "card" | "inspector";
  /** Nodes that are edited together with `node`. */
  others?: readonly string[];
  /** What their values are, where they differ. */
  mixed?: string;
};

const noOthers: readonly string[] = [];

/** Chooses the control. A value of the wrong kind shows as the default would; the problem list says what is wrong. */
export function ParamControl({ node, param, value, place, others = noOthers, mixed }: ParamControlProps) {
  const set = useSetParam(others.length === 0 ? node : [node, ...others], param.name);
  const { t, local } = useWords();
  const readOnly = useEditorState((state) => state.file.readOnly);
  const { spec, name } = param;
  const testid = place === "card" ? `card-param-${node}-${name}` : `param-${name}`;
  const label = local(param.title);
  const common = { label, testid, place, disabled: readOnly, mixed };
  switch (spec.kind) {
    case "int":
    case "real":
    case "seed":
      return (
        <NumberField
          {...common}
          spec={spec}
          value={typeof value === "number" ? value : spec.default}
          set={set}
          node={node}
        />
      );
    case "flag":
      if (mixed !== undefined) {
        const choices = [
          { value: "on", title: t("inspector.on") },
          { value: "off", title: t("inspector.off") },
        ];
        return <Segments {...common} choices={choices} value="" set={(next) => set(next === "on")} />;
      }
      return <FlagSwitch {...common} value={value === true} set={set} />;
    case "choice": {
      const choices = (param.choices ?? []).map((choice) => ({
        value: choice.value,
        title: local(choice.title),
      }));
      const chosen = typeof value === "string" ? value : spec.default;
      if (place === "card") {
        const invalid = !choices.some((choice) => choice.value === chosen);
        return <CardChoice {...common} choices={choices} value={chosen} invalid={invalid} set={set} />;
      }
      const few = choices.length <= 3 && choices.reduce((sum, { title }) => sum + title.length, 0) <= 34;
      return few ? (
        <Segments {...common} choices={choices} value={chosen} set={set} />
      ) : (
        <Select {...common} choices={choices} value={chosen} set={set} />
      );
    }
    case "text":
      return (
        <TextField
          {...common}
          value={typeof value === "string" ? value : ""}
          maxLength={spec.maxLength}
          set={set}
        />
      );
    case "expression":
      return <ExpressionField {...common} value={typeof value === "string" ? value : ""} set={set} />;
    case "path":
      return (
        <PathField
          {...common}
          value={typeof value === "string" ? value : ""}
          extensions={spec.extensions}
          set={set}
        />
      );
    case "column":
      return (
        <ColumnField
          {...common}
          node={node}
          input={spec.input}
          value={typeof value === "string" ? value : ""}
          set={set}
        />
      );
    case "roles":
      return (
        <RolesField
          {...common}
          node={node}
          input={spec.input}
          value={isRecord(value) ? value : {}}
          set={set}
        />
      );
    case "columns":
      return (
        <ColumnsField
          {...common}
          node={node}
          input={spec.input}
          value={Array.isArray(value) ? value.filter((name) => typeof name === "string") : []}
          set={set}
        />
      );
    case "renames":
      return (
        <RenamesField
          {...common}
          node={node}
          input={spec.input}
          value={isRecord(value) ? value : {}}
          set={set}
        />
      );
  }
}

function isRecord(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
