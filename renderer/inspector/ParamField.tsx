/** A parameter in the inspector: label, default and way back to it, control, help, and what is wrong with its value. */
import { RotateCcw } from "lucide-react";
import { equalJson, type Json } from "../../core/base/json.ts";
import type { ParamDescriptor } from "../../core/node/descriptor.ts";
import { wordDiagnostic } from "../../core/words/word.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";
import { ParamControl } from "./ParamControl.tsx";
import { useSetParam } from "./use-param.ts";

type Props = {
  node: string;
  param: ParamDescriptor;
  value: Json | undefined;
  /** Nodes that are edited together with `node`. */
  others?: readonly string[];
  /** What their values are, where they differ. */
  mixed?: string;
};

const noOthers: readonly string[] = [];

/** A flag stands on one line; everything else has its control below the label. */
export function ParamField(props: Props) {
  const { node, param, others = noOthers, mixed } = props;
  const { t, local } = useWords();
  const { spec } = param;
  const inline = spec.kind === "flag" && mixed === undefined;
  return (
    <div className="param" data-inline={inline}>
      <div className="param-label">
        <span className="clip" title={local(param.help)}>
          {local(param.title)}
        </span>
        {mixed === undefined ? null : (
          <span className="param-mixed" title={mixed}>
            {t("inspector.mixed")}
          </span>
        )}
        <Default {...props} />
        {inline ? <ParamControl {...props} place="inspector" /> : null}
      </div>
      {inline ? null : <ParamControl {...props} place="inspector" />}
      {[node, ...others].map((id) => (
        <Problem key={id} node={id} name={param.name} />
      ))}
      <p className="param-help">{local(param.help)}</p>
    </div>
  );
}

function Default({ node, param, value, others = noOthers, mixed }: Props) {
  const { t, local, number } = useWords();
  const set = useSetParam([node, ...others], param.name);
  const readOnly = useEditorState((state) => state.file.readOnly);
  const { spec } = param;
  const asDeclared = mixed === undefined && equalJson(value ?? spec.default, spec.default);
  // A seed is drawn for each node: there is no value to go back to.
  if (spec.kind === "seed" || asDeclared) return null;
  const shown = shownDefault();

  function shownDefault(): string {
    const choice = param.choices?.find((item) => item.value === spec.default);
    if (choice) return local(choice.title);
    if (typeof spec.default === "number") return number(spec.default);
    if (spec.kind === "flag") return t(spec.default ? "inspector.on" : "inspector.off");
    const empty = typeof spec.default === "object" || spec.default === "";
    return empty ? t("inspector.empty") : String(spec.default);
  }

  return (
    <button
      type="button"
      className="param-default"
      disabled={readOnly}
      aria-label={t("inspector.reset", { name: local(param.title), value: shown })}
      title={t("inspector.reset", { name: local(param.title), value: shown })}
      onClick={() => set(spec.default)}
    >
      <span className="clip">{t("inspector.default", { value: shown })}</span>
      <RotateCcw size={11} aria-hidden />
    </button>
  );
}

function Problem({ node, name }: { node: string; name: string }) {
  const { language } = useWords();
  const said = useEditorState((state) =>
    state.check?.diagnostics.find((d) => d.node === node && d.param === name),
  );
  if (!said) return null;
  const { what, hint } = wordDiagnostic(said, language);
  return (
    <p className="field-wrong" role="alert">
      {what} {hint}
    </p>
  );
}
