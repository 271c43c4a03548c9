/**
 * Ports with the value types that travel through them. Nodes declare their ports with these, which is what types the
 * arguments and results of `run`.
 */
import type { Figure, Learner, Model, Predictions, Scores, Table, Trace } from "../core/ml/values.ts";
import type { Port } from "../core/node/node.ts";

type Words = Omit<Port, "type" | "value">;

export function tablePort(words: Words): Port<Table> {
  return { type: "table", ...words };
}
export function learnerPort(words: Words): Port<Learner> {
  return { type: "learner", ...words };
}
export function modelPort(words: Words): Port<Model> {
  return { type: "model", ...words };
}
export function predictionsPort(words: Words): Port<Predictions> {
  return { type: "predictions", ...words };
}
export function scoresPort(words: Words): Port<Scores> {
  return { type: "scores", ...words };
}
export function tracePort(words: Words): Port<Trace> {
  return { type: "trace", ...words };
}
export function figurePort(words: Words): Port<Figure> {
  return { type: "figure", ...words };
}
