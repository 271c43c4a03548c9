/** Which member of an ensemble is open: a slider with its round and its say. */
import type { ModelLook } from "../../../core/service/look.ts";
import { fixed } from "../numbers.ts";
import { useViewWords } from "../words.ts";

type MemberBarProps = {
  members: NonNullable<ModelLook["members"]>;
  chosen: number;
  choose: (round: number) => void;
};

/** One row; the platform's own slider, with its keys. */
export function MemberBar({ members, chosen, choose }: MemberBarProps) {
  const { v, language } = useViewWords();
  const say = fixed(language, members.says[chosen - 1], 3);
  return (
    <label className="member-bar">
      <span className="member-name">{v("index.point", { index: v("index.round"), at: String(chosen) })}</span>
      <input
        type="range"
        min={1}
        max={members.count}
        value={chosen}
        aria-label={v("index.round")}
        aria-valuetext={`${v("index.point", { index: v("index.round"), at: String(chosen) })}, α ${say}`}
        data-testid="member"
        onChange={(event) => choose(Number(event.target.value))}
      />
      <span className="member-say">α {say}</span>
    </label>
  );
}
