/** The text in a field while it differs from the value: kept until it is valid, dropped when the value changes elsewhere. */
import { useState } from "react";

/** `text` is what the field shows; `write(undefined)` shows the value again. */
export function useDraft(shown: string): {
  text: string;
  drafted: boolean;
  write: (text: string | undefined) => void;
} {
  const [draft, setDraft] = useState<{ text: string; over: string }>();
  const live = draft && draft.over === shown ? draft.text : undefined;
  return {
    text: live ?? shown,
    drafted: live !== undefined,
    write: (text) => setDraft(text === undefined ? undefined : { text, over: shown }),
  };
}
