/** Looks that were fetched, by signature, port and window. */
import type { Look, LookRequest } from "../../core/service/look.ts";
import { type Asked, type AskedState, createAsked } from "./asked.ts";

export type LookState = AskedState<Look>;
export type Looks = Asked<LookRequest, Look>;

/** A cache in front of `fetch`. */
export function createLooks(fetch: (request: LookRequest) => Promise<Look>): Looks {
  return createAsked(fetch, ({ signature, port, path, offset, limit }) =>
    [signature, port, path ?? "-", offset ?? 0, limit ?? "-"].join("|"),
  );
}
