/**
 * What a node will cost, before it runs: the work that its types promise (cells to go through), times what such work has
 * cost on this machine. Every run corrects the rates; they are kept beside the results. A forecast is a hint: nothing
 * depends on it.
 */
import { readFile } from "node:fs/promises";
import writeFileAtomic from "write-file-atomic";
import type { Forecast } from "../service/engine-service.ts";
import type { TableType, WireType } from "../types/wire-type.ts";
import type { NodeAnalysis } from "./analysis.ts";

/** Nanoseconds a unit of work, and measured peak ÷ bytes promised by the types. */
type Rate = { ns: number; memory: number; measured: number };

const firstGuess: Rate = { ns: 8, memory: 1.5, measured: 0 };
/** What any node costs, in ms: a message to a thread and back. */
const overheadMs = { light: 0.05, heavy: 2 } as const;
/** Below these a measurement is about something else than the work. */
const leastMs = 30;
const leastBytes = 4e6;
/** How much the newest measurement counts. */
const learning = 0.5;

export class Rates {
  private readonly rates = new Map<string, Rate>();
  private readonly path: string | undefined;
  private changed = false;

  /** `path`: where rates are kept between programs, if anywhere. */
  constructor(path?: string) {
    this.path = path;
  }

  /** Reads what earlier programs measured. A file that cannot be read only means that guesses start afresh. */
  async load(): Promise<void> {
    const text = this.path === undefined ? "{}" : await readFile(this.path, "utf8").catch(() => "{}");
    try {
      const raw: unknown = JSON.parse(text);
      for (const [key, rate] of Object.entries(raw ?? {})) if (isRate(rate)) this.rates.set(key, rate);
    } catch {
      this.rates.clear();
    }
  }

  /** Undefined where the types do not tell how much there is to do. */
  forecast(node: NodeAnalysis): Forecast | undefined {
    const work = workOf(node);
    const bytes = bytesPromised(node);
    if (work === undefined || bytes === undefined || !node.definition) return undefined;
    const rate = this.rates.get(keyOf(node)) ?? firstGuess;
    return {
      ms: overheadMs[node.definition.traits.cost] + (work * rate.ns) / 1e6,
      bytes: Math.round(bytes * rate.memory),
      measured: rate.measured > 0,
    };
  }

  /** Corrects the rates by what a run of the node took. */
  learn(node: NodeAnalysis, took: { ms: number; bytes: number }): void {
    const work = workOf(node);
    const bytes = bytesPromised(node);
    // Below a fraction of a millisecond only the clock is measured.
    if (work === undefined || bytes === undefined || work < 1 || took.ms < 0.2) return;
    const before = this.rates.get(keyOf(node)) ?? firstGuess;
    const share = before.measured === 0 ? 1 : learning;
    const overhead = overheadMs[node.definition?.traits.cost ?? "light"];
    const ns = (Math.max(took.ms - overhead, took.ms / 10) * 1e6) / work;
    // A short run is mostly start-up: it can show that work is cheaper than thought, not that it is dearer.
    if (took.ms < leastMs && ns > before.ns) return;
    const memory = took.bytes >= leastBytes ? took.bytes / bytes : before.memory;
    this.rates.set(keyOf(node), {
      ns: blend(before.ns, ns, share),
      memory: blend(before.memory, Math.max(memory, 0.01), share),
      measured: before.measured + 1,
    });
    this.changed = true;
  }

  /** Keeps the rates for the next program; failing to is nobody's harm. */
  async save(): Promise<void> {
    if (!this.changed || this.path === undefined) return;
    this.changed = false;
    await writeFileAtomic(this.path, JSON.stringify(Object.fromEntries(this.rates))).catch(() => undefined);
  }
}

/** Between the two by their ratio, so that ten times too much and ten times too little weigh the same. */
function blend(before: number, now: number, share: number): number {
  return before ** (1 - share) * now ** share;
}

function isRate(value: unknown): value is Rate {
  const rate = value as Partial<Record<keyof Rate, unknown>> | null;
  const isPositive = (number: unknown) => typeof number === "number" && number > 0 && number < 1e12;
  return (
    typeof rate === "object" && isPositive(rate?.ns) && isPositive(rate?.memory) && isPositive(rate?.measured)
  );
}

/** The same algorithm on another node, or another algorithm on the same one, is another matter. */
function keyOf({ definition, inputs }: NodeAnalysis): string {
  const algorithms = Object.values(inputs).flatMap(({ type }) =>
    (type.kind === "learner" || type.kind === "model") && type.algorithm !== undefined
      ? [type.algorithm]
      : [],
  );
  return [definition?.id ?? "", ...algorithms].join("/");
}

/** Cells to go through: what the node declares, or else all that comes in and goes out. */
function workOf({ definition, inputs, outputs, params }: NodeAnalysis): number | undefined {
  const types = Object.fromEntries(Object.entries(inputs).map(([port, input]) => [port, input.type]));
  if (definition?.work) return definition.work(types, params);
  return sum([...Object.values(types), ...Object.values(outputs)].map(cellsOf));
}

function bytesPromised({ inputs, outputs, definition }: NodeAnalysis): number | undefined {
  const fits = definition?.traits.cost === "heavy" ? Object.values(inputs).map(({ type }) => type) : [];
  const cells = sum([...Object.values(outputs), ...fits].map(cellsOf));
  return cells === undefined ? undefined : 8 * cells + 1024;
}

/** Cells of a table, rows of predictions; other kinds are small. Undefined for rows nobody knows yet. */
export function cellsOf(type: WireType): number | undefined {
  if (type.kind === "table") return tableCells(type);
  if (type.kind === "predictions") return type.rows && type.rows * (1 + (type.classes?.length ?? 0));
  return 0;
}

function tableCells({ rows, columns }: TableType): number | undefined {
  return rows === undefined || columns === undefined ? undefined : rows * Math.max(1, columns.length);
}

function sum(parts: readonly (number | undefined)[]): number | undefined {
  return parts.reduce<number | undefined>(
    (total, part) => (total === undefined || part === undefined ? undefined : total + part),
    0,
  );
}
