/** When something was, as one says it: today, yesterday, 12 Nov. */
import type { Language } from "../../core/words/catalogue.ts";
import { localeOf } from "../words/locale.ts";

/** Both moments in milliseconds since 1970, told in the reader's own days. */
export function dayWords(language: Language, moment: number, now: number): string {
  const locale = localeOf(language);
  const [then, today] = [new Date(moment), new Date(now)];
  const days = Math.round((startOfDay(today) - startOfDay(then)) / 864e5);
  if (days >= 0 && days < 2)
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-days, "day");
  const year = then.getFullYear() === today.getFullYear() ? {} : ({ year: "numeric" } as const);
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", ...year }).format(then);
}

/** In a day with a change of the clock, noon to noon is still nearest to a whole day. */
function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), 12).getTime();
}
