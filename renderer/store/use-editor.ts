/**
 * How components reach the editor: the one in front, but on a tab and its canvas, which have their own. Each selects the
 * little it shows, so that it renders when that changes.
 */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { wordsIn } from "../words/words-in.ts";
import type { Desk, DeskState } from "./desk.ts";
import type { Editor } from "./editor.ts";
import type { EditorState } from "./editor-state.ts";

export const EditorContext = createContext<Editor | undefined>(undefined);

export const DeskContext = createContext<Desk | undefined>(undefined);

/** All editors of this page. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("no DeskContext above this component");
  return desk;
}

/** A part of what is known of the tabs. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  return useStore(useDesk().store, select);
}

/** The editor of what is in front. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("no EditorContext above this component");
  return editor;
}

/** A part of the state. `select` must give the same object as long as nothing it reads changed. */
export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useEditor().store, select);
}

/** The words in the reader's language. */
export function useWords() {
  const language = useEditorState((state) => state.language);
  return wordsIn(language);
}
