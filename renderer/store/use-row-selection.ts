/** How views select rows and learn what of the selection they show. */
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import type { Marks, MarksRequest, Where } from "../../core/service/selection.ts";
import { type How, selectRows } from "./row-selection.ts";
import { useEditor, useEditorState } from "./use-editor.ts";

/** A result as views know it: what is asked for, and the output that gave it. */
export type RowSource = {
  readonly signature: string;
  readonly port: string;
  readonly maker?: string | undefined;
};

export type SelectRows = (where: Where, how?: How) => void;

/** Selects rows of a result; `undefined` where there is none yet, so that nothing can be pointed at. */
export function useSelectRows({ signature, port, maker }: RowSource): SelectRows | undefined {
  const editor = useEditor();
  const select = useCallback<SelectRows>(
    (where, how) => void selectRows(editor, { signature, port, maker: maker ?? "" }, where, how),
    [editor, signature, port, maker],
  );
  return signature === "" || maker === undefined ? undefined : select;
}

const noMarks: { readonly answer?: Marks } = {};

/**
 * What of the selection is in a result: `undefined` while nothing is selected. After a change the marks of before stay
 * until the new ones are here, a few milliseconds, so that nothing flashes.
 */
export function useMarks(
  { signature, port }: RowSource,
  window: Omit<MarksRequest, "signature" | "port" | "selection"> | undefined = {},
): Marks | undefined {
  const { marks } = useEditor();
  const selection = useEditorState(({ rows }) => rows?.selection);
  const { offset, limit, member, bars, order, among, points, classes, margins, table } = window;
  const round = margins?.round;
  const ofMargins = margins !== undefined;
  const tableAt = table?.signature;
  const tablePort = table?.port;
  const request = useMemo<MarksRequest | undefined>(() => {
    if (selection === undefined || signature === "") return undefined;
    return {
      signature,
      port,
      selection,
      ...(offset === undefined ? {} : { offset }),
      ...(limit === undefined ? {} : { limit }),
      ...(member === undefined ? {} : { member }),
      ...(bars === undefined ? {} : { bars }),
      ...(order === undefined ? {} : { order }),
      ...(among === undefined ? {} : { among }),
      ...(points === undefined ? {} : { points }),
      ...(classes === undefined ? {} : { classes }),
      ...(ofMargins ? { margins: round === undefined ? {} : { round } } : {}),
      ...(tableAt === undefined || tablePort === undefined
        ? {}
        : { table: { signature: tableAt, port: tablePort } }),
    };
  }, [
    signature,
    port,
    selection,
    offset,
    limit,
    member,
    bars,
    order,
    among,
    points,
    classes,
    ofMargins,
    round,
    tableAt,
    tablePort,
  ]);
  const state = () => (request === undefined ? noMarks : marks.get(request));
  const { answer } = useSyncExternalStore(marks.subscribe, state, state);
  // Positions count in an order, bars of margins belong to a round: those of another one say nothing here.
  const about = `${signature}/${order ? JSON.stringify(order) : ""}/${round ?? ""}`;
  const last = useRef<{ about: string; marks: Marks }>(undefined);
  if (answer) last.current = { about, marks: answer };
  if (request === undefined) last.current = undefined;
  const fits = last.current?.about === about;
  return answer ?? (fits ? last.current?.marks : undefined);
}
