/** A parameter in the inspector: label, default and way back to it, control, help, and what is wrong with its value. */
import { RotateCcw } from "lucide-react";
import { equalJson, type Json } from "../../core/base/json.ts";
import type { ParamDescriptor } from "../../core/node/descriptor.ts";
import { wordDiagnostic } from "../../core/words/word.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";
import { ParamControl } from "./ParamControl.tsx";
import { useSetParam } from "./use-param.ts";

type Props = { node: string; param: ParamDescriptor; value: Json | undefined };

/** A flag stands on one line; everything else has its control below the label. */
export function ParamField({ node, param, value }: Props) {
  const { local } = useWords();
  const { spec } = param;
  const inline = spec.kind === "flag";
  return (
    <div className="param" data-inline={inline}>
      <div className="param-label">
        <span className="clip" title={local(param.help)}>
          {local(param.title)}
        </span>
        <Default node={node} param={param} value={value} />
        {inline ? <ParamControl node={node} param={param} value={value} place="inspector" /> : null}
      </div>
      {inline ? null : <ParamControl node={node} param={param} value={value} place="inspector" />}
      <Problem node={node} name={param.name} />
      <p className="param-help">{local(param.help)}</p>
    </div>
  );
}

function Default({ node, param, value }: Props) {
  const { t, local, number } = useWords();
  const set = useSetParam(node, param.name);
  const readOnly = useEditorState((state) => state.file.readOnly);
  const { spec } = param;
  if (spec.kind === "seed" || equalJson(value ?? null, spec.default) || spec.default === "") return null;
  if (typeof spec.default === "object") return null;
  const choice = param.choices?.find((item) => item.value === spec.default);
  const shown =
    choice !== undefined
      ? local(choice.title)
      : typeof spec.default === "number"
        ? number(spec.default)
        : spec.kind === "flag"
          ? t(spec.default ? "inspector.on" : "inspector.off")
          : String(spec.default);
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
