/** Addresses of windows with one result. */
import { expect, it } from "vitest";
import { poppedIn, queryOf } from "./address.ts";

it("come back as they were written, whatever stands in them", () => {
  const address = {
    panel: "prep & more/fit=1/trace",
    views: { "trace/trace": "weights", "table/a=b": "matrix" },
  };
  const query = queryOf({ doc: "d1", file: "a b/ü&.espalier", example: "xor" }, address);
  expect(poppedIn(`?${query}`)).toEqual(address);
  expect(new URLSearchParams(query).get("file")).toBe("a b/ü&.espalier");
  expect(new URLSearchParams(query).has("example")).toBe(false);
});

it("of an editor name no result", () => {
  expect(poppedIn("?doc=d1&file=a.espalier")).toBeUndefined();
  expect(poppedIn("?panel=")).toBeUndefined();
  expect(poppedIn("?panel=a/b&view=scatter")).toEqual({ panel: "a/b", views: {} });
});
