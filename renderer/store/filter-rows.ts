/**
 * A selection becomes a node: a filter that keeps exactly the selected rows, wired to the table they come from. What can be
 * said as a condition is said so; anything else by row numbers.
 */

import { diagnosticOf } from "../../core/base/diagnostic.ts";
import type { Json } from "../../core/base/json.ts";
import type { PortRef } from "../../core/graph/document.ts";
import { flattenGroups } from "../../core/graph/flatten.ts";
import { pathOf, splitPath } from "../../core/graph/scope.ts";
import type { Where } from "../../core/service/selection.ts";
import { say } from "../words/words.ts";
import { clearPlace } from "./clear-place.ts";
import { editTogether } from "./draft.ts";
import type { Editor } from "./editor.ts";
import type { EditorState } from "./editor-state.ts";
import { newNode } from "./graph-edits.ts";
import { resultOf } from "./node-view.ts";
import { notify, notifyDiagnostic } from "./notices.ts";
import { conditionOf } from "./row-condition.ts";
import type { RowSelection } from "./row-selection.ts";
import { select } from "./select.ts";

const type = "prepare.filter";

/** Adds the node, in one step of history, and selects it. Says why where that cannot be. Answers the node's path. */
export async function filterRows(editor: Editor): Promise<string | undefined> {
  const { rows, language } = editor.store.getState();
  if (!rows) return undefined;
  try {
    const from = await tableWith(editor, rows);
    if (!from) {
      notify(editor, "error", say(language, "rows.noTable"), { hint: say(language, "rows.noTableHint") });
      return undefined;
    }
    const params = await paramsOf(editor, rows, from);
    if (!params) {
      notify(editor, "error", say(language, "rows.tooMany"), { hint: say(language, "rows.tooManyHint") });
      return undefined;
    }
    return addFilter(editor, from, params);
  } catch (thrown) {
    notifyDiagnostic(editor, diagnosticOf(thrown));
    return undefined;
  }
}

/** Adds a node that keeps the rows of a table that meet a condition, wired to that output, and selects it. */
export function filterTable(editor: Editor, from: PortRef, where: string): string | undefined {
  return addFilter(editor, from, { where });
}

/** The output whose table holds all of the rows: the one they were selected in, else the nearest one that feeds it. */
async function tableWith(
  editor: Editor,
  { place, selection, count }: RowSelection,
): Promise<PortRef | undefined> {
  const state = editor.store.getState();
  const feeding = wiresInto(state);
  const asked = new Set<string>();
  const waiting: PortRef[] = [[place.maker, place.port]];
  for (const [node, port] of waiting) {
    if (asked.has(`${node}.${port}`)) continue;
    asked.add(`${node}.${port}`);
    const signature = node === place.maker ? place.signature : resultOf(state, node).signature;
    if (signature !== undefined && isTable(state, node, port)) {
      const marks = await editor.services.engine.marks({ signature, port, selection, limit: 0 });
      if (marks.kind === "rows" && marks.count >= count) return [node, port];
    }
    waiting.push(...(feeding.get(node) ?? []));
  }
  return undefined;
}

/** What feeds each node, by path, groups or not. */
function wiresInto({ document }: EditorState): Map<string, PortRef[]> {
  const feeding = new Map<string, PortRef[]>();
  for (const { from, to } of Object.values(flattenGroups(document).wires)) {
    const known = feeding.get(to[0]);
    if (known) known.push(from);
    else feeding.set(to[0], [from]);
  }
  return feeding;
}

function isTable(state: EditorState, node: string, port: string): boolean {
  const record = flattenGroups(state.document).nodes[node];
  const descriptor = state.known.get(record?.type ?? "");
  return descriptor?.outputs.some(({ name, type: kind }) => name === port && kind === "table") ?? false;
}

async function paramsOf(
  editor: Editor,
  { selection, place, where, whole }: RowSelection,
  [node, port]: PortRef,
): Promise<Record<string, Json> | undefined> {
  const here = node === place.maker && port === place.port;
  const condition =
    here && whole && isPlain(editor.store.getState(), where, [node, port]) ? conditionOf(where) : undefined;
  if (condition !== undefined) return { where: condition };
  const { rows } = await editor.services.engine.selectedRows({ selection });
  const spec = editor.store
    .getState()
    .known.get(type)
    ?.params.find(({ name }) => name === "rows")?.spec;
  const most = spec?.kind === "text" ? spec.maxLength : 0;
  return rows.length <= most ? { rows } : undefined;
}

/** Whether SQL compares what the engine did: a moment is a number of milliseconds to the engine, and none to SQL. */
function isPlain({ check }: EditorState, where: Where, [node, port]: PortRef): boolean {
  if (where.by !== "between") return true;
  const table = check?.nodes[node]?.outputs[port];
  const known = table?.kind === "table" ? (table.columns ?? []) : [];
  return Object.keys(where.columns).every((name) =>
    known.some((column) => column.name === name && column.kind === "numeric"),
  );
}

const beside = 250;

function addFilter(editor: Editor, from: PortRef, params: Record<string, Json>): string | undefined {
  const { scope } = splitPath(from[0]);
  if (pathOf(scope, "") !== pathOf(editor.store.getState().scope, "")) editor.store.setState({ scope });
  const state = editor.store.getState();
  const made = newNode(state, type);
  const [x, y] = state.graph.view.positions[from[0]] ?? [0, 0];
  if (!made) return undefined;
  const node = { ...made.node, params: { ...made.node.params, ...params } };
  const done = editTogether(editor, "step.filterRows", (draft) => {
    const at = clearPlace(state.graph, [x + beside, y]);
    draft.do({ kind: "addNode", id: made.id, node, at });
    draft.join(from, [made.id, "table"]);
  });
  if (!done) return undefined;
  select(editor, { nodes: [made.id] });
  // The card is drawn first.
  if (editor.canvas) requestAnimationFrame(() => editor.canvas?.reveal(made.id));
  return made.id;
}
