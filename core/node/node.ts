/**
 * The node contract: one declaration per node, from which the palette, the form, the checks, the reference page, the
 * descriptor, the script and the contract tests are all derived. This file knows no concrete node and no value; nodes
 * bring the value types of their ports as phantom types (`nodes/ports.ts`).
 */
import type { BackendName } from "../base/backend-report.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Json } from "../base/json.ts";
import type { Random } from "../base/random.ts";
import type { ColumnFacts } from "../base/table-facts.ts";
import type { ProfileQuestion, TableProfile } from "../base/table-profile.ts";
import type { NodeMigration } from "../graph/migrations.ts";
import type { PortNeeds } from "../types/accepts.ts";
import type { WireKind, WireType } from "../types/wire-type.ts";
import type { Param, ParamValue } from "./params.ts";
import type { ScriptForm } from "./script-form.ts";

/** A port that carries values of type `V` (a phantom: nothing of it exists at run time). */
export type Port<V = unknown> = {
  readonly type: WireKind;
  readonly title: string;
  readonly help: string;
  readonly needs?: PortNeeds;
  /** May stay unconnected. */
  readonly optional?: boolean;
  readonly value?: V;
};

export type Ports = Readonly<Record<string, Port>>;
export type ParamsOf = Readonly<Record<string, Param>>;

export type InputValues<I extends Ports> = {
  readonly [K in keyof I]: I[K] extends Port<infer V> ? V : never;
};
export type OutputValues<O extends Ports> = {
  readonly [K in keyof O]: O[K] extends Port<infer V> ? V : never;
};
export type ParamValues<P extends ParamsOf> = { readonly [K in keyof P]: ParamValue<P[K]> };

/** Chinese words of a node; completeness is held by the contract suite. English stands in the declaration. */
export type NodeWords = {
  title: string;
  summary: string;
  inputs?: Readonly<Record<string, { title: string; help: string }>>;
  outputs?: Readonly<Record<string, { title: string; help: string }>>;
  params?: Readonly<
    Record<string, { title: string; help: string; choices?: Readonly<Record<string, string>> }>
  >;
};

/** What a source node learns of its data before a run: a cheap look, cached by file stamp. */
export type SourceFacts = {
  columns: readonly ColumnFacts[];
  /** Left out where only reading everything would tell. */
  rows?: number;
  /** SHA-256 of the content. */
  hash: string;
  bytes?: number;
  diagnostics?: readonly Diagnostic[];
};

/** Files as a node may see them: inside the granted folders only. */
export type FileAccess = {
  /** Absolute path of a parameter's path; throws `file.*` diagnostics. */
  resolve(path: string): Promise<string>;
};

/** All that `run` gets besides its inputs. */
export type RunContext = {
  readonly progress: (done: number, total: number, note?: string) => void;
  readonly warn: (diagnostic: Diagnostic) => void;
  readonly log: (text: string) => void;
  /** Offers a result that is still growing, at most ten times a second. */
  readonly preview: (make: () => unknown) => void;
  /** The stream H(seed, purpose) of this node's seed. */
  readonly rng: (purpose: string) => Random;
  readonly files: FileAccess;
  /** The tensor backend that the engine has chosen, for nodes with the trait `tensor`; without an engine they choose themselves. */
  readonly backend?: BackendName;
};

export type InferContext<P extends ParamsOf> = {
  readonly params: ParamValues<P>;
  /** What `probe` found, for sources. */
  readonly facts?: SourceFacts;
  /** The node's id, for provenance. */
  readonly node: string;
  /** Says a problem before any run; place defaults to the node. */
  readonly report: (diagnostic: Diagnostic) => void;
};

/** What the engine may know of a node without knowing the node: repairs, mirroring and scheduling use it. */
export type Traits = {
  seeded?: boolean;
  /** `light` runs where the engine lives and must end in a millisecond; `heavy` runs in a worker thread. */
  cost: "light" | "heavy";
  /** Computes on a tensor backend: its results depend on which, and on its kernels. */
  tensor?: boolean;
  /** Names of members and columns that are measured (times), and differ from run to run. */
  measured?: readonly string[];
  /** Splits the table at `input` into a training part and a part set aside. */
  split?: { input: string; train: string; test: string };
  /** Fits the learner at `learner` on the table at `data`; its progress and trace are mirrored to the learner's cards. */
  fit?: { learner: string; data: string; model: string; trace: string };
  /** Fits the learner at `learner` many times and keeps no model: its progress is mirrored to the learner's card. */
  trains?: { learner: string };
  predict?: { model: string; data: string; predictions: string };
  /** Scores predictions: the wire into this port must not leak. */
  evaluate?: { predictions: string };
  /**
   * A step between the learner at `input` and a fit at `output`. Put there, it mends the diagnostics in `mends`; a step of
   * a lower order belongs nearer to the fit, since it must come first.
   */
  step?: { input: string; output: string; order: number; mends: readonly string[] };
};

export type NodeExample<P extends ParamsOf> = {
  title: string;
  params?: Partial<ParamValues<P>>;
  /** What feeds each input, as `type:port`: a node of that type with its own first example; with its second by `type#2:port`. */
  inputs?: Readonly<Record<string, string>>;
  /** Facts that must hold of an output, as look paths: `"scores.values.accuracy" → ≥ 0.9`. */
  expect?: Readonly<Record<string, { atLeast?: number; atMost?: number; equals?: Json }>>;
};

export type NodeDefinition<
  I extends Ports = Ports,
  P extends ParamsOf = ParamsOf,
  O extends Ports = Ports,
> = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly category: string;
  readonly summary: string;
  /** One or more lines of plain-text mathematics, shown in the inspector and the reference. */
  readonly formula?: string;
  readonly inputs: I;
  readonly params: P;
  readonly outputs: O;
  readonly traits: Traits;
  readonly zh: NodeWords;
  /** Suggested id of a new node, e.g. `"boost"`. */
  readonly idBase: string;
  /** Steps that bring nodes of older versions up to date; the last one makes `version`. */
  readonly migrations?: readonly NodeMigration[];
  readonly probe?: (params: ParamValues<P>, files: FileAccess) => Promise<SourceFacts>;
  /** What is odd about the source's columns, and what was meant to be predicted: a longer look, in a worker thread. */
  readonly profile?: (
    context: RunContext,
    params: ParamValues<P>,
    question: ProfileQuestion,
  ) => Promise<TableProfile>;
  /** Output types before any data; a promise where a text has to be understood first (SQL). Only called with inputs that were accepted; an unconnected input is `undefined`. */
  readonly infer: (
    inputs: { readonly [K in keyof I]?: WireType },
    context: InferContext<P>,
  ) => { readonly [K in keyof O]: WireType } | Promise<{ readonly [K in keyof O]: WireType }>;
  /**
   * How much there is to do, in cells to go through, for the forecast; `undefined` where the types do not tell. Left out,
   * it is all that comes in and goes out, once.
   */
  readonly work?: (
    inputs: { readonly [K in keyof I]?: WireType },
    params: ParamValues<P>,
  ) => number | undefined;
  readonly run: (
    context: RunContext,
    inputs: InputValues<I>,
    params: ParamValues<P>,
  ) => Promise<OutputValues<O>> | OutputValues<O>;
  readonly script: ScriptForm<P>;
  readonly examples: readonly NodeExample<P>[];
  readonly sources: readonly string[];
};

/** A definition whose port and parameter types are forgotten: how the registry and the engine hold it. */
export type AnyNode = Omit<NodeDefinition, "probe" | "profile" | "infer" | "work" | "run" | "script"> & {
  readonly probe?: (params: Readonly<Record<string, Json>>, files: FileAccess) => Promise<SourceFacts>;
  readonly profile?: (
    context: RunContext,
    params: Readonly<Record<string, Json>>,
    question: ProfileQuestion,
  ) => Promise<TableProfile>;
  readonly infer: (
    inputs: Readonly<Record<string, WireType | undefined>>,
    context: Omit<InferContext<ParamsOf>, "params"> & { params: Readonly<Record<string, Json>> },
  ) => Readonly<Record<string, WireType>> | Promise<Readonly<Record<string, WireType>>>;
  readonly work?: (
    inputs: Readonly<Record<string, WireType | undefined>>,
    params: Readonly<Record<string, Json>>,
  ) => number | undefined;
  readonly run: (
    context: RunContext,
    inputs: Readonly<Record<string, unknown>>,
    params: Readonly<Record<string, Json>>,
  ) => Promise<Readonly<Record<string, unknown>>> | Readonly<Record<string, unknown>>;
  readonly script: ScriptForm<ParamsOf>;
};

/**
 * Declares a node. The engine validates parameters and inputs before it calls anything here, which is what makes
 * forgetting the static types (the single cast in this file) sound.
 */
export function defineNode<const I extends Ports, const P extends ParamsOf, const O extends Ports>(
  definition: NodeDefinition<I, P, O>,
): AnyNode {
  return definition as unknown as AnyNode;
}
