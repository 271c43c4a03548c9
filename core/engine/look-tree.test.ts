/** Looks at trees: of numbers, and with the question whether there is a value at all. */
import { describe, expect, it } from "vitest";
import { fitNow } from "../ml/learner/fit.ts";
import { numberColumn } from "../ml/table/columns.ts";
import { tableFrom } from "../ml/table/table.ts";
import { tree } from "../ml/tree/tree.ts";
import { lookSchema } from "../service/look-schema.ts";
import { lookAt } from "./look.ts";

describe("a tree of numbers", () => {
  const columns = [numberColumn("x", [1, null, 2]), numberColumn("y", [5, 9, 5], { role: "target" })];
  const look = lookAt(fitNow(tree(), tableFrom({ columns, source: "look" })), {});

  it("passes the border of a transport", () => {
    expect(lookSchema.safeParse(JSON.parse(JSON.stringify(look))).error?.issues ?? []).toEqual([]);
  });

  it("says values in place of shares, and where missing cells go", () => {
    const nodes = look?.kind === "model" ? (look.tree?.nodes ?? []) : [];
    expect(nodes.map((node) => node.distribution)).toEqual([[19 / 3], [5], [9]]);
    expect(nodes[0]).toMatchObject({ feature: "x", missing: "right", left: 1, right: 2, rows: 3 });
    expect(nodes[0]).not.toHaveProperty("threshold");
    expect(nodes[1]).not.toHaveProperty("label");
  });
});
