/** What a model predicts over a plane → what a view draws of it, the training rows on top. */
import { roundsOf } from "../ml/inspect/after-rounds.ts";
import { axesOf, evenlyOf, planeOf } from "../ml/inspect/plane.ts";
import { type Surface, type SurfaceOptions, surfaceOf } from "../ml/inspect/surface.ts";
import type { Model, NumberColumn, Table } from "../ml/values.ts";
import type { SurfaceLook } from "../service/look-detail.ts";
import { finite } from "./look-numbers.ts";
import { mostPoints, planePoints, targetOf } from "./look-plane.ts";
import { takingTurns } from "./taking-turns.ts";

const mostHeld = 100;

/** The surface over `table`, the rows that the model was fitted on. */
export async function surfaceLook(model: Model, table: Table, options: SurfaceOptions): Promise<SurfaceLook> {
  const surface = await surfaceOf(model, table, options, takingTurns());
  const axes = axesOf(table, model.features);
  const rounds = roundsOf(model);
  const { x, y, steps, held } = surface;
  return {
    x,
    y,
    axes: axes.map(({ name }) => name),
    steps,
    ...predicted(surface),
    held: held.slice(0, mostHeld),
    heldCount: held.length,
    ...(rounds === undefined ? {} : { rounds, round: Math.min(options.round ?? rounds, rounds) }),
    points: pointsOf(model, table, axes, surface),
  };
}

/** Probabilities to four digits: a shade has fewer. */
function predicted({
  labels,
  strengths,
  values,
}: Surface): Pick<SurfaceLook, "labels" | "strengths" | "values"> {
  return {
    ...(labels ? { labels: Array.from(labels) } : {}),
    ...(strengths ? { strengths: Array.from(strengths, (share) => Math.round(share * 1e4) / 1e4) } : {}),
    ...(values ? { values: Array.from(values) } : {}),
  };
}

function pointsOf(
  model: Model,
  table: Table,
  axes: readonly NumberColumn[],
  { x, y }: Surface,
): SurfaceLook["points"] {
  const [across, upward] = [x, y].map(({ name }) => axes.find((axis) => axis.name === name) ?? axes[0]);
  const plane = planeOf(table, across, upward);
  const rows = evenlyOf(plane.rows, mostPoints);
  const points = planePoints(table, plane, rows);
  const target = targetOf(table);
  if (target && "values" in target)
    return { ...points, targets: Array.from(rows, (row) => finite(target.values[row])) };
  // A class is drawn in the model's order, whatever order the table has.
  const codes = points.classes.map((name) => model.classes.indexOf(name));
  return {
    ...points,
    classes: [...model.classes],
    groups: (points.groups ?? []).map((code) => codes[code] ?? -1),
  };
}
