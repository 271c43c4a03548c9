/**
 * The rows that are selected, the same in every view (ADR 12). The engine finds them and keeps them under a key; the page
 * holds the key and what was pointed at, and asks what of the selection is in each result that is shown.
 */
import { DiagnosticError, diagnosticOf } from "../../core/base/diagnostic.ts";
import type {
  Marks,
  MarksRequest,
  ResultPort,
  Selected,
  SelectRequest,
  Where,
} from "../../core/service/selection.ts";
import { type Asked, createAsked } from "./asked.ts";
import type { Editor } from "./editor.ts";
import { withCounts } from "./mark-counts.ts";
import { notifyDiagnostic } from "./notices.ts";

/** Where rows were selected: a result, and the output of the document that gave it. */
export type RowPlace = ResultPort & { readonly maker: string };

export type RowSelection = Selected & {
  readonly place: RowPlace;
  readonly where: Where;
  /** Whether it is what `where` says alone, or was put together from several gestures. */
  readonly whole: boolean;
};

/** Alone, in addition, or in turn: by the keys that are held. */
export type How = SelectRequest["how"];

/** Shift adds; Ctrl, or ⌘ on a Mac, takes in or out. */
export function howOf(event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): How {
  if (event.ctrlKey || event.metaKey) return "toggle";
  return event.shiftKey ? "add" : undefined;
}

/** The newest gesture of an editor: an answer to an older one comes too late. */
const newest = new WeakMap<Editor, number>();

/** Selects rows. Nothing found means nothing selected; what cannot be selected leaves all as it was and says why. */
export async function selectRows(editor: Editor, place: RowPlace, where: Where, how?: How): Promise<void> {
  const turn = (newest.get(editor) ?? 0) + 1;
  newest.set(editor, turn);
  const { rows: before } = editor.store.getState();
  const { signature, port } = place;
  const base = how !== undefined && before ? { onto: before.selection, how } : {};
  try {
    const found = await editor.services.engine.select({ signature, port, where, ...base });
    if (newest.get(editor) !== turn) return;
    const whole = before === undefined || how === undefined || before.source !== found.source;
    editor.store.setState({ rows: found.count === 0 ? undefined : { ...found, place, where, whole } });
  } catch (thrown) {
    if (newest.get(editor) === turn) notifyDiagnostic(editor, diagnosticOf(thrown));
  }
}

/** What another window of this browser has selected in the same document. */
export function takeRows(editor: Editor, rows: RowSelection | undefined): void {
  newest.set(editor, (newest.get(editor) ?? 0) + 1);
  editor.store.setState({ rows });
}

/** Nothing is selected any more. */
export function clearRows(editor: Editor): void {
  newest.set(editor, (newest.get(editor) ?? 0) + 1);
  editor.store.setState({ rows: undefined });
}

export type MarksOf = Asked<MarksRequest, Marks>;

/** What of selections is in results, as it was fetched. A selection that the engine has no more is none. */
export function createMarks(editor: () => Editor): MarksOf {
  const fetch = async (request: MarksRequest) => {
    try {
      return await editor().services.engine.marks(request);
    } catch (thrown) {
      const gone = thrown instanceof DiagnosticError && thrown.diagnostic.code === "selection.gone";
      if (gone && editor().store.getState().rows?.selection === request.selection) clearRows(editor());
      throw thrown;
    }
  };
  const asked = createAsked(
    fetch,
    ({
      selection,
      signature,
      port,
      offset,
      limit,
      member,
      bars,
      order,
      among,
      points,
      classes,
      margins,
      table,
    }) =>
      [
        selection,
        signature,
        port,
        offset ?? 0,
        limit ?? "-",
        member ?? "-",
        bars ?? "-",
        order ? JSON.stringify(order) : "-",
        among?.join(",") ?? "-",
        points ?? "-",
        classes ?? "-",
        margins ? (margins.round ?? "all") : "-",
        table?.signature ?? "-",
        table?.port ?? "-",
      ].join("|"),
  );
  return withCounts(asked);
}
