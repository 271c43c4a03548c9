/** Whoever shows views says here what their figures are made by; without it they go out without a passport. */
import { createContext } from "react";
import type { Passport } from "./passport.ts";

/** Asked when a figure is taken away; `shows` is its title. */
export const PassportContext = createContext<(shows: string) => Passport | undefined>(() => undefined);
