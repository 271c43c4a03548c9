/** The checks that options of learners share, so that each learner says in a line what it allows. */
import { fail } from "../../base/diagnostic.ts";

/** The value itself if it is one of `known`; throws `learner.option` otherwise. */
export function oneOf<V extends string>(option: string, value: unknown, known: readonly V[]): V {
  return (
    known.find((one) => one === value) ?? fail("learner.option", { option, value: String(value), known })
  );
}

/** The number itself if it lies in `min` … `max`, ends included; throws `learner.number` otherwise. */
export function numberIn(option: string, value: unknown, min: number, max: number): number {
  if (typeof value === "number" && value >= min && value <= max) return value;
  return fail("learner.number", { option, value: String(value), min, max, whole: false });
}

/** The same for a whole number. */
export function wholeIn(option: string, value: unknown, min: number, max: number): number {
  if (Number.isInteger(value) && Number(value) >= min && Number(value) <= max) return Number(value);
  return fail("learner.number", { option, value: String(value), min, max, whole: true });
}
