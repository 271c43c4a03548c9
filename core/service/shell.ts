/** What a page and the desktop shell around it say to each other. Shapes only; the shell checks what it is told. */
import type { GraphDocument } from "../graph/document.ts";
import type { Language } from "../words/catalogue.ts";

/** One action of the page as a menu shows it. */
export type ShellItem = { id: string; label: string; group: string; keys?: string; enabled: boolean };

/** What the page wants the window around it to show. */
export type ShellState = {
  language: Language;
  theme: "light" | "dark" | "system";
  /** Something is unsaved: the window says so where the system has a sign for it. */
  edited: boolean;
  items: readonly ShellItem[];
};

/** What the shell tells the page. */
export type ShellEvent =
  | { kind: "action"; id: string }
  /** A file of the granted folder is to be opened. */
  | { kind: "open"; path: string }
  /** The window is to be closed: answer with `closing`. */
  | { kind: "close" };

/** Where a document is to be saved: in the granted folder, or in another one for which `ticket` stands. */
export type SavePlace =
  | { kind: "none" }
  | { kind: "here"; path: string }
  | { kind: "elsewhere"; ticket: string };

/** The verbs that the shell gives to the page. All of them are checked at the other end. */
export type ShellVerbs = {
  /** Asks for a line; it comes as a message of the window that brings a port. */
  reach(): Promise<void>;
  /** Says what menus and window are to show; the first time it also says that the page listens. */
  show(state: ShellState): Promise<void>;
  /** Asks for graphs; answers with those of the granted folder, others open in windows of their own. */
  chooseOpen(): Promise<{ paths: readonly string[] }>;
  chooseSave(request: { name: string }): Promise<SavePlace>;
  /** Writes the document into the folder of a ticket and opens it there. */
  saveElsewhere(request: { ticket: string; document: GraphDocument }): Promise<{ saved: boolean }>;
  /** What closing would end; nothing of it closes the window at once. */
  closing(request: { unsaved: readonly string[]; running: boolean }): Promise<"save" | "close" | "stay">;
  /** Shows one result in a window of its own, on the same folder: the page with this query in its address. */
  popOut(request: { query: string }): Promise<void>;
  /** A graph that was dropped on the window. */
  drop(file: unknown): Promise<void>;
  /** Listens to the shell; answers how to stop. */
  on(listener: (event: ShellEvent) => void): () => void;
};

/** The name by which the page finds the verbs, and the message that brings a line. */
export const shellName = "espalier";
export const lineMessage = "espalier:line";
