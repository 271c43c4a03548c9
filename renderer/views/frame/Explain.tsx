/** "What am I looking at": one line where there is room, the whole behind a button everywhere. */
import { CircleHelp } from "lucide-react";
import { Popover } from "radix-ui";
import type { Explanation } from "../view.ts";
import { useViewWords } from "../words.ts";
import { Formula } from "./Formula.tsx";

/** The button with the whole explanation. */
export function ExplainButton({ words, values, formula }: Explanation) {
  const { v } = useViewWords();
  return (
    <Popover.Root>
      <Popover.Trigger
        className="view-tool"
        aria-label={v("explain")}
        title={v("explain")}
        data-testid="view-explain"
      >
        <CircleHelp size={13} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="view-explanation" align="end" sideOffset={4}>
          <p>
            <Formula>{v(words, values)}</Formula>
          </p>
          {formula ? (
            <p className="view-formula">
              <Formula>{formula}</Formula>
            </p>
          ) : null}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The line below a view; CSS leaves it out where a dock is too low for it. */
export function ExplainLine({ words, values, formula }: Explanation) {
  const { v } = useViewWords();
  return (
    <p className="view-line">
      <span>
        <Formula>{v(words, values)}</Formula>
      </span>
      {formula ? (
        <span className="view-formula">
          <Formula>{formula}</Formula>
        </span>
      ) : null}
    </p>
  );
}
