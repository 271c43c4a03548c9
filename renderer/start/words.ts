/** The words of the start page in the reader's language. */
import { useCallback } from "react";
import { useEditorState } from "../store/use-editor.ts";
import { type StartKey, type StartValues, sayStart } from "./say.ts";

/** `s` says a sentence. */
export function useStartWords() {
  const language = useEditorState((state) => state.language);
  const s = useCallback((key: StartKey, values?: StartValues) => sayStart(language, key, values), [language]);
  return { language, s };
}
