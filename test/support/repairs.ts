/** Every repair that is offered can be applied to the graph it was offered for. */
import type { Diagnostic } from "../../core/base/diagnostic.ts";
import { apply } from "../../core/graph/apply.ts";
import { commandSchema } from "../../core/graph/command-schema.ts";
import type { Command } from "../../core/graph/commands.ts";
import type { GraphDocument } from "../../core/graph/document.ts";

/** Throws what applying throws. Answers with the mended graphs. */
export function checkRepairsApply(
  document: GraphDocument,
  diagnostics: readonly Diagnostic[],
): GraphDocument[] {
  const repairs = diagnostics.flatMap((found) => found.repairs ?? []);
  return repairs.map(({ commands }) => {
    const parsed = commands.map((command) => commandSchema.parse(command) as Command);
    return apply(document, { kind: "batch", commands: parsed }).document;
  });
}
