/** Which tensor backend a graph is computed on. */
import type { BackendChoice } from "../base/backend-report.ts";
import type { GraphDocument } from "../graph/document.ts";
import type { EngineOptions } from "./engine-options.ts";

type Parts = Pick<EngineOptions, "registry" | "tensor">;

/** Asked only where a node computes on tensors: all others need not wait for probes. */
export async function choiceFor(
  document: GraphDocument,
  { registry, tensor }: Parts,
): Promise<BackendChoice | undefined> {
  const types = Object.values(document.nodes).map(({ type }) => registry.get(type));
  return types.some((node) => node?.traits.tensor) ? tensor?.choice() : undefined;
}

/** Whoever asks what is used sets the probes going: a page shows the answer of the next time. */
export function backendNow({ tensor }: Pick<EngineOptions, "tensor">): string {
  if (!tensor) return "cpu";
  if (!tensor.latest()) tensor.choice().catch(() => undefined);
  return tensor.latest()?.chosen ?? tensor.asked;
}
