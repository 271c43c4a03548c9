import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { documentVersion } from "./document.ts";
import { documentMigrations, migrate, misnumberedDocumentSteps, stepsNeverRun } from "./migrations.ts";
import { parseDocument } from "./parse.ts";
import { writeDocument } from "./write.ts";

const museum = new URL("../../test/museum/", import.meta.url);
const files = readdirSync(museum, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".espalier"),
);
const textOf = (name: string) => readFileSync(new URL(name, museum), "utf8");

describe("the museum", () => {
  test.each(files)("%s opens without a repair and comes to rest as today's format", (name) => {
    const { document, diagnostics, readOnly } = parseDocument(textOf(name));
    expect(diagnostics).toEqual([]);
    expect(readOnly).toBe(false);
    if (!document) throw new Error("no document");
    expect(document.formatVersion).toBe(documentVersion);
    const written = writeDocument(document);
    const again = parseDocument(written);
    expect(again.document).toEqual(document);
    if (name.startsWith(`v${documentVersion}/`)) expect(written).toBe(textOf(name));
  });

  test("holds a file of every format version", () => {
    for (let version = 1; version <= documentVersion; version++) {
      expect(files.filter((name) => name.startsWith(`v${version}/`))).not.toEqual([]);
    }
  });

  test("makes every migration of the document run at least once", () => {
    const ran = files.flatMap((name) => {
      const raw = JSON.parse(textOf(name));
      return migrate(raw, raw.formatVersion, documentMigrations).ran;
    });
    expect(stepsNeverRun(ran, documentMigrations, {})).toEqual([]);
    expect(misnumberedDocumentSteps()).toEqual([]);
    // One step for each version after the first, so that none was forgotten when the number went up.
    expect(documentMigrations).toHaveLength(documentVersion - 1);
  });
});
