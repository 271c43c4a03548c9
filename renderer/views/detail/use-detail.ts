/** A detail of a look, asked of the engine when a view needs it; what was last there stays until the next one is. */
import { useEffect, useRef, useState } from "react";
import { type Diagnostic, diagnosticOf } from "../../../core/base/diagnostic.ts";
import type { Look } from "../../../core/service/look.ts";
import type { LookDetail } from "../../../core/service/look-detail.ts";
import { useEditor } from "../../store/use-editor.ts";
import type { Source } from "../view.ts";

/** `look` is the newest that came, of any question about this result; `failed` belongs to the newest question. */
export type Detailed<L extends Look> = {
  readonly look: L | undefined;
  readonly failed: Diagnostic | undefined;
  readonly waiting: boolean;
};

type Kept<L> = { readonly of: Look; readonly answers: Map<string, L | Diagnostic>; last: L | undefined };

const mostAnswers = 300;

/**
 * The look at the same result with `detail` in it. One question is under way at a time, and the newest wish is asked next:
 * whoever drags a slider waits for one answer, not for all that lie between.
 */
export function useDetail<L extends Look>(
  look: L,
  { signature, port, path }: Source,
  detail: LookDetail | undefined,
): Detailed<L> {
  const { services } = useEditor();
  const kept = useRef<Kept<L>>(undefined);
  const asking = useRef(false);
  const [turn, setTurn] = useState(0);
  if (kept.current?.of !== look) kept.current = { of: look, answers: new Map(), last: undefined };
  const { answers } = kept.current;
  const key = detail && JSON.stringify(detail);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer lets the newest wish be asked; `key` stands for `detail`
  useEffect(() => {
    if (!detail || !key || signature === "" || answers.has(key) || asking.current) return;
    asking.current = true;
    const keep = (answer: L | Diagnostic) => {
      asking.current = false;
      answers.set(key, answer);
      const [oldest] = answers.keys();
      if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest);
      setTurn((count) => count + 1);
    };
    services.engine
      .look({ signature, port, ...(path === undefined ? {} : { path }), detail })
      .then((found) => keep(found as L))
      .catch((thrown: unknown) => keep(diagnosticOf(thrown)));
  }, [services, answers, signature, port, path, key, turn]);

  const here = key === undefined ? undefined : answers.get(key);
  const failed = here && "code" in here ? here : undefined;
  if (here && !("code" in here)) kept.current.last = here;
  return { look: kept.current.last, failed, waiting: !here && signature !== "" };
}
