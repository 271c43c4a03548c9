/** Files as people have them: six that make trouble where a reader or a learner is careless. Same text every time. */
import { readFileSync } from "node:fs";
import { randomStream } from "../../core/base/random.ts";

export type AwkwardFile = {
  name: string;
  /** What a person would say is to be predicted, and as what. */
  target: string;
  task: "classification" | "regression";
  /** Columns that must be proposed to be left out. */
  leftOut: readonly string[];
  /** The column that divides the rows by time. */
  time?: string;
  text(): string;
};

const iris = new URL("../../examples/data/iris.csv", import.meta.url);

/** A draw of the normal distribution, uniform ones and choices, all from one seed. */
function dice(purpose: string) {
  const random = randomStream(20261123, purpose);
  const { uniform, normal } = random;
  return { uniform, normal, one: <T>(of: readonly T[]): T => of[random.below(of.length)] };
}

const lines = (head: readonly string[], rows: number, row: (at: number) => readonly unknown[], by = ",") =>
  `${[head.join(by), ...Array.from({ length: rows }, (_, at) => row(at).join(by))].join("\n")}\n`;

export const awkwardFiles: readonly AwkwardFile[] = [
  {
    name: "no-header.csv",
    target: "column5",
    task: "classification",
    leftOut: [],
    text: () => readFileSync(iris, "utf8").split("\n").slice(1).join("\n"),
  },
  {
    name: "semicolons.csv",
    target: "Preis",
    task: "regression",
    leftOut: [],
    text() {
      const { uniform, normal, one } = dice("semicolons");
      const comma = (value: number) => value.toFixed(2).replace(".", ",");
      return lines(
        ["Fläche", "Zimmer", "Lage", "Balkon", "Preis"],
        180,
        () => {
          const area = 30 + 120 * uniform();
          const place = one(["Mitte", "Nord", "Süd"]);
          const price = 900 + 12.5 * area + (place === "Mitte" ? 400 : 0) + 90 * normal();
          const rooms = uniform() < 0.1 ? "" : String(1 + Math.floor(area / 32));
          return [comma(area), rooms, place, one(["ja", "nein", ""]), comma(price)];
        },
        ";",
      );
    },
  },
  {
    name: "dates.csv",
    target: "sales",
    task: "regression",
    leftOut: [],
    time: "day",
    text() {
      const { normal } = dice("dates");
      return lines(["day", "temperature", "promotion", "sales"], 365, (at) => {
        const day = new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);
        const warmth = 10 - 12 * Math.cos((2 * Math.PI * at) / 365) + 2 * normal();
        const promoted = at % 9 === 0;
        return [
          day,
          warmth.toFixed(1),
          promoted,
          (200 + 4 * warmth + (promoted ? 60 : 0) + 9 * normal()).toFixed(2),
        ];
      });
    },
  },
  {
    name: "customers.csv",
    target: "churned",
    task: "classification",
    leftOut: ["customer_id", "email", "country"],
    text() {
      const { uniform, normal, one } = dice("customers");
      return lines(["customer_id", "email", "country", "plan", "months", "calls", "churned"], 400, (at) => {
        const months = 1 + Math.floor(60 * uniform());
        const calls = Math.max(0, Math.round(3 + 2 * normal()));
        const leaves = 0.4 * calls - 0.06 * months + normal() > 0.4;
        const mail = `p${at}.${Math.floor(uniform() * 1e6)}@example.org`;
        return [10_007 + at, mail, "NL", one(["free", "plus", "pro"]), months, calls, leaves ? "yes" : "no"];
      });
    },
  },
  {
    name: "leaking.csv",
    target: "diagnosis",
    task: "classification",
    leftOut: ["therapy_code", "score_after"],
    text() {
      const { uniform, normal } = dice("leaking");
      return lines(["age", "pressure", "marker", "therapy_code", "score_after", "diagnosis"], 300, () => {
        const age = Math.round(30 + 50 * uniform());
        const marker = normal();
        const ill = 1.4 * marker + 0.03 * (age - 55) + 0.8 * normal() > 0;
        const after = (ill ? 60 : 20) + 15 * uniform();
        const code = ill ? (uniform() < 0.5 ? "T1" : "T2") : "none";
        const pressure = uniform() < 0.15 ? "NA" : Math.round(120 + 15 * normal() + (ill ? 8 : 0));
        return [age, pressure, marker.toFixed(3), code, after.toFixed(2), ill ? "ill" : "well"];
      });
    },
  },
  {
    name: "large.csv",
    target: "label",
    task: "classification",
    leftOut: [],
    text() {
      const { normal, one } = dice("large");
      return lines(["a", "b", "c", "d", "kind", "label"], 200_000, () => {
        const [a, b, c, d] = [normal(), normal(), normal(), normal()];
        const kind = one(["x", "y", "z"]);
        const on = a + 0.6 * b * b - 0.4 * c + (kind === "x" ? 0.5 : 0) + normal() > 0.5;
        return [a.toFixed(3), b.toFixed(3), c.toFixed(3), d.toFixed(3), kind, on ? 1 : 0];
      });
    },
  },
];

/** The file of that name. */
export function awkwardFile(name: string): AwkwardFile {
  const found = awkwardFiles.find((file) => file.name === name);
  if (!found) throw new Error(`no file ${name}`);
  return found;
}
