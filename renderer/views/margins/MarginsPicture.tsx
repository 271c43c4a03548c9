/** Margins as a cumulative curve, with bars beside it or in its place where there is no room for both. */
import { useMemo, useState } from "react";
import type { MarginsLook } from "../../../core/service/look-detail.ts";
import { XyCurves } from "../chart/XyCurves.tsx";
import { useColours } from "../colours.ts";
import type { Exporter } from "../frame/exporter.ts";
import { Picker } from "../frame/Picker.tsx";
import { fixed, percent } from "../numbers.ts";
import { useSize } from "../use-size.ts";
import { useViewWords } from "../words.ts";
import { MarginBars } from "./MarginBars.tsx";
import { marginLines } from "./margin-lines.ts";
import type { MarginRows } from "./use-margin-rows.ts";

const wide = 560;
const range = [-1, 1] as const;
const shares = [0, 1] as const;

/** Fills its parent. */
export function MarginsPicture(props: {
  margins: MarginsLook;
  rows: MarginRows;
  label: string;
  exporter: Exporter;
}) {
  const { margins, rows, label, exporter } = props;
  const { v, language, integer } = useViewWords();
  const colours = useColours();
  const [room, size] = useSize<HTMLDivElement>();
  const [form, setForm] = useState("curve");
  const lines = useMemo(
    () =>
      marginLines(margins, colours, (round) =>
        round === undefined
          ? v("margins.share")
          : v("index.point", { index: v("index.round"), at: String(round) }),
      ),
    [margins, colours, v],
  );
  const both = size !== undefined && size.width >= wide;
  // The list that picks the form stands where the name of the axis would.
  const names = useMemo(() => ({ x: v("margins.margin"), y: both ? v("margins.share") : "" }), [v, both]);
  const facts: [string, string][] = [
    [v("margins.wrong"), percent(language, margins.wrong)],
    [v("margins.smallest"), fixed(language, margins.smallest, 3)],
    [v("margins.median"), fixed(language, margins.median, 3)],
  ];
  return (
    <>
      <p className="detail-row">
        {facts.map(([name, value]) => (
          <span key={name}>
            {name} <b>{value}</b>
          </span>
        ))}
        {margins.rows < margins.of ? (
          <span>{v("scatter.sample", { shown: integer(margins.rows), count: integer(margins.of) })}</span>
        ) : null}
      </p>
      <div className="detail-room" ref={room}>
        <div className="detail-picture">
          {both || form === "curve" ? (
            <XyCurves
              label={label}
              lines={lines}
              guides={[{ from: [0, 0], to: [0, 1], colour: colours.text3 }]}
              names={names}
              xRange={range}
              yRange={shares}
              say={({ line, point }) =>
                v("margins.point", {
                  name: lines[line]?.name ?? "",
                  value: fixed(language, lines[line]?.x[point], 3),
                  share: percent(language, lines[line]?.y[point] ?? 0),
                })
              }
              sheet={() => ({
                head: [v("index.round"), "margin", "share"],
                rows: margins.curves.flatMap(({ round, x, share }) =>
                  x.map((margin, i) => [round ?? null, margin, share[i] ?? null]),
                ),
              })}
              exporter={exporter}
            />
          ) : (
            <MarginBars margins={margins} rows={rows} label={label} exporter={exporter} />
          )}
          {both ? null : (
            <Picker
              label={v("margins.form")}
              value={form}
              choices={[
                { id: "curve", title: v("margins.curve") },
                { id: "bars", title: v("margins.bars") },
              ]}
              choose={setForm}
            />
          )}
        </div>
        {both ? (
          <div className="detail-picture">
            <MarginBars margins={margins} rows={rows} label={`${label}, ${v("margins.bars")}`} />
          </div>
        ) : null}
      </div>
    </>
  );
}
