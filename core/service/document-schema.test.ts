import { expect, it } from "vitest";
import { sampleDocument } from "../graph/sample.ts";
import { documentSchema } from "./document-schema.ts";

const sample = sampleDocument();
const [first = ""] = Object.keys(sample.nodes);
const issuesOf = (value: unknown) => documentSchema.safeParse(value).error?.issues.map(({ path }) => path);

it("takes a document, again and after a change of it, as it is", () => {
  const changed = { ...sample, nodes: { ...sample.nodes, [first]: { ...sample.nodes[first], title: "x" } } };
  for (const document of [sample, sample, changed, sample])
    expect(documentSchema.parse(document)).toEqual(document);
});

it("says where something is wrong, also beside what it has seen before, and each time", () => {
  documentSchema.parse(sample);
  const wrong = { ...sample, nodes: { ...sample.nodes, bad: { type: 3, version: 1, params: {} } } };
  for (let turn = 0; turn < 2; turn++) expect(issuesOf(wrong)).toEqual([["nodes", "bad", "type"]]);
  expect(issuesOf({ ...sample, view: 4 })).toEqual([["view"]]);
  expect(issuesOf({ ...sample, wires: null })).toEqual([["wires"]]);
});

it("looks only at what is new", () => {
  documentSchema.parse(sample);
  let read = 0;
  const watched = (record: object) =>
    new Proxy(record, {
      get(target, key) {
        read++;
        return Reflect.get(target, key);
      },
    });
  const node = watched({ ...sample.nodes[first] });
  const before = { ...sample, nodes: { ...sample.nodes, [first]: node } };
  documentSchema.parse(before);
  expect(read).toBeGreaterThan(0);
  read = 0;
  documentSchema.parse({ ...before, title: "another" });
  expect(read).toBe(0);
});
