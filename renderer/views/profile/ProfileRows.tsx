/** The columns below one another as one picture, so that it leaves the page whole. */
import { useRef, useState } from "react";
import type { ProfileLook } from "../../../core/service/look-detail.ts";
import { useWords } from "../../store/use-editor.ts";
import { useMarks, useSelectRows } from "../../store/use-row-selection.ts";
import { type Colours, useColours } from "../colours.ts";
import { shorten } from "../confusion/MatrixPicture.tsx";
import { type Exporter, useTakeaway } from "../frame/exporter.ts";
import { HiddenTable } from "../frame/HiddenTable.tsx";
import { svgDocument } from "../frame/save.ts";
import { useSize } from "../use-size.ts";
import type { Source } from "../view.ts";
import { useViewWords } from "../words.ts";
import { type BarAt, ColumnBars, moveAlongBars } from "./ColumnBars.tsx";
import { type Fact, type FactName, mainFacts, profileSheet, sideFacts } from "./profile-facts.ts";

const [lowest, highest] = [40, 148];
/** From this height on there is room for what the bars stand on. */
const labelled = 68;
/** What the longest facts take. */
const facts = 360;
const letter = 6.1;

/** Fills its parent and scrolls inside. */
export function ProfileRows(props: {
  profile: ProfileLook;
  source: Source;
  label: string;
  exporter: Exporter;
}) {
  const { profile, source, label, exporter } = props;
  const select = useSelectRows(source);
  const marks = useMarks(source, { bars: profile.from });
  const marked = marks?.kind === "bars" ? marks.columns : undefined;
  const [stop, setStop] = useState<BarAt>({ column: 0, bar: 0 });
  const { v, language } = useViewWords();
  const { t } = useWords();
  const colours = useColours();
  const [box, size] = useSize<HTMLElement>();
  const svg = useRef<SVGSVGElement>(null);
  const name = (fact: FactName) => v(`profile.${fact}`);
  const { columns, rows } = profile;
  useTakeaway(exporter, {
    svg: () => (svg.current ? svgDocument(svg.current, colours.surface, colours.font) : ""),
    sheet: () => profileSheet(columns),
  });
  const width = size?.width ?? 0;
  const rowHeight = Math.floor(
    Math.max(lowest, Math.min(highest, (size?.height ?? 0) / Math.max(1, columns.length))),
  );
  const named = Math.min(width > 900 ? 200 : 150, width * 0.24);
  // What the facts do not need goes to the bars.
  const pictured = Math.max(Math.min(200, width * 0.26), Math.min(760, width - named - facts));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className="profile" ref={box} aria-label={label} tabIndex={0}>
      {size ? (
        // biome-ignore lint/a11y/useSemanticElements: no fieldset stands in a picture
        <svg
          ref={svg}
          width={width}
          height={columns.length * rowHeight}
          role="group"
          aria-label={label}
          onKeyDown={(event) => moveAlongBars(event, columns, rows, setStop)}
        >
          {columns.map((column, i) => (
            <g key={column.name} transform={`translate(0 ${i * rowHeight})`}>
              <title>{column.name}</title>
              {i > 0 ? <path d={`M0 0H${width}`} stroke={colours.line} /> : null}
              <text y={17} fontSize={11} fontWeight={600} fill={colours.text}>
                {shorten(column.name, named / letter)}
              </text>
              <text y={30} fontSize={10} fill={colours.text3}>
                {shorten(
                  column.role === "feature"
                    ? v(`column.${column.kind}`)
                    : `${v(`column.${column.kind}`)} · ${t(`role.${column.role}`)}`,
                  named / 5.6,
                )}
              </text>
              <g transform={`translate(${named + 8} 5)`}>
                <ColumnBars
                  column={column}
                  index={i}
                  rows={rows}
                  width={pictured}
                  height={rowHeight}
                  labelled={rowHeight >= labelled}
                  colours={colours}
                  marked={marked?.[i]}
                  stop={stop.column === i ? stop.bar : undefined}
                  go={setStop}
                  select={select}
                />
              </g>
              <Facts
                lines={[mainFacts(column, rows, name, language), sideFacts(column, rows, name, language)]}
                x={named + pictured + 22}
                letters={(width - named - pictured - 22) / letter}
                colours={colours}
              />
            </g>
          ))}
        </svg>
      ) : null}
      <HiddenTable
        caption={label}
        head={[v("profile.column"), v("profile.kind"), v("profile.facts")]}
        of={profile}
        rows={() =>
          columns.map((column) => [
            column.name,
            `${v(`column.${column.kind}`)}, ${t(`role.${column.role}`)}`,
            [...mainFacts(column, rows, name, language), ...sideFacts(column, rows, name, language)]
              .map((fact) => `${fact.name} ${fact.value}`)
              .join(", "),
          ])
        }
      />
    </section>
  );
}

type FactsProps = { lines: readonly (readonly Fact[])[]; x: number; letters: number; colours: Colours };

/** Two lines of names and values; what does not fit is left to the table. */
function Facts({ lines, x, letters, colours }: FactsProps) {
  return lines.map((facts, line) => {
    let left = letters;
    const fitting = facts.filter(({ name, value }) => {
      left -= lettersOf(name) + value.length + 3;
      return left > -2;
    });
    return (
      <text
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines that keep their order
        key={line}
        x={x}
        y={17 + line * 13}
        fontSize={line === 0 ? 11 : 10}
        fill={colours.text2}
      >
        {fitting.map(({ name, value }, i) => (
          <tspan key={name} dx={i === 0 ? 0 : 10}>
            {name}{" "}
            <tspan fill={colours.text} fontFamily={colours.mono}>
              {value}
            </tspan>
          </tspan>
        ))}
      </text>
    );
  });
}

/** A Chinese character is as wide as two letters. */
function lettersOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (one > "\u2e80" ? 1.8 : 1), 0);
}
