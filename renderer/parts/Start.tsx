/** What stands in the window before there is an editor. */
import type { Language } from "../words/language.ts";
import { say } from "../words/words.ts";
import { Button } from "./Button.tsx";

/** Connecting, or why not and what to do. */
export function Start({ language, failed }: { language: Language; failed?: () => void }) {
  return (
    <div className="start" role="status">
      <b>{say(language, failed ? "start.failed" : "start.connecting")}</b>
      {failed ? (
        <>
          <span>{say(language, "start.failedHint")}</span>
          <Button onClick={failed}>{say(language, "retry")}</Button>
        </>
      ) : null}
    </div>
  );
}
