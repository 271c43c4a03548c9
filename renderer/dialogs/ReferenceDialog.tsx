// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
/**
 * A node's reference page, in the reader's language: what it does, takes, gives and can be told, its formula and its
 * sources. Made from the descriptor, as the pages of `docs/reference` are.
 */
import type { ParamDescriptor, PortDescriptor } from "../../core/node/descriptor.ts";
import { whenShown } from "../inspector/conditions.ts";
import { Formula } from "../parts/Formula.tsx";
import { colourOf, shapeOf } from "../parts/kinds.ts";
import { useEditorState, useWords } from "../store/use-editor.ts";
import { DialogFrame } from "./Frame.tsx";
import "./reference.css";

/** Scrolls inside the dialog. */
export function ReferenceDialog({ type, close }: { type: string; close: () => void }) {
  const { t, local } = useWords();
  const descriptor = useEditorState((state) => state.known.get(type));
  if (!descriptor) return null;
  const { inputs, outputs, params, formula, sources } = descriptor;
  return (
    <DialogFrame title={local(descriptor.title)} close={close} wide>
      <section
        className="reference"
        tabIndex={0}
        aria-label={local(descriptor.title)}
        data-testid="reference"
      >
        <p>{local(descriptor.summary)}</p>
        <p className="dim num">
          {descriptor.id} @ {descriptor.version}
        </p>
        {formula ? <Formula text={formula} /> : null}
        <PortTable title={t("inspector.inputs")} ports={inputs} />
        <PortTable title={t("inspector.outputs")} ports={outputs} />
        {params.length > 0 ? <ParamTable params={params} /> : null}
        {sources.length > 0 ? (
          <>
            <h3>{t("reference.sources")}</h3>
            <ul>
              {sources.map((source) => (
                <li key={source}>{source}</li>
              ))}
            </ul>
          </>
        ) : null}
      </section>
    </DialogFrame>
  );
}

function PortTable({ title, ports }: { title: string; ports: readonly PortDescriptor[] }) {
  const { t, local } = useWords();
  if (ports.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <dl>
        {ports.map((port) => (
          <div key={port.name}>
            <dt>
              <i className="mark" data-shape={shapeOf(port.type)} style={colourOf(port.type)} aria-hidden />
              {local(port.title)}
              <span className="dim">
                {t(`kind.${port.type}`)}
                {port.optional ? ` · ${t("fact.optional")}` : ""}
              </span>
            </dt>
            <dd>{local(port.help)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function ParamTable({ params }: { params: readonly ParamDescriptor[] }) {
  const { t, local, language } = useWords();
  const facts = useParamFacts();
  return (
    <>
      <h3>{t("reference.params")}</h3>
      <dl>
        {params.map((param) => (
          <div key={param.name}>
            <dt>
              {local(param.title)}
              <span className="dim num">
                {[facts(param), whenShown(param.spec, params, language)].filter(Boolean).join(" · ")}
              </span>
            </dt>
            <dd>{local(param.help)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Range, unit and default in a few words: `1 … 10,000 · default 50`. */
function useParamFacts(): (param: ParamDescriptor) => string {
  const { t, local, number } = useWords();
  return ({ spec, choices }) => {
    const facts: string[] = [];
    if (spec.kind === "int" || spec.kind === "real") {
      facts.push(t("inspector.range", { min: number(spec.min), max: number(spec.max) }));
      facts.push(t("inspector.default", { value: number(spec.default) }));
    }
    if (spec.unit) facts.push(spec.unit);
    if (choices) {
      facts.push(choices.map((choice) => local(choice.title)).join(" | "));
      const own = choices.find(({ value }) => value === spec.default);
      if (own) facts.push(t("inspector.default", { value: local(own.title) }));
    }
    if (spec.kind === "flag")
      facts.push(t("inspector.default", { value: t(spec.default ? "inspector.on" : "inspector.off") }));
    return facts.join(" · ");
  };
}
