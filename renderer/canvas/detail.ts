/** The level of detail at which cards are drawn now; it changes twice on the way out, not with every step of the zoom. */
import { createContext, useContext } from "react";
import type { Detail } from "./level-of-detail.ts";

export const DetailContext = createContext<Detail>("full");

export function useDetail(): Detail {
  return useContext(DetailContext);
}
