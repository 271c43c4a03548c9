/** The picture on a card: what is growing, else the result, hatched while stale, else why there is none. */
import { useRef } from "react";
import type { Look } from "../../core/service/look.ts";
import type { NodeView } from "../store/node-view.ts";
import { useWords } from "../store/use-editor.ts";
import { useLook } from "../store/use-look.ts";
import { Thumbnail } from "../views/Thumbnail.tsx";

/** Always 84 pixels high. The last picture stays until the next one is there: nothing flashes. */
export function CardPicture({ view }: { view: NodeView }) {
  const { t } = useWords();
  const { signature, port, path, preview, old, descriptor } = view;
  const request =
    signature !== undefined && port !== undefined
      ? { signature, port, ...(path === undefined ? {} : { path }) }
      : undefined;
  const { answer: fetched, error, loading } = useLook(preview ? undefined : request);
  // What grew stays as well until its result is fetched: at the end of a training nothing goes back to what was before.
  const last = useRef<Look>(undefined);
  const newest = preview ?? fetched;
  if (newest) last.current = newest;
  const look = newest ?? (request && !error ? last.current : undefined);
  return (
    <div className="card-picture" data-old={old && !preview}>
      {look ? (
        <Thumbnail look={look} />
      ) : (
        <span className="card-picture-none">
          {t(
            loading ? "results.loading" : descriptor?.makes === "learner" ? "card.waiting" : "card.noResult",
          )}
        </span>
      )}
    </div>
  );
}
