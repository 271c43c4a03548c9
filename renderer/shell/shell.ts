/** The desktop shell around this page, where there is one: its verbs stand on the window under its name. */
import type { ShellVerbs } from "../../core/service/shell.ts";

/** The verbs, or `undefined` in a browser. */
export const shell: ShellVerbs | undefined = (globalThis as { espalier?: ShellVerbs }).espalier;
