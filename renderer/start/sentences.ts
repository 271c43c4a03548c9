/** What a profile found, as sentences. */
import type { ColumnProfile, ColumnSign, TargetProfile } from "../../core/base/table-profile.ts";
import type { Language } from "../../core/words/catalogue.ts";
import { localeOf } from "../words/locale.ts";
import { sayStart } from "./say.ts";

/** Why a column is suspicious. */
export function signSentence(
  language: Language,
  sign: ColumnSign,
  column: ColumnProfile,
  rows: number,
  target: string,
): string {
  switch (sign.kind) {
    case "constant":
      return sayStart(language, "sign.constant", { value: sign.value });
    case "identifier":
      return sayStart(language, "sign.identifier", {
        distinct: column.distinct,
        rows: rows - column.missing,
      });
    case "many-levels":
      return sayStart(language, "sign.many-levels", { distinct: column.distinct });
    case "missing":
      return sayStart(language, "sign.missing", { share: shareOf(language, column.missing / rows) });
    case "gives-away":
      return sayStart(language, `sign.gives-away.${sign.how}`, {
        target,
        share: shareOf(language, sign.strength),
        size: sign.strength.toFixed(4),
      });
    case "date":
      return sayStart(language, `sign.date.${sign.orders}`, { target });
    default:
      return sayStart(language, `sign.${sign.kind}`);
  }
}

/** Why this column was taken for the target. */
export function reasonSentence(language: Language, { reason }: TargetProfile): string {
  switch (reason.kind) {
    case "name":
      return sayStart(language, "reason.name", { word: reason.word });
    case "few-levels":
      return sayStart(language, "reason.few-levels", { levels: reason.levels });
    default:
      return sayStart(language, `reason.${reason.kind}`);
  }
}

/** A share with the digits it deserves: never 100 % for what is not all, nor 0 % for what is not nothing. */
export function shareOf(language: Language, share: number): string {
  const near = share > 0 && share < 1 && (share > 0.995 || share < 0.005);
  const digits = near ? 2 : share < 0.1 && share > 0 ? 1 : 0;
  return new Intl.NumberFormat(localeOf(language), {
    style: "percent",
    maximumFractionDigits: digits,
    roundingMode: share > 0.5 ? "floor" : "ceil",
  } as Intl.NumberFormatOptions).format(share);
}
