/**
 * What a model would predict all over the plane of two features, with its training rows on top. An ensemble is replayed
 * round by round: a slider shows what it would say had it stopped there.
 */
import { useMemo, useState } from "react";
import type { ModelLook } from "../../../core/service/look.ts";
import { fitTable } from "../../store/fed-by.ts";
import { useFed } from "../../store/use-fed.ts";
import { RoundSlider } from "../detail/RoundSlider.tsx";
import { Unavailable } from "../detail/Unavailable.tsx";
import { useDetail } from "../detail/use-detail.ts";
import { useRound } from "../frame/choices.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { SurfacePlane } from "./SurfacePlane.tsx";

const stops = [1, 5, 30, 100];

/** Fills its parent. */
export function SurfaceView({ look, source, title, exporter }: ViewProps<ModelLook>) {
  const { v } = useViewWords();
  const rounds = look.members && look.members.count / (look.members.each ?? 1);
  const [round, choose] = useRound(source.signature);
  const [axes, setAxes] = useState<{ x?: string; y?: string }>({});
  const chosen = rounds === undefined ? undefined : Math.min(round ?? rounds, rounds);
  const detail = useMemo(
    () => ({ of: "surface" as const, ...axes, ...(chosen === undefined ? {} : { round: chosen }) }),
    [axes, chosen],
  );
  const { look: found, failed, waiting } = useDetail(look, source, detail);
  const surface = found?.surface;
  const table = useFed(source, fitTable);
  return (
    <div className="detail" aria-busy={waiting}>
      {rounds !== undefined && chosen !== undefined ? (
        <RoundSlider index={v("index.round")} count={rounds} chosen={chosen} choose={choose} stops={stops} />
      ) : null}
      <div className="detail-picture">
        {surface && !failed ? (
          <SurfacePlane
            surface={surface}
            table={table}
            classes={look.classes}
            target={look.target}
            label={`${title}: ${v("view.surface")}`}
            choose={setAxes}
            exporter={exporter}
          />
        ) : (
          <Unavailable failed={failed} />
        )}
      </div>
    </div>
  );
}
