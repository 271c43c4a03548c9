/** A trace as numbers: one row a round, every series a column. */
import { useMemo } from "react";
import type { TraceLook } from "../../../core/service/look.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { styled, styleOf } from "../numbers.ts";
import { Cell, HeadCell, HeadRow, IdCell, Row } from "../rows/cells.tsx";
import { VirtualRows } from "../rows/VirtualRows.tsx";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { useIndexWords } from "./use-index-words.ts";

const width = 118;
const indexWidth = 64;

/** Fills its parent. */
export function TraceNumbers({ look, title, exporter }: ViewProps<TraceLook>) {
  const { language, named } = useViewWords();
  const { index } = useIndexWords(look.index);
  const columns = useMemo(
    () =>
      Object.entries(look.series).map(([key, values]) => ({
        key,
        name: named("series", key),
        values,
        style: styleOf(values),
      })),
    [look, named],
  );
  useTakeaway(exporter, {
    sheet: () => ({
      head: [look.index, ...columns.map(({ key }) => key)],
      rows: look.at.map((at, point) => [at, ...columns.map(({ values }) => values[point] ?? null)]),
    }),
  });
  return (
    <VirtualRows
      label={title}
      rowCount={look.at.length}
      columnCount={columns.length + 1}
      width={indexWidth + columns.length * width}
      row={(point) => (
        <Row key={point} index={point}>
          <IdCell width={indexWidth}>{look.at[point]}</IdCell>
          {columns.map(({ key, values, style }) => {
            const value = values[point] ?? null;
            return (
              <Cell
                key={key}
                width={width}
                right
                missing={value === null}
                title={value === null ? undefined : String(value)}
              >
                {value === null ? "∅" : styled(language, value, style)}
              </Cell>
            );
          })}
        </Row>
      )}
      head={
        <HeadRow>
          <HeadCell className="cell-id" width={indexWidth}>
            {index}
          </HeadCell>
          {columns.map(({ key, name }) => (
            <HeadCell key={key} width={width} right title={name}>
              <span className="clip">{name}</span>
            </HeadCell>
          ))}
        </HeadRow>
      }
    />
  );
}
