/** What a figure of a document carries when it is taken away. */
import { writeDocument } from "../../core/graph/write.ts";
import type { EditorState } from "../store/editor-state.ts";
import type { Passport } from "../views/frame/passport.ts";

/** The graph as it is now, and the scores of its last whole run. */
export function passportOf({ document, run }: EditorState, shows: string): Passport {
  const last = run.log.findLast(({ what }) => what.kind === "finished")?.what;
  return {
    document: writeDocument(document),
    scores: last?.kind === "finished" ? last.scores : {},
    shows,
  };
}
