import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DiagnosticError } from "../base/diagnostic.ts";
import { apply } from "./apply.ts";
import type { Command } from "./commands.ts";
import { emptyDocument, type GraphDocument } from "./document.ts";
import { flattenGroups } from "./flatten.ts";
import { parseDocument } from "./parse.ts";
import { sampleDocument } from "./sample.ts";
import { writeDocument } from "./write.ts";

const done = (document: GraphDocument, ...commands: Command[]) =>
  commands.reduce((made, command) => apply(made, command).document, document);
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof DiagnosticError) return thrown.diagnostic.code;
    throw thrown;
  }
  return "";
};
/** The wires without their names: what feeds what. */
const feeds = (document: GraphDocument) =>
  Object.values(flattenGroups(document).wires)
    .map(({ from, to }) => `${from.join(".")} > ${to.join(".")}`)
    .sort();

const boosting: Command = {
  kind: "group",
  id: "learning",
  title: "Learning",
  members: ["stump", "ada", "fit"],
};

describe("a group", () => {
  test("takes what is selected, and its edge becomes ports", () => {
    const document = done(sampleDocument(), boosting);
    expect(Object.keys(document.nodes)).toEqual(["data", "predict", "scores", "split"]);
    const { inputs, outputs, wires } = document.groups.learning;
    expect(inputs).toEqual({ table: { order: 0, to: [["fit", "table"]] } });
    expect(outputs).toEqual({ model: { order: 0, from: ["fit", "model"] } });
    expect(Object.keys(wires).sort()).toEqual(["w2", "w3"]);
    expect(document.wires.w4).toEqual({ from: ["split", "train"], to: ["learning", "table"] });
    expect(document.wires.w5).toEqual({ from: ["learning", "model"], to: ["predict", "model"] });
  });

  test("changes nothing but names, whatever is grouped in whatever order, and dissolves without a trace", () => {
    const ids = ["ada", "data", "fit", "predict", "scores", "split", "stump"];
    fc.assert(
      fc.property(fc.array(fc.subarray(ids, { minLength: 1 }), { maxLength: 5 }), (wishes) => {
        let document = sampleDocument();
        const plain = feeds(document);
        const made: string[] = [];
        wishes.forEach((wish, index) => {
          const id = `g${index}`;
          const here = [...Object.keys(document.nodes), ...Object.keys(document.groups)];
          const members = wish.map((name) => (here.includes(name) ? name : (made.at(-1) ?? name)));
          const command: Command = {
            kind: "group",
            id,
            title: id,
            members: [...new Set(members)].filter((name) => here.includes(name)),
          };
          try {
            document = apply(document, command).document;
            made.push(id);
          } catch (thrown) {
            if (!(thrown instanceof DiagnosticError)) throw thrown;
          }
        });
        expect(
          feeds(document)
            .map((line) => line.replaceAll(/g\d\//g, ""))
            .sort(),
        ).toEqual(plain);
        const reread = parseDocument(writeDocument(document));
        expect(reread.diagnostics).toEqual([]);
        expect(reread.document).toEqual(document);
        while (Object.keys(document.groups).length > 0) {
          document = done(document, { kind: "ungroup", group: Object.keys(document.groups)[0] });
        }
        expect(feeds(document)).toEqual(plain);
        expect(document.nodes).toEqual(sampleDocument().nodes);
        expect(document.view.positions).toEqual(sampleDocument().view.positions);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  test("within a group is a group like any other, and edits inside are edits", () => {
    const inner: Command = { kind: "group", id: "weak", title: "Weak", members: ["stump", "ada"] };
    const document = done(
      sampleDocument(),
      boosting,
      { kind: "within", groups: ["learning"], command: inner },
      {
        kind: "within",
        groups: ["learning", "weak"],
        command: { kind: "setParam", node: "ada", name: "rounds", value: 3 },
      },
    );
    const flat = flattenGroups(document);
    expect(flat.nodes["learning/weak/ada"].params.rounds).toBe(3);
    expect(flat.wires["learning/w3"]).toEqual({
      from: ["learning/weak/ada", "learner"],
      to: ["learning/fit", "learner"],
    });
  });

  test("is refused where a way leads out of it and in again", () => {
    const command: Command = { kind: "group", id: "g", title: "", members: ["data", "fit"] };
    expect(codeOf(() => apply(sampleDocument(), command))).toBe("command.group-cycle");
  });

  test("keeps a port whose inside is deleted, and the wire outside", () => {
    const document = done(sampleDocument(), boosting, {
      kind: "within",
      groups: ["learning"],
      command: { kind: "removeNodes", ids: ["fit"] },
    });
    expect(document.groups.learning.inputs.table.to).toEqual([]);
    expect(document.groups.learning.outputs.model.from).toBeUndefined();
    expect(document.wires.w4.to).toEqual(["learning", "table"]);
    expect(feeds(document)).not.toContain("split.train > learning/fit.table");
  });

  test("renames a port with its wires, and takes one away with them", () => {
    const port = { group: "learning", side: "inputs", port: "table" } as const;
    const document = done(sampleDocument(), boosting, { kind: "renameGroupPort", ...port, name: "rows" });
    expect(document.wires.w4.to).toEqual(["learning", "rows"]);
    expect(feeds(document)).toEqual(feeds(done(sampleDocument(), boosting)));
    const without = done(document, { kind: "removeGroupPort", ...port, port: "rows" });
    expect(without.wires.w4).toBeUndefined();
  });

  test("muted mutes what is in it", () => {
    const document = done(sampleDocument(), boosting, {
      kind: "setGroup",
      group: "learning",
      state: "muted",
      fields: ["state"],
    });
    expect(flattenGroups(document).nodes["learning/ada"].state).toBe("muted");
  });

  test("feeds one input once: by a port or by a wire", () => {
    const document = done(sampleDocument(), boosting, {
      kind: "setGroupInput",
      group: "learning",
      port: "weak",
      record: { to: [["ada", "learner"]] },
    });
    expect(document.groups.learning.wires.w2).toBeUndefined();
    const back = done(document, {
      kind: "within",
      groups: ["learning"],
      command: { kind: "addWire", id: "w2", from: ["stump", "learner"], to: ["ada", "learner"] },
    });
    expect(back.groups.learning.inputs.weak.to).toEqual([]);
  });

  test("without a wire at its port, a document is the same flat one", () => {
    expect(flattenGroups(emptyDocument("")).nodes).toEqual({});
    const plain = sampleDocument();
    expect(flattenGroups(plain)).toBe(plain);
  });
});
