/**
 * Descriptors: nodes as JSON, the only form in which the renderer ever meets them. It draws palette, cards and forms
 * for any node from these alone.
 */
import type { PortNeeds } from "../types/accepts.ts";
import type { WireKind } from "../types/wire-type.ts";
import type { AnyNode, NodeWords, Port, Ports, Traits } from "./node.ts";
import type { Param } from "./params.ts";

export type Words = { en: string; zh: string };

export type PortDescriptor = {
  name: string;
  type: WireKind;
  title: Words;
  help: Words;
  needs?: PortNeeds;
  optional?: boolean;
};

/** A parameter as declared, its words in both languages. */
export type ParamDescriptor = {
  name: string;
  title: Words;
  help: Words;
  /** Choice values in order with their titles. */
  choices?: { value: string; title: Words }[];
  spec: Param;
};

export type NodeDescriptor = {
  id: string;
  version: number;
  category: string;
  title: Words;
  summary: Words;
  formula?: string;
  inputs: PortDescriptor[];
  params: ParamDescriptor[];
  outputs: PortDescriptor[];
  traits: Traits;
  idBase: string;
  /** Kind of the first output: gives the node its colour. A node without outputs takes its first input's. */
  makes: WireKind;
  sources: string[];
};

/** The JSON description of a node. */
export function describe(node: AnyNode): NodeDescriptor {
  const first = Object.values(node.outputs)[0] ?? Object.values(node.inputs)[0];
  return {
    id: node.id,
    version: node.version,
    category: node.category,
    title: { en: node.title, zh: node.zh.title },
    summary: { en: node.summary, zh: node.zh.summary },
    ...(node.formula === undefined ? {} : { formula: node.formula }),
    inputs: describePorts(node.inputs, node.zh.inputs),
    params: Object.entries(node.params).map(([name, spec]) => describeParam(name, spec, node.zh)),
    outputs: describePorts(node.outputs, node.zh.outputs),
    traits: node.traits,
    idBase: node.idBase,
    makes: first?.type ?? "figure",
    sources: [...node.sources],
  };
}

function describePorts(ports: Ports, zh: NodeWords["inputs"]): PortDescriptor[] {
  return Object.entries(ports).map(([name, port]: [string, Port]) => ({
    name,
    type: port.type,
    title: { en: port.title, zh: zh?.[name]?.title ?? port.title },
    help: { en: port.help, zh: zh?.[name]?.help ?? port.help },
    ...(port.needs === undefined ? {} : { needs: port.needs }),
    ...(port.optional === undefined ? {} : { optional: port.optional }),
  }));
}

function describeParam(name: string, spec: Param, zh: NodeWords): ParamDescriptor {
  const words = spec.kind === "seed" ? seedWords : zh.params?.[name];
  return {
    name,
    title: { en: spec.title, zh: words?.title ?? spec.title },
    help: { en: spec.help, zh: words?.help ?? spec.help },
    ...(spec.kind === "choice"
      ? {
          choices: Object.entries(spec.choices).map(([value, title]) => ({
            value,
            title: { en: title, zh: zh.params?.[name]?.choices?.[value] ?? title },
          })),
        }
      : {}),
    spec,
  };
}

const seedWords = {
  title: "随机种子",
  help: "本节点随机数流的名字：同一个种子在任何机器上得到同样的随机数。",
};
