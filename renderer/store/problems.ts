/** The problem list: what opening the file mended, what the check found, what the last run said and still holds. */
import { type Diagnostic, diagnosticOf, type Repair } from "../../core/base/diagnostic.ts";
import { parseCommand } from "../../core/graph/command-schema.ts";
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

/** Does a repair as one step of history. */
export function applyRepair(editor: Editor, repair: Repair): boolean {
  try {
    const { document } = editor.store.getState();
    // The engine knows no cards: a node that a repair adds is moved to where it covers none.
    const commands = repair.commands
      .map(parseCommand)
      .map((command) =>
        command.kind === "addNode" ? { ...command, at: clearPlace(document, command.at) } : command,
      );
    // Repairs speak of the document, whatever is seen of it.
    return edit(editor, { kind: "batch", commands }, { label: "step.repair", whole: true });
  } catch (thrown) {
    notifyDiagnostic(editor, diagnosticOf(thrown));
    return false;
  }
}
