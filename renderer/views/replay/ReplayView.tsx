/**
 * Gradient boosting round by round: what was predicted, what was left, the tree fitted to that, the sum. A slider turns the
 * rounds; of several classes one is chosen, and of several features the one that is drawn along.
 */
import { useMemo, useState } from "react";
import type { ModelLook } from "../../../core/service/look.ts";
import { fitTable } from "../../store/fed-by.ts";
import { useFed } from "../../store/use-fed.ts";
import { RoundSlider } from "../detail/RoundSlider.tsx";
import { Unavailable } from "../detail/Unavailable.tsx";
import { useDetail } from "../detail/use-detail.ts";
import { useRound } from "../frame/choices.ts";
import { brief } from "../numbers.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { ReplayPicture } from "./ReplayPicture.tsx";

const stops = [1, 2, 3, 10, 100];

/** Fills its parent. */
export function ReplayView({ look, source, title, exporter }: ViewProps<ModelLook>) {
  const { v, language } = useViewWords();
  const { count = 1, each = 1 } = look.members ?? {};
  const rounds = count / each;
  const [round, choose] = useRound(source.signature);
  const [part, choosePart] = useState(0);
  const [x, chooseX] = useState<string>();
  const chosen = Math.min(round ?? rounds, rounds);
  const detail = useMemo(
    () => ({ of: "replay" as const, round: chosen, part, ...(x === undefined ? {} : { x }) }),
    [chosen, part, x],
  );
  const { look: found, failed, waiting } = useDetail(look, source, detail);
  const table = useFed(source, fitTable);
  const replay = found?.replay;
  const number = (value: number) => brief(language, Number(value.toPrecision(4)));
  const of = look.task === "regression" ? undefined : (look.classes[each > 1 ? part : 1] ?? "");
  return (
    <div className="detail" aria-busy={waiting}>
      <RoundSlider index={v("index.round")} count={rounds} chosen={chosen} choose={choose} stops={stops} />
      {replay && !failed ? (
        <>
          <div className="detail-row" data-testid="replay-facts">
            {replay.lossAfter === undefined ? null : (
              <span>
                {v("series.trainingLoss")}{" "}
                <b>
                  {replay.lossBefore === undefined ? "" : `${number(replay.lossBefore)} → `}
                  {number(replay.lossAfter)}
                </b>
              </span>
            )}
            <span>
              ν <b>{brief(language, replay.rate)}</b>
            </span>
            {replay.delta === undefined ? null : (
              <span>
                δ <b>{number(replay.delta)}</b>
              </span>
            )}
            {each > 1 ? (
              <Choice
                label={v("model.classes")}
                value={part}
                options={look.classes}
                choose={(at) => choosePart(at)}
              />
            ) : null}
            {replay.axes.length > 1 ? (
              <Choice
                label={v("scatter.x")}
                value={Math.max(0, replay.axes.indexOf(replay.x))}
                options={replay.axes}
                choose={(at) => chooseX(replay.axes[at])}
              />
            ) : null}
          </div>
          <div className="detail-picture">
            <ReplayPicture
              replay={replay}
              table={table}
              target={look.target}
              of={of}
              label={`${title}: ${v("view.replay")}`}
              exporter={exporter}
            />
          </div>
        </>
      ) : (
        <div className="detail-picture">
          <Unavailable failed={failed} />
        </div>
      )}
    </div>
  );
}

type ChoiceProps = {
  label: string;
  value: number;
  options: readonly string[];
  choose: (at: number) => void;
};

/** A list with the platform's own keys and search by typing. */
function Choice({ label, value, options, choose }: ChoiceProps) {
  return (
    <select
      className="axis-picker"
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => choose(Number(event.target.value))}
    >
      {options.map((option, at) => (
        <option key={option} value={at}>
          {option}
        </option>
      ))}
    </select>
  );
}
