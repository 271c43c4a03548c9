/** The verbs of the page, one channel each. Who asks and what is asked are checked before anything is done. */
import { z } from "zod";
import { documentContract } from "../core/service/document-contract.ts";
import type { ShellVerbs } from "../core/service/shell.ts";
import type { ElectronApi, ShellWindow } from "./electron-api.ts";
import { isOurs } from "./harden.ts";
import type { ShellLog } from "./shell-log.ts";

const text = z.string().max(500);
const nothing = z.undefined();

const schemas = {
  reach: nothing,
  show: z.strictObject({
    language: z.enum(["en", "zh"]),
    theme: z.enum(["light", "dark", "system"]),
    edited: z.boolean(),
    items: z
      .array(
        z.strictObject({
          id: text,
          label: text,
          group: text,
          keys: text.optional(),
          enabled: z.boolean(),
        }),
      )
      .max(500),
  }),
  chooseOpen: nothing,
  chooseSave: z.strictObject({ name: text }),
  saveElsewhere: z.strictObject({ ticket: text, document: documentContract.create.args.shape.document }),
  closing: z.strictObject({ unsaved: z.array(text).max(1000), running: z.boolean() }),
  popOut: z.strictObject({ query: z.string().min(1).max(8192) }),
  drop: z.strictObject({ path: z.string().min(1).max(4096) }),
} as const;

type Verb = keyof typeof schemas;
type Said<V extends Verb> = z.infer<(typeof schemas)[V]>;

/** What the shell does at each verb, for the window that asks. */
export type VerbDeeds = {
  [V in Verb]: (window: ShellWindow, said: Said<V>) => ReturnType<ShellVerbs[V]>;
};

/** Handles every verb. A message that is not ours, or says what no page of ours would, is refused and noted. */
export function handleVerbs(
  { ipcMain, BrowserWindow }: Pick<ElectronApi, "ipcMain" | "BrowserWindow">,
  ours: () => ReadonlySet<number>,
  deeds: VerbDeeds,
  log: ShellLog,
): void {
  for (const verb of Object.keys(schemas) as Verb[]) {
    ipcMain.handle(`shell:${verb}`, async (event, said: unknown) => {
      const window = BrowserWindow.fromWebContents(event.sender);
      if (!isOurs(event, ours()) || !window) {
        log.note("refused a stranger", { verb, from: event.senderFrame?.url.slice(0, 200) });
        throw new Error("refused");
      }
      const checked = schemas[verb].safeParse(said ?? undefined);
      if (!checked.success) {
        log.note("refused a message", { verb, why: z.prettifyError(checked.error).slice(0, 500) });
        throw new Error("refused");
      }
      const deed = deeds[verb] as (window: ShellWindow, said: unknown) => Promise<unknown>;
      return deed(window, checked.data);
    });
  }
}
