/** A node's state as glyph, colour and word. */
import {
  Ban,
  Check,
  CheckCheck,
  Circle,
  CircleAlert,
  CircleDashed,
  CircleX,
  Clock,
  Contrast,
  FastForward,
  Loader,
  type LucideIcon,
  TriangleAlert,
  VolumeX,
} from "lucide-react";
import type { NodeView, StateName } from "../store/node-view.ts";
import { useWords } from "../store/use-editor.ts";

/** The glyph of each state. */
export const glyphs: Readonly<Record<StateName, LucideIcon>> = {
  new: Circle,
  stale: Contrast,
  queued: Clock,
  running: Loader,
  done: Check,
  cached: CheckCheck,
  warned: TriangleAlert,
  failed: CircleX,
  blocked: Ban,
  muted: VolumeX,
  bypassed: FastForward,
  unready: CircleDashed,
  unknown: CircleAlert,
};

/** The state in words, with numbers where it has any. */
export function useStateWords({ state, by, done, total }: NodeView): string {
  const { t, number } = useWords();
  if (state === "blocked") return t("state.blocked", { by: by ?? "" });
  if (state === "running" && done !== undefined && total) {
    return t("state.runningOf", { done: number(done), total: number(total) });
  }
  return t(`state.${state}`);
}

/** At the right of a card's head. */
export function CardState({ id, view }: { id: string; view: NodeView }) {
  const words = useStateWords(view);
  const note = view.note === undefined ? {} : { note: view.note };
  return <StateMark id={id} state={view.state} words={words} {...note} />;
}

/** Glyph and word of a state. */
export function StateMark({
  id,
  state,
  words,
  note,
}: {
  id: string;
  state: StateName;
  words: string;
  note?: string;
}) {
  const Glyph = glyphs[state];
  return (
    <span className="card-state" data-testid={`state-${id}`} data-state={state} title={note ?? words}>
      <Glyph size={11} aria-hidden />
      <span className="clip">{words}</span>
    </span>
  );
}
