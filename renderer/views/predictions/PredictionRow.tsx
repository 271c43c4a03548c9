/** One predicted row. */
import { Check, X } from "lucide-react";
import { memo } from "react";
import type { PredictionsLook } from "../../../core/service/look.ts";
import { classVariable } from "../colours.ts";
import { brief, fixed } from "../numbers.ts";
import { Cell, IdCell, Row } from "../rows/cells.tsx";
import type { RowLight } from "../rows/VirtualRows.tsx";
import { useViewWords } from "../words.ts";

export type PredictionRowData = PredictionsLook["rows"][number];

export const predictionWidths = { row: 52, mark: 24, predicted: 108, truth: 108, last: 124 } as const;

type PredictionRowProps = {
  index: number;
  data: PredictionRowData | undefined;
  classes: readonly string[];
} & RowLight;

/** A row; dots while it is fetched. */
export const PredictionRow = memo(function PredictionRow({
  index,
  data,
  classes,
  selected,
  cursor,
}: PredictionRowProps) {
  const { v } = useViewWords();
  const judged = data !== undefined && typeof data.predicted === "string" && data.truth !== null;
  const wrong = judged && data.truth !== data.predicted;
  return (
    <Row index={index} wrong={wrong} selected={selected} cursor={cursor}>
      <IdCell width={predictionWidths.row}>{data?.row ?? "·"}</IdCell>
      <Cell className="cell-mark" width={predictionWidths.mark}>
        {!judged ? null : wrong ? (
          <X size={13} aria-label={v("predictions.wrong")} />
        ) : (
          <Check size={13} aria-label={v("predictions.right")} />
        )}
      </Cell>
      <Label value={data?.predicted} classes={classes} width={predictionWidths.predicted} />
      <Label value={data?.truth} classes={classes} width={predictionWidths.truth} />
      {data === undefined || typeof data.predicted === "number" ? (
        <Off data={data} />
      ) : (
        <Sureness data={data} classes={classes} />
      )}
    </Row>
  );
});

type LabelProps = { value: string | number | null | undefined; classes: readonly string[]; width: number };

function Label({ value, classes, width }: LabelProps) {
  const { language } = useViewWords();
  if (typeof value === "number") {
    return (
      <Cell width={width} right title={String(value)}>
        {brief(language, value)}
      </Cell>
    );
  }
  const code = value ? classes.indexOf(value) : -1;
  return (
    <Cell width={width} title={value ?? undefined} missing={value === null}>
      {code < 0 ? null : <i className="class-dot" style={{ background: classVariable(code) }} />}
      <span className="clip">{value === undefined ? "·" : (value ?? "∅")}</span>
    </Cell>
  );
}

/** By how much a predicted number is off. */
function Off({ data }: { data: PredictionRowData | undefined }) {
  const { language } = useViewWords();
  const known = typeof data?.truth === "number" && typeof data.predicted === "number";
  const off = known ? Number(data.predicted) - Number(data.truth) : undefined;
  return (
    <Cell width={predictionWidths.last} right title={off === undefined ? undefined : String(off)}>
      {data === undefined ? "·" : off === undefined ? "–" : brief(language, off)}
    </Cell>
  );
}

/** The probability of the predicted class, as a bar and a number. */
function Sureness({
  data: { probability, predicted },
  classes,
}: {
  data: PredictionRowData;
  classes: readonly string[];
}) {
  const { language } = useViewWords();
  if (probability === null) return <Cell width={predictionWidths.last}>–</Cell>;
  const colour = classVariable(Math.max(0, classes.indexOf(String(predicted))));
  return (
    <Cell width={predictionWidths.last} title={String(probability)}>
      <span className="probability" aria-hidden>
        <i style={{ width: `${probability * 100}%`, background: colour }} />
      </span>
      <span className="probability-value">{fixed(language, probability, 3)}</span>
    </Cell>
  );
}
