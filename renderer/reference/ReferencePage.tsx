/**
 * A node's reference page in one language: what it does, takes, gives and can be told, its formula, its smallest use as a
 * picture and as a script, and its sources. The same in the editor and on the static site.
 */
import type { ReactNode } from "react";
import type { NodeDescriptor, ParamDescriptor, PortDescriptor } from "../../core/node/descriptor.ts";
import { tokensOf } from "../dock/tokens.ts";
import { whenShown } from "../inspector/conditions.ts";
import { Formula } from "../parts/Formula.tsx";
import { colourOf, shapeOf } from "../parts/kinds.ts";
import type { Wording } from "../words/words-in.ts";
import { ExamplePicture } from "./ExamplePicture.tsx";
import type { Descriptors, Example } from "./example.ts";

export type ReferencePageProps = {
  descriptor: NodeDescriptor;
  descriptors: Descriptors;
  /** Left out while it is being loaded, and for a node of another engine. */
  example?: Example | undefined;
  words: Wording;
  link?: (type: string) => string;
  /** What can be done with the example. */
  children?: ReactNode;
};

/** Everything but the title, which the frame around it has. */
export function ReferencePage({
  descriptor,
  descriptors,
  example,
  words,
  link,
  children,
}: ReferencePageProps) {
  const { t, local } = words;
  const { inputs, outputs, params, formula, sources } = descriptor;
  return (
    <>
      <p>{local(descriptor.summary)}</p>
      <p className="dim num">
        {descriptor.id} @ {descriptor.version}
      </p>
      {formula ? <Formula text={formula} /> : null}
      <PortTable title={t("inspector.inputs")} ports={inputs} words={words} />
      <PortTable title={t("inspector.outputs")} ports={outputs} words={words} />
      {params.length > 0 ? <ParamTable params={params} words={words} /> : null}
      {example ? (
        <>
          <h3>{t("reference.example")}</h3>
          <ExamplePicture
            example={example}
            descriptors={descriptors}
            words={words}
            {...(link ? { link } : {})}
          />
          <ExampleScript text={example.script} label={t("reference.script")} />
          {children}
        </>
      ) : null}
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
    </>
  );
}

function ExampleScript({ text, label }: { text: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="example-script" tabIndex={0} aria-label={label}>
      <pre>
        <code>
          {tokensOf(text).map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
            <span key={at}>
              {line.map((token, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: tokens are made anew with their line.
                <span key={place} className={token.kind ? `token-${token.kind}` : undefined}>
                  {token.text}
                </span>
              ))}
              {"\n"}
            </span>
          ))}
        </code>
      </pre>
    </section>
  );
}

type PortTableProps = { title: string; ports: readonly PortDescriptor[]; words: Wording };

function PortTable({ title, ports, words: { t, local } }: PortTableProps) {
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

function ParamTable({ params, words }: { params: readonly ParamDescriptor[]; words: Wording }) {
  const { t, local, language } = words;
  return (
    <>
      <h3>{t("reference.params")}</h3>
      <dl>
        {params.map((param) => (
          <div key={param.name}>
            <dt>
              {local(param.title)}
              <span className="dim num">
                {[paramFacts(param, words), whenShown(param.spec, params, language)]
                  .filter(Boolean)
                  .join(" · ")}
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
function paramFacts({ spec, choices }: ParamDescriptor, { t, local, number }: Wording): string {
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
}
