/**
 * The reference: one Markdown page a node and language, made from nothing but its declaration, so it can never say
 * something else than the node does. `npm run reference` writes `docs/reference/`; a test holds it fresh.
 */

import { describe, type NodeDescriptor, type PortDescriptor } from "../core/node/descriptor.ts";
import type { AnyNode } from "../core/node/node.ts";
import type { Param } from "../core/node/params.ts";
import { createRegistry } from "../core/node/registry.ts";
import type { Language } from "../core/words/catalogue.ts";
import { type ConditionNames, wordCondition } from "../core/words/condition.ts";
import { type ReferenceExample, referenceExample } from "./reference-example.ts";

const words = {
  en: {
    id: "Type",
    inputs: "Inputs",
    params: "Parameters",
    outputs: "Outputs",
    formula: "Formula",
    example: "As a script",
    sources: "Sources",
    fallback: "default",
    range: "range",
    optional: "may stay unconnected",
    contents: "Node reference",
  },
  zh: {
    id: "类型",
    inputs: "输入",
    params: "参数",
    outputs: "输出",
    formula: "公式",
    example: "写成脚本",
    sources: "文献",
    fallback: "默认",
    range: "范围",
    optional: "可以不连接",
    contents: "节点参考",
  },
} as const;

export type ReferenceExamples = Readonly<Record<string, ReferenceExample>>;

/** The smallest use of each node, by its type: what the pages in the editor and of the site show too. */
export async function referenceExamples(nodes: readonly AnyNode[]): Promise<ReferenceExamples> {
  const registry = createRegistry(nodes);
  const found = await Promise.all(
    nodes.map(async (node) => [node.id, await referenceExample(registry, node)] as const),
  );
  return Object.fromEntries(found.flatMap(([id, example]) => (example ? [[id, example]] : [])));
}

/** File name → text, for all nodes in both languages, and an index each. */
export function referencePages(nodes: readonly AnyNode[], examples: ReferenceExamples): Map<string, string> {
  const pages = new Map<string, string>();
  for (const language of ["en", "zh"] as const) {
    const suffix = language === "en" ? "" : ".zh";
    for (const node of nodes) pages.set(`${node.id}${suffix}.md`, page(node, examples[node.id], language));
    pages.set(`README${suffix}.md`, index(nodes, language));
  }
  return pages;
}

function index(nodes: readonly AnyNode[], language: Language): string {
  const suffix = language === "en" ? "" : ".zh";
  const lines = nodes.map((node) => {
    const { title, summary } = describe(node);
    return `- [${title[language]}](${node.id}${suffix}.md) · ${summary[language]}`;
  });
  return [`# ${words[language].contents}`, "", ...lines, ""].join("\n");
}

function page(node: AnyNode, example: ReferenceExample | undefined, language: Language): string {
  const w = words[language];
  const shown = describe(node);
  const text = [
    `# ${shown.title[language]}`,
    "",
    shown.summary[language],
    "",
    `${w.id}: \`${node.id}\` @ ${node.version}`,
    ...ports(w.inputs, shown.inputs, language),
    ...params(shown, language),
    ...ports(w.outputs, shown.outputs, language),
    ...(node.formula === undefined ? [] : ["", `## ${w.formula}`, "", "```", node.formula, "```"]),
    ...(example ? ["", `## ${w.example}`, "", "```ts", example.script, "```"] : []),
    "",
    `## ${w.sources}`,
    "",
    ...node.sources.map((source) => `- ${source}`),
    "",
  ];
  return text.join("\n");
}

function ports(heading: string, list: readonly PortDescriptor[], language: Language): string[] {
  if (list.length === 0) return [];
  const lines = list.map((port) => {
    const optional = port.optional ? ` (${words[language].optional})` : "";
    return `- \`${port.name}\` · ${port.type} · **${port.title[language]}**: ${port.help[language]}${optional}`;
  });
  return ["", `## ${heading}`, "", ...lines];
}

function params(shown: NodeDescriptor, language: Language): string[] {
  const w = words[language];
  if (shown.params.length === 0) return [];
  const lines = shown.params.map(({ name, title, help, choices, spec }) => {
    const facts = [
      `${w.fallback} \`${JSON.stringify(spec.default)}\``,
      ...range(spec, w.range),
      ...(spec.when ? [wordCondition(spec.when, language, namesOf(shown, language))] : []),
    ].join(", ");
    const options = (choices ?? []).map((choice) => `  - \`${choice.value}\` · ${choice.title[language]}`);
    return [`- \`${name}\` · **${title[language]}** (${facts}): ${help[language]}`, ...options].join("\n");
  });
  return ["", `## ${w.params}`, "", ...lines];
}

function namesOf({ params }: NodeDescriptor, language: Language): ConditionNames {
  const named = (name: string) => params.find((param) => param.name === name);
  return {
    title: (name) => named(name)?.title[language] ?? name,
    value: (name, value) =>
      named(name)?.choices?.find((choice) => choice.value === value)?.title[language] ?? String(value),
  };
}

function range(spec: Param, word: string): string[] {
  if (spec.kind !== "int" && spec.kind !== "real") return [];
  const [open, close] = spec.kind === "real" && spec.open ? ["(", ")"] : ["[", "]"];
  return [`${word} ${open}${spec.min}, ${spec.max}${close}${spec.unit ? ` ${spec.unit}` : ""}`];
}
