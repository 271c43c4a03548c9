/**
 * Which rows a gradient booster sees: the validation part that early stopping keeps back, and what each round draws of the
 * rest.
 */
import { fail } from "../../base/diagnostic.ts";
import { permutation, type Random, randomStream } from "../../base/random.ts";
import type { LearningData } from "../learner/algorithm.ts";
import { allocate } from "../table/split.ts";

export type Parts = { train: Uint32Array; validation: Uint32Array };

/**
 * As many as `split` would take, stratified for classes, drawn from the seed: ⌈share·n⌉ rows for validation, the rest for training, both ascending. Throws `gbdt.validation-too-small` where a part
 * would have no row, no weight, or lack a class of the other.
 */
export function validationParts(data: LearningData, share: number, seed: number): Parts {
  const { rowCount, target, weights } = data;
  const held = Math.ceil(share * rowCount);
  const kept = rowCount - held;
  const random = randomStream(seed, "gbdt/validation");
  const groups = target.task === "regression" ? [Array.from({ length: rowCount }, (_, row) => row)] : [];
  if (target.task === "classification") {
    for (let k = 0; k < target.classes.length; k++) groups.push([]);
    target.codes.forEach((code, row) => {
      groups[code].push(row);
    });
  }
  const counts = groups.map((rows) => rows.length);
  const given = kept > 0 ? allocate(counts, kept) : counts.map(() => 0);
  const inTraining = new Uint8Array(rowCount);
  groups.forEach((rows, k) => {
    for (const i of permutation(rows.length, random).subarray(0, given[k])) inTraining[rows[i]] = 1;
  });
  const every = Uint32Array.from({ length: rowCount }, (_, row) => row);
  const train = every.filter((row) => inTraining[row] === 1);
  const validation = every.filter((row) => inTraining[row] === 0);
  const weighs = (rows: Uint32Array): boolean => rows.some((row) => !weights || weights[row] > 0);
  const lacking = target.task === "classification" && given.some((count) => count === 0);
  if (lacking || !weighs(train) || !weighs(validation))
    fail("gbdt.validation-too-small", { rows: rowCount, train: train.length, validation: validation.length });
  return { train, validation };
}

/** ⌊share·n⌋ of `rows`, at least one, without replacement and in their order; and the others (none: no measure). */
export function drawRows(
  rows: Uint32Array,
  share: number,
  random: Random,
): { inBag: Uint32Array; outOfBag?: Uint32Array } {
  const wanted = Math.max(1, Math.floor(share * rows.length));
  const inBag = new Uint32Array(wanted);
  const outOfBag = new Uint32Array(rows.length - wanted);
  let taken = 0;
  let left = 0;
  for (let i = 0; i < rows.length; i++) {
    if (random.uniform() * (rows.length - i) < wanted - taken) inBag[taken++] = rows[i];
    else outOfBag[left++] = rows[i];
  }
  return outOfBag.length > 0 ? { inBag, outOfBag } : { inBag };
}
