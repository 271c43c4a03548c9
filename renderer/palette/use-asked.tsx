/** A list that is asked of the host: waiting, there, or refused with a way to ask again. */
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { type Diagnostic, diagnosticOf } from "../../core/base/diagnostic.ts";
import { wordDiagnostic } from "../../core/words/word.ts";
import { Button } from "../parts/Button.tsx";
import { useWords } from "../store/use-editor.ts";

export type Asked<T> = { answer?: T; error?: Diagnostic; again: () => void };

/** Asks when mounted and whenever `version` changes. The last answer stays while the next is awaited. */
export function useAsked<T>(ask: () => Promise<T>, version: unknown = 0): Asked<T> {
  const [state, setState] = useState<{ answer?: T; error?: Diagnostic }>({});
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ask` is a new closure on every render; round and version say when.
  useEffect(() => {
    let current = true;
    ask().then(
      (answer) => current && setState({ answer }),
      (thrown: unknown) => current && setState({ error: diagnosticOf(thrown) }),
    );
    return () => {
      current = false;
    };
  }, [round, version]);
  return { ...state, again: useCallback(() => setRound((n) => n + 1), []) };
}

/** Shows the answer, or what stands in its place. */
export function Answer<T>({
  asked,
  loading,
  children,
}: {
  asked: Asked<T>;
  loading: string;
  children: (answer: T) => ReactNode;
}) {
  const { t, language } = useWords();
  if (asked.error) {
    const { what, hint } = wordDiagnostic(asked.error, language);
    return (
      <div className="empty" role="alert">
        <b>{what}</b>
        <span>{hint}</span>
        <Button onClick={asked.again}>{t("retry")}</Button>
      </div>
    );
  }
  return asked.answer === undefined ? <p className="empty">{loading}</p> : children(asked.answer);
}
