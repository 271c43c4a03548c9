/** What the page proposes of a profile before anybody has chosen: columns to leave out, and a column of time. */
import type { ColumnProfile, ColumnSign, TableProfile } from "../../core/base/table-profile.ts";

/** Kinds that no learner takes: whether they are left out is not for choosing. */
export function isUnusable({ kind }: Pick<ColumnProfile, "kind">): boolean {
  return kind === "text" || kind === "datetime";
}

/** The sign for which a column is proposed to be left out: the gravest that is a reason. */
export function reasonToLeave({ signs }: Pick<ColumnProfile, "signs">): ColumnSign | undefined {
  return signs[0];
}

/** The column by whose moments the rows are to be divided: the first that has one in every row. */
export function proposedTime({ columns }: Pick<TableProfile, "columns">): string | undefined {
  return columns.find(({ signs }) => signs.some((sign) => sign.kind === "date" && sign.orders === "yes"))
    ?.name;
}

/** The columns that are proposed to be left out, in the order of the table; the column of time is none of them. */
export function proposedLeavings(profile: Pick<TableProfile, "columns" | "target">): string[] {
  const time = proposedTime(profile);
  return profile.columns
    .filter(({ name }) => name !== profile.target?.column && name !== time)
    .filter((column) => isUnusable(column) || reasonToLeave(column) !== undefined)
    .map(({ name }) => name);
}
