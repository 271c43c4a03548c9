import { describe, expect, it } from "vitest";
import { type ObjectiveOptions, objectives, softmaxed } from "./objectives.ts";

const options: ObjectiveOptions = { tweediePower: 1.5, huberSlope: 1.25, maxDeltaStep: 0 };
const softprob = objectives.find(({ name }) => name === "multi:softprob");

function derivatives(name: string, margins: number[], label: number, groups = 1) {
  const out = margins.map(() => ({ grad: new Float32Array(1), hess: new Float32Array(1) }));
  const objective = objectives.find((one) => one.name === name);
  objective?.derivatives(
    Float32Array.from(margins),
    { values: Float32Array.of(label), groups },
    options,
    out,
  );
  return out.map(({ grad, hess }) => [grad[0], hess[0]]);
}

describe.each(objectives.filter(({ loss }) => loss !== undefined))(
  "$name",
  ({ name, loss, ...objective }) => {
    it("has the derivatives of its loss", () => {
      const step = 1e-4;
      for (const label of [1, 0.25, 3, 0])
        for (const margin of [-2, -0.3, 0.4, 1.5]) {
          if (objective.refuses?.(label)) continue;
          const of = (at: number) => loss?.(at, label, options) ?? Number.NaN;
          const [[grad, hess]] = derivatives(name, [margin], label);
          expect(grad).toBeCloseTo((of(margin + step) - of(margin - step)) / (2 * step), 4);
          expect(hess).toBeCloseTo((of(margin + step) - 2 * of(margin) + of(margin - step)) / step ** 2, 4);
        }
    });

    it("takes a score to a margin and back", () => {
      const score = 0.3;
      expect(objective.fromMargin(objective.toMargin(score))).toBeCloseTo(score, 6);
    });
  },
);

it("softmax has the gradient of its loss, and twice the diagonal of its hessian", () => {
  const margins = [0.2, -1, 0.7];
  const loss = (at: number[]) => Math.log(at.reduce((sum, one) => sum + Math.exp(one), 0)) - at[2];
  const moved = (group: number, by: number) => margins.map((one, at) => (at === group ? one + by : one));
  const step = 1e-4;
  derivatives("multi:softprob", margins, 2, 3).forEach(([grad, hess], group) => {
    const [up, down] = [loss(moved(group, step)), loss(moved(group, -step))];
    expect(grad).toBeCloseTo((up - down) / (2 * step), 4);
    expect(hess).toBeCloseTo((2 * (up - 2 * loss(margins) + down)) / step ** 2, 3);
  });
});

it("softmax starts from the class shares", () => {
  const values = Float32Array.from([0, 0, 1, 1, 1, 1, 1, 2, 2, 2]);
  const start = softprob?.start({ values, groups: 3 }, options) ?? new Float32Array();
  softmaxed(start);
  expect([...start].map((share) => share.toFixed(5))).toEqual(["0.20000", "0.50000", "0.30000"]);
});
