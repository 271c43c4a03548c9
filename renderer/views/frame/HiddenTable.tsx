/**
 * The numbers behind a picture, for those who listen to it. A curve that grows ten times a second is written down once a
 * second: nobody can hear faster, and the time belongs to the picture.
 */
import { memo, useEffect, useMemo, useRef, useState } from "react";
import { useViewWords } from "../words.ts";

type HiddenTableProps = {
  caption: string;
  head: readonly string[];
  rows: () => readonly (readonly string[])[];
  /** What the rows are made from: they are read anew, soon, when it is another object. */
  of: unknown;
  /** How many rows there are, where `rows` hands out the first ones alone. */
  count?: number;
};

/** Rows that are written down. */
export const mostHidden = 200;
const pause = 1000;

/** A real table that is not seen. Long ones are cut, and say so. */
export function HiddenTable({ caption, head, rows, of, count }: HiddenTableProps) {
  const { v, language } = useViewWords();
  const settled = useCalm(of);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rows` reads what `of` stands for, in the language
  const all = useMemo(() => rows(), [settled, language]);
  const there = count ?? all.length;
  const cut = there > mostHidden ? ` ${v("table.cut", { shown: mostHidden, count: there })}` : "";
  return <PlainTable caption={caption + cut} head={head.join("\t")} all={all} />;
}

type PlainTableProps = { caption: string; head: string; all: readonly (readonly string[])[] };

const PlainTable = memo(function PlainTable({ caption, head, all }: PlainTableProps) {
  const names = head.split("\t");
  return (
    <div className="visually-hidden">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.slice(0, mostHidden).map((row) => (
            <tr key={row[0]}>
              <th scope="row">{row[0]}</th>
              {row.slice(1).map((cell, column) => (
                <td key={names[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

/** `value`, at most once a second; the last one always arrives. */
function useCalm(value: unknown): unknown {
  const [shown, show] = useState({ value });
  const latest = useRef(value);
  latest.current = value;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shownAt = useRef(0);
  useEffect(() => {
    if (timer.current !== undefined || shown.value === value) return;
    timer.current = setTimeout(
      () => {
        timer.current = undefined;
        shownAt.current = performance.now();
        show({ value: latest.current });
      },
      Math.max(0, shownAt.current + pause - performance.now()),
    );
  }, [shown, value]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return shown.value;
}
