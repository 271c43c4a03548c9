/** A look at one output, fetched once and kept: `{ look?, error?, loading }`. */
import { useSyncExternalStore } from "react";
import type { LookRequest } from "../../core/service/look.ts";
import type { LookState } from "./looks.ts";
import { useEditor } from "./use-editor.ts";

const nothing: LookState = { loading: false };

/** Asks for a look; with `undefined` it asks for nothing. The request may be a new object on every call. */
export function useLook(request: LookRequest | undefined): LookState {
  const { looks } = useEditor();
  const state = () => (request === undefined ? nothing : looks.get(request));
  return useSyncExternalStore(looks.subscribe, state, state);
}
