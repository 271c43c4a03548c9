/** Services for tests of the store: every call is recorded, answers are set by the test. */

import type { NodeDescriptor, PortDescriptor } from "../../core/node/descriptor.ts";
import type { Services } from "../../core/service/client/services.ts";
import type { CheckReport, RunEvent } from "../../core/service/engine-service.ts";
import type { WireKind } from "../../core/types/wire-type.ts";
import { createEditor, type Editor } from "../store/editor.ts";
import { hearHost } from "../store/sync.ts";
import { type FakeHost, fakeHost } from "./fake-host.ts";

export type Fake = {
  services: Services;
  /** Text of each file, by path. */
  files: Map<string, string>;
  host: FakeHost;
  checked: number[];
  check: (revision: number) => Promise<CheckReport>;
  emit(event: RunEvent): void;
};

/** Services that know nothing but what the test tells them. */
export function fakeServices(): Fake {
  const listeners = new Set<(event: RunEvent) => void>();
  const host = fakeHost();
  const fake: Fake = {
    files: host.files,
    host,
    checked: [],
    check: async (revision) => ({ revision, nodes: {}, wires: {}, diagnostics: [] }),
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    services: {
      engine: {
        info: async () => ({ version: "0", backend: "cpu", threads: 1, memoryBytes: 0 }),
        doctor: async () => ({
          backends: [{ name: "cpu", found: true, usable: true, reason: null }],
          chosen: "cpu",
          asked: "auto",
          build: "",
          machine: {
            espalier: "0",
            node: "v20",
            platform: "linux x64",
            processor: "",
            cores: 1,
            memoryBytes: 0,
            freeBytes: 0,
            duckdb: null,
          },
        }),
        describe: async () => ({ nodes: [] }),
        check: ({ revision = 0 }) => {
          fake.checked.push(revision);
          return fake.check(revision);
        },
        run: async () => ({ runId: "r1" }),
        cancel: async () => ({ cancelled: true }),
        look: async () => ({ kind: "number", value: 1 }),
        select: async () => ({ selection: "0".repeat(64), source: "s", count: 0, here: 0, total: 0 }),
        marks: async () => ({ kind: "none" }),
        selectedRows: async () => ({ source: "s", count: 0, rows: "" }),
        profile: async () => ({ rows: 0, every: 1, columns: [], diagnostics: [] }),
        pin: async ({ pinned }) => ({ pinned }),
        script: async () => ({ text: "", lines: {}, diagnostics: [] }),
        subscribe: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      host: host.host,
      onConnection: () => () => undefined,
      close: () => undefined,
    },
  };
  return fake;
}

function port(name: string, type: WireKind): PortDescriptor {
  return { name, type, title: { en: name, zh: name }, help: { en: "", zh: "" } };
}

/** A small descriptor: `describe("clean", [["table", "table"]], [["table", "table"]])`. */
export function descriptor(
  id: string,
  inputs: readonly [string, WireKind][],
  outputs: readonly [string, WireKind][],
): NodeDescriptor {
  const out = outputs.map(([name, type]) => port(name, type));
  return {
    id,
    version: 1,
    category: "test",
    title: { en: id, zh: id },
    summary: { en: "", zh: "" },
    inputs: inputs.map(([name, type]) => port(name, type)),
    params: [],
    outputs: out,
    traits: { cost: "light" },
    idBase: id,
    makes: out[0]?.type ?? "figure",
    sources: [],
  };
}

/** An editor with a source, a cleaner of tables and a learner's fit. */
export function testEditor(fake: Fake = fakeServices()): Editor {
  const descriptors = [
    descriptor("source", [], [["table", "table"]]),
    descriptor("clean", [["table", "table"]], [["table", "table"]]),
    descriptor("recipe", [], [["learner", "learner"]]),
    descriptor(
      "fit",
      [
        ["learner", "learner"],
        ["data", "table"],
      ],
      [["model", "model"]],
    ),
  ];
  let clock = 0;
  const now = () => {
    clock += 5000;
    return clock;
  };
  const setup = { services: fake.services, descriptors, language: "en", theme: "light", now } as const;
  const editor = createEditor(setup);
  fake.services.host.subscribe((event) => hearHost(editor, event));
  return editor;
}
