/** The problem list: what opening the file mended, what the check found, what the last run said and still holds. */
import { type Diagnostic, diagnosticOf, type Repair } from "../../core/base/diagnostic.ts";
import { parseCommand } from "../../core/graph/command-schema.ts";
import type { Command } from "../../core/graph/commands.ts";
import type { Graph } from "../../core/graph/document.ts";
import { graphAt } from "../../core/graph/scope.ts";
import type { CheckReport } from "../../core/service/engine-service.ts";
import { clearPlace } from "./clear-place.ts";
import { edit } from "./edit.ts";
import type { Editor } from "./editor.ts";
import type { RunProblem } from "./editor-state.ts";
import { notifyDiagnostic } from "./notices.ts";

type Sources = { check: CheckReport | undefined; run: readonly RunProblem[]; repairs: readonly Diagnostic[] };
const rank = { error: 0, warning: 1, info: 2 };

/** All problems, errors first. What a run said is dropped once its node has changed, and where the check says the same. */
export function allProblems({ check, run, repairs }: Sources): Diagnostic[] {
  const checked = check?.diagnostics ?? [];
  const holding = run
    .filter(({ diagnostic, signature }) => {
      if (diagnostic.node === undefined) return true;
      return check === undefined || check.nodes[diagnostic.node]?.signature === signature;
    })
    .map(({ diagnostic }) => diagnostic)
    .filter((said) => !checked.some((known) => keyOf(known) === keyOf(said)));
  return [...checked, ...holding, ...repairs].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function keyOf({ code, node, port, param, wire }: Diagnostic): string {
  return [code, node, port, param, wire].join("|");
}

/** The engine knows no cards: a node that a repair adds is moved to where it covers none. */
function placedClear(graph: Graph, command: Command): Command {
  if (command.kind === "addNode") return { ...command, at: clearPlace(graph, command.at) };
  if (command.kind !== "within") return command;
  const inner = graphAt(graph, command.groups);
  return inner ? { ...command, command: placedClear(inner, command.command) } : command;
}

/** Does a repair as one step of history. */
export function applyRepair(editor: Editor, repair: Repair): boolean {
  try {
    const { document } = editor.store.getState();
    const { node, param } = repair.values;
    if (repair.code === "choose-file" && typeof node === "string" && typeof param === "string") {
      editor.store.setState({ dialog: { kind: "chooseFile", node, param } });
      return true;
    }
    const commands = repair.commands.map(parseCommand).map((command) => placedClear(document, command));
    // Repairs speak of the document, whatever is seen of it.
    return edit(editor, { kind: "batch", commands }, { label: "step.repair", whole: true });
  } catch (thrown) {
    notifyDiagnostic(editor, diagnosticOf(thrown));
    return false;
  }
}
