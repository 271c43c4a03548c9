/** The margins of a boosted model's training rows, round by round: they grow on when no row is wrong any more. */
import { useMemo } from "react";
import type { ModelLook } from "../../../core/service/look.ts";
import { fitTable } from "../../store/fed-by.ts";
import { useFed } from "../../store/use-fed.ts";
import { RoundSlider } from "../detail/RoundSlider.tsx";
import { Unavailable } from "../detail/Unavailable.tsx";
import { useDetail } from "../detail/use-detail.ts";
import { useRound } from "../frame/choices.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { MarginsPicture } from "./MarginsPicture.tsx";
import { useMarginRows } from "./use-margin-rows.ts";

const stops = [1, 5, 30, 100];

/** Fills its parent. */
export function VoteMargins({ look, source, title, exporter }: ViewProps<ModelLook>) {
  const { v } = useViewWords();
  const count = look.members?.count ?? 1;
  const [round, choose] = useRound(source.signature);
  const chosen = Math.min(round ?? count, count);
  const detail = useMemo(() => ({ of: "margins" as const, round: chosen }), [chosen]);
  const { look: found, failed } = useDetail(look, source, detail);
  const margins = found?.margins;
  // Bars that are still there belong to the round that they were made for.
  const rows = useMarginRows(source, margins?.round ?? chosen, useFed(source, fitTable));
  return (
    <div className="detail">
      <RoundSlider index={v("index.round")} count={count} chosen={chosen} choose={choose} stops={stops} />
      {margins && !failed ? (
        <MarginsPicture
          margins={margins}
          rows={rows}
          label={`${title}: ${v("view.margins")}`}
          exporter={exporter}
        />
      ) : (
        <div className="detail-picture">
          <Unavailable failed={failed} />
        </div>
      )}
    </div>
  );
}
