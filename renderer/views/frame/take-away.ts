/** A view on its way out of the page: as a picture that carries its graph, as numbers in a file or on the clipboard. */
import type { Cell } from "../../../core/service/look.ts";
import type { Language } from "../../words/language.ts";
import type { Colours } from "../colours.ts";
import { csvOf, fileName, tsvOf } from "../csv.ts";
import { brief } from "../numbers.ts";
import { allRows } from "../rows/all-rows.ts";
import { sayView } from "../words.ts";
import { withFonts } from "./embed-fonts.ts";
import type { LongSheet, Takeaway } from "./exporter.ts";
import { saveLong } from "./long-export.ts";
import { type Passport, signPng, signSvg } from "./passport.ts";
import { pngOf, saveFile } from "./save.ts";
import { mostSet, tableFigure } from "./table-figure.ts";

export type Format = "png" | "svg" | "csv" | "copy";

/** More than a clipboard is good for. */
const mostCopied = 100_000;

/** What a view can be taken away as: whatever has numbers has a picture too, if only of them. */
export function formatsOf({ svg, sheet, long }: Takeaway): readonly Format[] {
  const numbers = sheet !== undefined || long !== undefined;
  const copied = sheet !== undefined || (long !== undefined && long.count <= mostCopied);
  return [
    ...(svg || numbers ? (["png", "svg"] as const) : []),
    ...(numbers ? (["csv"] as const) : []),
    ...(copied ? (["copy"] as const) : []),
  ];
}

type Wish = {
  readonly format: Format;
  readonly title: string;
  /** Goes with a picture, where there is one. */
  readonly passport: Passport | undefined;
  readonly language: Language;
  readonly colours: Colours;
};

/** Answers whether it went, or was given up. */
export async function takeAway(takeaway: Takeaway, wish: Wish): Promise<boolean> {
  const { format, title, passport } = wish;
  const { sheet, long } = takeaway;
  switch (format) {
    case "csv":
      if (long) return (await saveLong(fileName(title, "csv"), long)) === "saved";
      if (sheet) saveFile(fileName(title, "csv"), csvOf(await sheet()), "text/csv;charset=utf-8");
      return true;
    case "copy": {
      const copied = long ? await firstOf(long, long.count) : await sheet?.();
      if (copied) await navigator.clipboard.writeText(tsvOf(copied));
      return true;
    }
    case "svg": {
      const picture = await withFonts(await pictureOf(takeaway, wish));
      saveFile(fileName(title, "svg"), passport ? signSvg(picture, passport) : picture, "image/svg+xml");
      return true;
    }
    case "png": {
      const drawn = await pngOf(await withFonts(await pictureOf(takeaway, wish)));
      const picture = new Uint8Array(await drawn.arrayBuffer());
      const signed = passport ? await signPng(picture, passport) : picture;
      saveFile(fileName(title, "png"), signed as BlobPart, "image/png");
      return true;
    }
  }
}

async function firstOf({ head, count, fetch }: LongSheet, most: number) {
  return { head, rows: await allRows(Math.min(most, count), fetch) };
}

/** What is seen; of a view that is read and not drawn, its numbers as a table. */
async function pictureOf(
  { svg, sheet, long }: Takeaway,
  { title, language, colours }: Wish,
): Promise<string> {
  if (svg) return svg();
  const set = long ? await firstOf(long, mostSet) : ((await sheet?.()) ?? { head: [], rows: [] });
  const count = long?.count ?? set.rows.length;
  const more = count > mostSet ? sayView(language, "table.cut", { shown: mostSet, count }) : "";
  const word = (cell: Cell) => {
    if (typeof cell !== "number") return cell === null ? "∅" : String(cell);
    return Number.isInteger(cell) ? String(cell) : brief(language, cell);
  };
  return tableFigure({ title, sheet: set, more, word }, colours);
}
