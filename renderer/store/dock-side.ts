/** Where the dock stands: below the canvas or beside it. The window's, not a document's; remembered on this machine. */
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export type DockSide = "below" | "beside";

const key = "espalier.dock-side";
const side = createStore<{ side: DockSide }>(() => ({
  side: globalThis.localStorage?.getItem(key) === "beside" ? "beside" : "below",
}));

export function useDockSide(): DockSide {
  return useStore(side, (state) => state.side);
}

/** To the other place. */
export function switchDockSide(): void {
  const next = side.getState().side === "below" ? "beside" : "below";
  localStorage.setItem(key, next);
  side.setState({ side: next });
}
