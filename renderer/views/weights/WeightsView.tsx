/**
 * The sample weights D_m, round by round: which rows the next learner has to look at. On the plane of the training rows
 * where they have one, else as a curve from the heaviest row down; the heaviest rows by number beside it.
 */
import type { TraceLook } from "../../../core/service/look.ts";
import { fitTable } from "../../store/fed-by.ts";
import type { How } from "../../store/row-selection.ts";
import { nowhere, useFed } from "../../store/use-fed.ts";
import { useSelectRows } from "../../store/use-row-selection.ts";
import { RoundSlider } from "../detail/RoundSlider.tsx";
import { Unavailable } from "../detail/Unavailable.tsx";
import { useDetail } from "../detail/use-detail.ts";
import { useRound } from "../frame/choices.ts";
import { brief, fixed } from "../numbers.ts";
import { useIndexWords } from "../trace/use-index-words.ts";
import { useSize } from "../use-size.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { HeaviestRows } from "./HeaviestRows.tsx";
import { WeightsCurve } from "./WeightsCurve.tsx";
import { WeightsPlane } from "./WeightsPlane.tsx";

/** From which width the list stands beside the picture; a curve needs less room than a plane. */
const wide = { plane: 520, curve: 380 };
const stops = [1, 2, 5, 30, 100];

/** Fills its parent. */
export function WeightsView({ look, source, title, exporter }: ViewProps<TraceLook>) {
  const { v, language } = useViewWords();
  const { index } = useIndexWords(look.index);
  const [room, size] = useSize<HTMLDivElement>();
  const [round, choose] = useRound(source.signature);
  const chosen = Math.min(round ?? look.length, look.length);
  const { look: found, failed } = useDetail(look, source, { of: "weights", round: chosen });
  const weights = found?.weights;
  const table = useFed(source, fitTable);
  const select = useSelectRows(source);
  const pick =
    select && table !== nowhere
      ? (top: number, how: How) => {
          const { signature, port } = table;
          select({ by: "weight", round: weights?.round ?? chosen, top, table: { signature, port } }, how);
        }
      : undefined;
  const at = look.at.indexOf(chosen);
  const series = (name: string) => fixed(language, look.series[name]?.[at], 3);
  return (
    <div className="detail" ref={room}>
      <RoundSlider index={index} count={look.length} chosen={chosen} choose={choose} stops={stops} />
      {weights && !failed ? (
        <>
          <p className="detail-row weights-facts">
            <span>
              {v("weights.effective")}{" "}
              <b>
                {brief(language, Number(weights.effective.toPrecision(4)))} / {brief(language, weights.rows)}
              </b>
            </span>
            <span>
              {v("weights.largest")}{" "}
              <b>{fixed(language, (weights.weights[0] ?? 0) * weights.rows, 1)} × 1/n</b>
            </span>
            {at >= 0 && look.series.error ? (
              <span>
                e <b>{series("error")}</b> α <b>{series("alpha")}</b>
              </span>
            ) : null}
          </p>
          <div className="detail-room">
            <div className="detail-picture">
              {weights.plane ? (
                <WeightsPlane
                  weights={weights}
                  plane={weights.plane}
                  table={table}
                  label={`${title}: ${v("view.weights")}`}
                  exporter={exporter}
                />
              ) : (
                <WeightsCurve
                  weights={weights}
                  pick={pick}
                  label={`${title}: ${v("view.weights")}`}
                  exporter={exporter}
                />
              )}
            </div>
            {size && size.width >= (weights.plane ? wide.plane : wide.curve) ? (
              <HeaviestRows weights={weights} table={table} />
            ) : null}
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
