/** The data sets that ship with the product: where they lie, whatever folder the compiled code runs from. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fail } from "../../core/base/diagnostic.ts";

export const shippedTables = {
  "breast-cancer": { file: "breast-cancer.csv", options: { target: "diagnosis" } },
  iris: { file: "iris.csv", options: { target: "species" } },
  wine: { file: "wine.csv", options: { target: "cultivar" } },
  // Classes that look like numbers.
  digits: { file: "digits.csv", options: { target: "digit", kinds: { digit: "categorical" } } },
  diabetes: { file: "diabetes.csv", options: { target: "progression" } },
  penguins: { file: "penguins.csv", options: { target: "species" } },
} as const;

/** The absolute path of a shipped data file. */
export function shippedPath(file: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, "examples", "data", file);
    if (existsSync(candidate)) return candidate;
    const parent = dirname(folder);
    if (parent === folder) return fail("file.missing", { path: `examples/data/${file}` });
    folder = parent;
  }
}
