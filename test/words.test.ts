/** Every code has words in both languages, no words are idle, and each message gets the values that it asks for. */
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import type { Language, Wording } from "../core/words/catalogue.ts";
import { repairWords } from "../core/words/repairs.ts";
import { catalogues, format, placeOf, wordDiagnostic, wordRepair } from "../core/words/word.ts";
import { codesInSource, codesSaid, speaking, valuesSaid } from "./support/codes.ts";
import { codeOf } from "./support/imports.ts";

const languages: readonly Language[] = ["en", "zh"];
const words = new Map(catalogues.flatMap((catalogue) => Object.entries(catalogue)));
const said = codesInSource();

describe("codes", () => {
  it("are found in the source", () => {
    expect(said.size).toBeGreaterThan(100);
    expect(codesSaid().length).toBeGreaterThan(100);
  });

  it("all have words", () => {
    const spoken = [...[...said].map(([code, paths]) => ({ code, path: paths[0] })), ...codesSaid()];
    expect(spoken.filter(({ code }) => !words.has(code))).toEqual([]);
  });

  it("stand in one catalogue each", () => {
    const all = catalogues.flatMap((catalogue) => Object.keys(catalogue));
    expect(all.filter((code, at) => all.indexOf(code) !== at)).toEqual([]);
  });

  it("are all in use", () => {
    const spoken = new Set([...said.keys(), ...codesSaid().map(({ code }) => code)]);
    expect([...words.keys()].filter((code) => !spoken.has(code))).toEqual([]);
  });
});

describe("messages", () => {
  it.each([...words])("%s asks for the same values in both languages", (_code, wording) => {
    expect(placeholders(wording.zh)).toEqual(placeholders(wording.en));
    for (const language of languages) {
      expect(wording[language].what.trim()).not.toBe("");
      expect(wording[language].hint.trim()).not.toBe("");
    }
    expect(wording.zh.what).toMatch(/\p{Script=Han}/u);
    expect(wording.zh.hint).toMatch(/\p{Script=Han}/u);
    expect(wording.en.what + wording.en.hint).not.toMatch(/\p{Script=Han}/u);
  });

  it("get every value that they ask for", () => {
    const calls = valuesSaid();
    expect(calls.length).toBeGreaterThan(100);
    const lacking = calls.flatMap(({ code, path, values }) => {
      const wording = words.get(code);
      if (!wording || values.includes("...")) return [];
      const missing = placeholders(wording.en).filter((name) => !values.includes(name));
      return missing.length > 0 ? [`${path}: ${code} without ${missing.join(", ")}`] : [];
    });
    expect(lacking).toEqual([]);
  });

  it("join lists as the language does", () => {
    const values = { value: "x", choices: ["a", "b"] };
    expect(wordDiagnostic({ code: "param.not-a-choice", severity: "error", values }, "en").what).toBe(
      "x is not one of: a, b.",
    );
    expect(wordDiagnostic({ code: "param.not-a-choice", severity: "error", values }, "zh").what).toBe(
      "x 不在可选项之中：a、b。",
    );
  });

  it("survive values from strangers", () => {
    const value = "{evil} '{' <b>#</b> '' \u2028";
    expect(format("Say {value}.", { value }, "en")).toBe(`Say ${value}.`);
    expect(wordDiagnostic({ code: "no.such-code", severity: "error", values: { a: 1 } }, "en").what).toBe(
      'no.such-code {"a":1}',
    );
    expect(wordDiagnostic({ code: "toString", severity: "error", values: {} }, "en").hint).toBe("");
    // A value that is missing: the message shows itself, and nothing is thrown.
    expect(format("Say {value}.", {}, "en")).toContain("Say {value}.");
  });

  it("name the place", () => {
    expect(placeOf({ code: "", severity: "error", values: {} })).toBe("");
    expect(placeOf({ code: "", severity: "error", values: {}, node: "n", param: "p" })).toBe("n.p");
    expect(placeOf({ code: "", severity: "error", values: {}, node: "n", port: "q", wire: "w" })).toBe(
      "n.q (wire w)",
    );
    expect(placeOf({ code: "", severity: "error", values: {}, wire: "w" })).toBe("wire w");
  });
});

describe("repairs", () => {
  it("have words in both languages, and each is offered somewhere", () => {
    const source = speaking.map(codeOf).join("\n");
    for (const [code, wording] of Object.entries(repairWords)) {
      expect(source.includes(`"${code}"`), code).toBe(true);
      expect(namesIn(wording.zh)).toEqual(namesIn(wording.en));
      expect(wording.zh).toMatch(/\p{Script=Han}/u);
      const values = Object.fromEntries(namesIn(wording.en).map((name) => [name, "THERE"]));
      for (const language of languages)
        expect(wordRepair({ code, values, commands: [] }, language)).toContain("THERE");
    }
    expect(wordRepair({ code: "toString", values: {}, commands: [] }, "en")).toBe("toString");
  });
});

function placeholders({ what, hint }: Wording): string[] {
  return [...new Set([...namesIn(what), ...namesIn(hint)])].sort();
}

type Part = { value?: unknown; options?: Readonly<Record<string, { value: readonly Part[] }>>; type: number };
const literal = 0;

function namesIn(message: string): string[] {
  const names = new Set<string>();
  const visit = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (part.type !== literal && typeof part.value === "string") names.add(part.value);
      for (const option of Object.values(part.options ?? {})) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(message, "en").getAst() as readonly Part[]);
  return [...names].sort();
}
