/** Reads the golden numbers. Imports nothing of the project, so that the tests of any layer may use it. */
import { readFileSync } from "node:fs";

/** A golden JSON file beside this module. The caller says what shape its script gave it. */
export function golden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
}
