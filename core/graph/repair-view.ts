/**
 * Repairs of what is only seen: positions, frames, notes, viewport. A node without a place gets one beside the nodes
 * that feed it, so that a file written by hand without a view opens readable.
 */
import { type Diagnostic, warning } from "../base/diagnostic.ts";
import type { Json } from "../base/json.ts";
import { byCodeUnit, hasNode, topologicalOrder } from "./closure.ts";
import {
  emptyDocument,
  type FrameRecord,
  type GraphDocument,
  type NoteRecord,
  type Position,
  type ViewRecord,
} from "./document.ts";
import { frameSchema, noteSchema, positionSchema, reroutesSchema, viewportSchema } from "./record-schemas.ts";
import { type Fields, goodIds, isFields, sectionOf, show } from "./repair-fields.ts";

type Graph = Pick<GraphDocument, "nodes" | "wires" | "groups">;

/** The view of a document whose nodes and wires are already whole. */
export function repairView(
  fields: Fields,
  graph: Graph,
  names: ReadonlyMap<string, string>,
  diagnostics: Diagnostic[],
): ViewRecord {
  const raw = sectionOf(fields, "view", "view", diagnostics);
  const { viewport, reroutes: _reroutes, ...rest } = raw;
  const parsedViewport = viewportSchema.safeParse(viewport);
  if (viewport !== undefined && !parsedViewport.success) {
    diagnostics.push(warning("document.bad-field", { where: "view/viewport", found: show(viewport) }));
  }
  return {
    ...rest,
    positions: repairPositions(raw, graph, names, diagnostics),
    frames: repairFrames(raw, diagnostics),
    notes: repairNotes(raw, diagnostics),
    ...repairReroutes(raw, graph, diagnostics),
    ...(parsedViewport.success ? { viewport: parsedViewport.data } : {}),
  };
}

function repairPositions(
  view: Fields,
  graph: Graph,
  names: ReadonlyMap<string, string>,
  diagnostics: Diagnostic[],
): Record<string, Position> {
  const section = sectionOf(view, "positions", "view/positions", diagnostics);
  const positions: Record<string, Position> = {};
  for (const [rawId, raw] of Object.entries(section)) {
    const id = names.get(rawId) ?? rawId;
    const at = positionSchema.safeParse(raw);
    if (!hasNode(graph, id)) {
      diagnostics.push(warning("document.position-without-node", { node: id }));
    } else if (at.success) positions[id] = at.data;
    else diagnostics.push(warning("document.bad-position", { node: id, found: show(raw) }, { node: id }));
  }
  const all = [...Object.keys(graph.nodes), ...Object.keys(graph.groups)];
  const lost = all.filter((id) => !Object.hasOwn(positions, id));
  // A view that is missing as a whole has been reported once; a list of every node would say no more.
  if (Object.hasOwn(view, "positions")) {
    const reported = new Set(Object.keys(section).map((rawId) => names.get(rawId) ?? rawId));
    for (const node of lost.filter((id) => !reported.has(id))) {
      diagnostics.push(warning("document.node-without-position", { node }, { node }));
    }
  }
  return { ...positions, ...placed(graph, lost, positions) };
}

const columnWidth = 280;
const rowHeight = 180;

/** Columns by distance from the sources, below everything that already has a place. */
function placed(
  graph: Graph,
  ids: readonly string[],
  taken: Readonly<Record<string, Position>>,
): Record<string, Position> {
  if (ids.length === 0) return {};
  const depth = new Map<string, number>();
  const document = { ...emptyDocument(""), ...graph };
  const followers = new Map<string, string[]>();
  for (const { from, to } of Object.values(graph.wires)) {
    const known = followers.get(from[0]);
    if (known) known.push(to[0]);
    else followers.set(from[0], [to[0]]);
  }
  for (const id of topologicalOrder(document)) {
    const next = (depth.get(id) ?? 0) + 1;
    for (const target of followers.get(id) ?? []) depth.set(target, Math.max(next, depth.get(target) ?? 0));
  }
  const top = Object.values(taken).reduce((lowest, [, y]) => Math.max(lowest, y + rowHeight), 0);
  const rows = new Map<number, number>();
  const positions: Record<string, Position> = {};
  for (const id of [...ids].sort(byCodeUnit)) {
    const column = depth.get(id) ?? 0;
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    positions[id] = [column * columnWidth, top + row * rowHeight];
  }
  return positions;
}

function repairFrames(view: Fields, diagnostics: Diagnostic[]): Record<string, FrameRecord> {
  const section = sectionOf(view, "frames", "view/frames", diagnostics);
  const frames: Record<string, FrameRecord> = {};
  for (const [rawId, id] of goodIds(section, "frame", diagnostics)) {
    const where = `view/frames/${id}`;
    const raw = boxOf(section[rawId], "title", where, diagnostics);
    const parsed = frameSchema.safeParse(raw);
    if (parsed.success) frames[id] = parsed.data;
    else diagnostics.push(warning("document.bad-field", { where, found: show(section[rawId]) }));
  }
  return frames;
}

function repairNotes(view: Fields, diagnostics: Diagnostic[]): Record<string, NoteRecord> {
  const section = sectionOf(view, "notes", "view/notes", diagnostics);
  const notes: Record<string, NoteRecord> = {};
  for (const [rawId, id] of goodIds(section, "note", diagnostics)) {
    const where = `view/notes/${id}`;
    const raw = boxOf(section[rawId], "text", where, diagnostics);
    const { color, ...colorless } = isFields(raw) ? raw : {};
    const whole = noteSchema.safeParse(raw);
    const parsed = whole.success ? whole : noteSchema.safeParse(colorless);
    if (parsed.success) notes[id] = parsed.data;
    if (!parsed.success)
      diagnostics.push(warning("document.bad-field", { where, found: show(section[rawId]) }));
    else if (!whole.success)
      diagnostics.push(warning("document.bad-field", { where: `${where}/color`, found: show(color) }));
  }
  return notes;
}

/** Points of a wire that is not there have nothing to lead. */
function repairReroutes(
  view: Fields,
  { wires }: Graph,
  diagnostics: Diagnostic[],
): Pick<ViewRecord, "reroutes"> {
  if (view.reroutes === undefined) return {};
  const section = sectionOf(view, "reroutes", "view/reroutes", diagnostics);
  const reroutes: Record<string, readonly Position[]> = {};
  for (const [wire, raw] of Object.entries(section)) {
    const points = reroutesSchema.safeParse(raw);
    if (points.success && Object.hasOwn(wires, wire)) reroutes[wire] = points.data;
    else
      diagnostics.push(warning("document.bad-field", { where: `view/reroutes/${wire}`, found: show(raw) }));
  }
  return Object.keys(reroutes).length === 0 ? {} : { reroutes };
}

/** Text, place and size of a note or frame, each made good by itself, so that no text is lost for a bad number. */
function boxOf(raw: Json, textField: "text" | "title", where: string, diagnostics: Diagnostic[]): Json {
  if (!isFields(raw)) return raw;
  return {
    ...raw,
    [textField]: goodText(raw[textField], `${where}/${textField}`, diagnostics),
    at: goodPair(raw.at, [0, 0], `${where}/at`, diagnostics),
    size: goodPair(raw.size, [240, 120], `${where}/size`, diagnostics),
  };
}

function goodText(raw: Json, where: string, diagnostics: Diagnostic[]): Json {
  if (isFields(raw) && typeof raw.en === "string" && (raw.zh === undefined || typeof raw.zh === "string"))
    return raw;
  diagnostics.push(warning("document.bad-field", { where, found: show(raw) }));
  if (typeof raw === "string") return { en: raw };
  if (!isFields(raw)) return { en: "" };
  const { en, zh, ...unknown } = raw;
  const texts = [en, zh].filter((text) => typeof text === "string");
  return {
    ...unknown,
    en: typeof en === "string" ? en : (texts[0] ?? ""),
    ...(typeof zh === "string" ? { zh } : {}),
  };
}

function goodPair(raw: Json, instead: Position, where: string, diagnostics: Diagnostic[]): Position {
  const parsed = positionSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  diagnostics.push(warning("document.bad-field", { where, found: show(raw) }));
  return instead;
}
