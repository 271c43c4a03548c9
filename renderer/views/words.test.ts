/** Both languages say everything that the views say, with the same values, and nothing is said that no view uses. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { argumentsOf } from "../testing/messages.ts";
import { viewWordsEn } from "./words.en.ts";
import { sayName, sayView, type ViewKey } from "./words.ts";
import { viewWordsZh } from "./words.zh.ts";

const keys = Object.keys(viewWordsEn) as ViewKey[];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(path) && !/\/words\.|\.test\./.test(path) ? [readFileSync(path, "utf8")] : [];
  });
}

it("stands in both languages with the same values", () => {
  expect(Object.keys(viewWordsZh).sort()).toEqual([...keys].sort());
  for (const key of keys) {
    expect(viewWordsZh[key].trim(), key).not.toBe("");
    expect(argumentsOf(viewWordsEn[key]), key).toEqual(expect.arrayContaining(argumentsOf(viewWordsZh[key])));
  }
});

it("follows plurals and parses", () => {
  const values = {
    count: 1,
    size: "64",
    ms: "1.5",
    error: "1e-7",
    rows: 1,
    columns: 2,
    total: 3,
    index: "round",
    feature: "x",
    value: "0.5",
    at: "7",
    row: "3",
    shown: "2",
    truth: "a",
    predicted: "b",
    share: "5%",
    target: "y",
    name: "accuracy",
    on: "unseen",
    rope: "0.01",
    learner: "tree",
    column: "b",
    metric: "F1",
    difference: "0.1",
    tP: "0.1",
    tHolm: "0.1",
    rankP: "0.1",
    rankHolm: "0.1",
    rowBetter: "0.1",
    equivalent: "0.1",
    columnBetter: "0.1",
    mean: "1",
    x: "a",
    y: "b",
    baseline: "0.9",
    features: 3,
    sd: "0.1",
  };
  for (const key of keys)
    for (const language of ["en", "zh"] as const)
      expect(sayView(language, key, values), key).not.toMatch(/[{}]/);
  expect(sayView("en", "table.explain", { rows: 1, columns: 31 })).toMatch(/^1 row and 31 columns/);
});

it("has no exclamation marks", () => {
  for (const key of keys) expect(`${viewWordsEn[key]}${viewWordsZh[key]}`, key).not.toMatch(/[!！]/);
});

it("is all in use", () => {
  const text = sources("renderer/views").join("\n");
  // Made of a family and a name: of metrics, roles, averages, forms of a look.
  const families =
    /^(metric|series|role|column|export)\.|^profile\.(least|median|greatest|mean|deviation|missing|distinct|infinite)$|^scatter\.[xy]$|^scores\.spread$|^curves\.(micro|macro|confidence)$|^view\.(roc|precision-recall|calibration)$|^(roc|precision-recall|calibration)\.explain$/;
  expect(keys.filter((key) => !families.test(key) && !text.includes(`"${key}"`))).toEqual([]);
});

it("shows a name that it does not know as it is", () => {
  expect(sayName("zh", "metric", "mcc")).toBe("MCC");
  expect(sayName("en", "series", "gradientNorm")).toBe("gradientNorm");
  expect(sayName("en", "metric", "ownSd")).toBe("ownSd");
});

it("names the spread of a metric over folds after the metric", () => {
  expect(sayName("en", "metric", "accuracySd")).toBe("accuracy, standard deviation");
  expect(sayName("zh", "metric", "mccSd")).toBe("MCC（标准差）");
});
