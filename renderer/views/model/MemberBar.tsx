/** Which member of an ensemble is open: a slider with its round and its say, and of which class it is where there are several. */
import type { ModelLook } from "../../../core/service/look.ts";
import { fixed } from "../numbers.ts";
import { useViewWords } from "../words.ts";

type MemberBarProps = {
  members: NonNullable<ModelLook["members"]>;
  classes: readonly string[];
  /** The round, from 1, and which of its members, from 0. */
  round: number;
  part: number;
  choose: (round: number) => void;
  choosePart: (part: number) => void;
};

/** One row; the platform's own slider, with its keys. */
export function MemberBar({ members, classes, round, part, choose, choosePart }: MemberBarProps) {
  const { v, language } = useViewWords();
  const { count, each = 1, says } = members;
  const say = says.length > 0 ? `α ${fixed(language, says[round - 1], 3)}` : "";
  const name = v("index.point", { index: v("index.round"), at: String(round) });
  return (
    <div className="member-bar">
      <span className="member-name">{name}</span>
      <input
        type="range"
        min={1}
        max={count / each}
        value={round}
        aria-label={v("index.round")}
        aria-valuetext={say === "" ? name : `${name}, ${say}`}
        data-testid="member"
        onChange={(event) => choose(Number(event.target.value))}
      />
      {each > 1 ? (
        <select
          className="axis-picker"
          aria-label={v("model.classes")}
          value={part}
          onChange={(event) => choosePart(Number(event.target.value))}
        >
          {classes.map((one, at) => (
            <option key={one} value={at}>
              {one}
            </option>
          ))}
        </select>
      ) : (
        <span className="member-say">{say}</span>
      )}
    </div>
  );
}
