import { describe, expect, it } from "vitest";
import { diagnosticFrom } from "../../test/support/follow.ts";
import { nodes } from "../../test/support/stub-nodes.ts";
import { describe as descriptorOf } from "./descriptor.ts";
import { createRegistry } from "./registry.ts";

describe("the registry", () => {
  it("finds nodes by id, and none by the name of an object's method", () => {
    const registry = createRegistry(nodes);
    expect(registry.get("stub.work")?.title).toBe("Work");
    expect(registry.get("toString")).toBeUndefined();
    expect(registry.get("__proto__")).toBeUndefined();
    expect(registry.descriptors().map((one) => one.id)).toEqual(nodes.map((one) => one.id));
  });

  it("refuses a duplicate id", async () => {
    const said = await diagnosticFrom(() => createRegistry([...nodes, nodes[0]]));
    expect(said).toMatchObject({ code: "registry.duplicate-id", values: { type: nodes[0].id } });
  });
});

describe("a descriptor", () => {
  it("keeps the order of ports, parameters and choices, and fills no words in", () => {
    const work = descriptorOf(nodes[1]);
    expect(work.inputs.map((port) => [port.name, port.type, port.optional])).toEqual([
      ["a", "number", true],
      ["b", "number", true],
    ]);
    expect(work.params.map((param) => param.name)).toEqual(["add", "steps", "does"]);
    expect(work.params[2].choices?.slice(0, 2).map((one) => one.value)).toEqual(["nothing", "wait"]);
    expect(work.makes).toBe("number");
  });
});
