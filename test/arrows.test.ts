/** The import rules of design §2 and docs/INVARIANTS.md, as data. Tests and their helpers may look anywhere. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeOf, imports, roomOf, root, sources, tops } from "./support/imports.ts";

/** Room → the rooms that it may import; its own is always allowed. `type:` before a name allows types only. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "core/base": [],
  "core/words": ["core/base"],
  "core/types": ["core/base", "core/words"],
  "core/graph": ["core/base", "core/words"],
  "core/node": ["core/base", "core/words", "core/types", "type:core/graph"],
  "core/backend": ["core/base"],
  "core/kernels": ["core/base"],
  "core/ml": ["core/base", "core/backend", "core/kernels"],
  "core/script": ["core/base", "core/words", "core/graph", "core/node", "type:core/types"],
  "core/runs": ["core/base", "core/words", "type:core/ml"],
  "core/service": ["core/base", "core/words", "core/types", "core/graph", "type:core/node"],
  "core/engine": [
    "core/base",
    "core/words",
    "core/types",
    "core/graph",
    "core/node",
    "core/script",
    "core/runs",
    "core/ml",
    "type:core/service",
  ],
  "core/service/host": ["core/base", "core/words", "core/graph", "core/service", "core/engine"],
  "core/service/client": ["core/base", "core/words", "core/service", "core/service/host"],
  nodes: ["core/base", "core/words", "core/node", "core/types", "core/ml"],
  cli: [
    "core/base",
    "core/words",
    "core/graph",
    "core/node",
    "core/backend",
    "core/engine",
    "core/script",
    "core/service",
    "core/service/client",
    "core/service/host",
    "nodes",
  ],
  renderer: [
    "core/base",
    "core/words",
    "core/types",
    "core/graph",
    "core/service/client",
    "type:core/service",
    "type:core/node",
  ],
  electron: [
    "core/base",
    "core/words",
    "core/graph",
    "core/service",
    "core/service/client",
    "core/service/host",
    "cli",
  ],
  bench: [
    "core/base",
    "core/kernels",
    "core/ml",
    "core/graph",
    "core/node",
    "core/engine",
    "cli",
    "nodes",
    "test",
  ],
};

/** Rooms by the one file of theirs that others may name. */
const narrow: readonly { from: RegExp; room: string; only: RegExp; why: string }[] = [
  {
    from: /^core\/engine\//,
    room: "core/ml",
    only: /^core\/ml\/(values|inspect\/\w[\w-]*)\.ts$/,
    why: "the engine looks at values and calls no algorithm",
  },
  {
    from: /^core\/service\/host\//,
    room: "core/engine",
    only: /^core\/engine\/granted-files\.ts$/,
    why: "a host runs nothing",
  },
  {
    from: /^core\/service\/client\//,
    room: "core/service/host",
    only: /^core\/service\/host\/dispatch\.ts$/,
    why: "the in-process line ends there",
  },
  {
    from: /^electron\//,
    room: "cli",
    only: /^cli\/(data|store)-folder\.ts$/,
    why: "the shell keeps things where the other hosts do, and runs nothing",
  },
  { from: /^cli\//, room: "nodes", only: /^nodes\/nodes\.generated\.ts$/, why: "hosts hand over the list" },
];

const own = imports.filter(
  ({ to }) => tops.some((top) => to.startsWith(`${top}/`)) || to.startsWith("test/"),
);
const shown = ({ from, to }: { from: string; to: string }) => `${from} → ${to}`;

describe("imports", () => {
  it("are all seen", () => {
    // A reader of imports that finds none would let everything pass.
    expect(own.length).toBeGreaterThan(300);
    expect(own.map(shown)).toContain("core/service/client/in-process.ts → core/service/host/dispatch.ts");
    expect(imports).toContainEqual({
      from: "core/node/node.ts",
      to: "core/graph/migrations.ts",
      typeOnly: true,
    });
  });

  it("go one way", () => {
    const wrong = own.filter(({ from, to, typeOnly }) => {
      const [here, there] = [roomOf(from), roomOf(to)];
      if (here === there) return false;
      const rules = allowed[here] ?? [];
      return !rules.includes(there) && !(typeOnly && rules.includes(`type:${there}`));
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  it("name no more of a room than they need", () => {
    const wrong = own.filter(({ from, to }) =>
      narrow.some(
        (rule) =>
          rule.from.test(from) &&
          roomOf(to) === rule.room &&
          roomOf(from) !== rule.room &&
          !rule.only.test(to),
      ),
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  it("form no circle of rooms", () => {
    const open = new Map<string, Set<string>>();
    for (const { from, to } of own) {
      if (roomOf(from) !== roomOf(to))
        open.set(roomOf(from), (open.get(roomOf(from)) ?? new Set()).add(roomOf(to)));
    }
    for (let before = -1; before !== open.size; ) {
      before = open.size;
      for (const [room, needs] of open) if ([...needs].every((need) => !open.has(need))) open.delete(room);
    }
    expect([...open.keys()]).toEqual([]);
  });

  it("form no circle of files", () => {
    const open = new Map(
      sources.map((path) => [
        path,
        own.filter((one) => one.from === path && !one.typeOnly).map((one) => one.to),
      ]),
    );
    for (let before = -1; before !== open.size; ) {
      before = open.size;
      for (const [path, needs] of open) if (needs.every((need) => !open.has(need))) open.delete(path);
    }
    expect([...open.keys()]).toEqual([]);
  });

  it("bring no engine, node or algorithm into the page", () => {
    const reached = new Set(sources.filter((path) => path.startsWith("renderer/")));
    for (const path of reached)
      for (const one of own) if (one.from === path && !one.typeOnly) reached.add(one.to);
    const heavy = /^(core\/(engine|ml|node|script)\/|core\/service\/host\/|nodes\/|cli\/)/;
    expect([...reached].filter((path) => heavy.test(path))).toEqual([]);
  });

  it("of nodes stay in their category", () => {
    const declared = new Set(
      sources.filter((path) => path.startsWith("nodes/") && codeOf(path).includes("= defineNode(")),
    );
    const shared = /^nodes\/[\w-]+\.ts$/;
    const wrong = own.filter(({ from, to }) => {
      if (!from.startsWith("nodes/") || !to.startsWith("nodes/") || from === "nodes/nodes.generated.ts")
        return false;
      return declared.has(to) || !(shared.test(to) || from.split("/")[1] === to.split("/")[1]);
    });
    expect(wrong.map(shown)).toEqual([]);
    expect(declared.size).toBeGreaterThan(9);
  });

  it("of the library need nothing but its packages", () => {
    const library = imports.filter(({ from }) => /^core\/(ml|base|backend|kernels)\//.test(from));
    const packages = new Set(
      library.map(({ to }) => to).filter((to) => !to.startsWith("core/") && !to.startsWith("node:")),
    );
    const manifest = readFileSync(join(root, "dist", "lib", "package.json"), "utf8");
    // Tensor backends are the script's own choice, and are loaded by name.
    const { dependencies, peerDependencies } = JSON.parse(manifest) as {
      dependencies: Record<string, string>;
      peerDependencies: Record<string, string>;
    };
    const named = [...packages].map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    );
    const bound = named.filter((name) => !Object.hasOwn(peerDependencies, name));
    expect([...new Set(bound)].sort()).toEqual(Object.keys(dependencies).sort());
  });
});

describe("source files", () => {
  it("have named exports only", () => {
    expect(sources.filter((path) => /^export default\b/m.test(codeOf(path)))).toEqual([]);
  });

  it("re-export nothing whole", () => {
    expect(sources.filter((path) => /^export \*/m.test(codeOf(path)))).toEqual([]);
  });

  it("stand in rooms with a short README", () => {
    const rooms = new Set(
      sources.map(roomOf).map((room) => (room.startsWith("core/service") ? "core/service" : room)),
    );
    const folders = readdirSync(join(root, "core"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    for (const { name } of folders) rooms.add(`core/${name}`);
    for (const room of [...rooms, "examples", "test/museum"]) {
      const page = join(root, room, "README.md");
      const missing = existsSync(page) ? "" : `${room} has no README.md`;
      expect(missing).toBe("");
      const lines = readFileSync(page, "utf8").trimEnd().split("\n").length;
      expect(lines, room).toBeLessThanOrEqual(10);
    }
  });
});
