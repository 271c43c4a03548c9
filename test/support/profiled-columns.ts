/** Columns of known make, drawn once: noise, two classes, and the numbers that tests draw on from there. */
import { randomStream } from "../../core/base/random.ts";
import { categoryColumn } from "../../core/ml/table/columns.ts";

export const rows = 400;
export const random = randomStream(4, "profile");
export const draw = <T>(make: (at: number) => T): T[] => Array.from({ length: rows }, (_, at) => make(at));
export const noise = draw(() => random.normal());
export const labels = draw(() => (random.uniform() < 0.4 ? "yes" : "no"));
export const target = categoryColumn("outcome", labels);
