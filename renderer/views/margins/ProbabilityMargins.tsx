/** The margins of predictions, by their probabilities. */
import type { PredictionsLook } from "../../../core/service/look.ts";
import type { LookDetail } from "../../../core/service/look-detail.ts";
import { Unavailable } from "../detail/Unavailable.tsx";
import { useDetail } from "../detail/use-detail.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import "../detail/detail.css";
import { MarginsPicture } from "./MarginsPicture.tsx";
import { useMarginRows } from "./use-margin-rows.ts";

const detail: LookDetail = { of: "margins" };

/** Fills its parent. */
export function ProbabilityMargins({ look, source, title, exporter }: ViewProps<PredictionsLook>) {
  const { v } = useViewWords();
  const { look: found, failed } = useDetail(look, source, detail);
  const rows = useMarginRows(source);
  return (
    <div className="detail">
      {found?.margins && !failed ? (
        <MarginsPicture
          margins={found.margins}
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
