/** Why a detail is not there, with what to do; or that it is on its way. Keeps the room of the picture. */
import type { Diagnostic } from "../../../core/base/diagnostic.ts";
import { wordDiagnostic } from "../../../core/words/word.ts";
import { useViewWords } from "../words.ts";

/** Fills its parent. */
export function Unavailable({ failed }: { failed: Diagnostic | undefined }) {
  const { v, language } = useViewWords();
  if (!failed) return <p className="view-nothing">{v("detail.waiting")}</p>;
  const { what, hint } = wordDiagnostic(failed, language);
  return <p className="view-nothing" role="status">{`${what} ${hint}`}</p>;
}
