/** The picture on an example's card: a small drawing of what it shows, by its id; a plain graph for one without. */
import type { ReactNode } from "react";
import { penguins } from "./penguins.ts";

const c = (family: string) => `var(--t-${family})`;
const path = (points: readonly (readonly [number, number])[]) =>
  points.map(([x, y], at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)},${y.toFixed(1)}`).join("");
const range = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Decorative: the card's words say the same. */
export function Thumb({ id }: { id: string }) {
  const draw = Object.hasOwn(drawings, id) ? drawings[id] : plainGraph;
  return (
    <svg className="start-thumb" viewBox="0 0 240 104" preserveAspectRatio="xMidYMid meet" aria-hidden>
      {draw()}
    </svg>
  );
}

const drawings: Readonly<Record<string, () => ReactNode>> = {
  adaboost: moons,
  "adaboost-breast-cancer": bound,
  leakage: leak,
  "baseline-from-csv": scatter,
  "perceptron-xor": xor,
  "sql-and-parquet": query,
};

/** Two moons, the rows that are still wrong drawn larger, as their weights are. */
function moons(): ReactNode {
  // Fixed offsets: the same picture every time.
  const shake = (at: number, by: number) => {
    const far = Math.sin(at * 12.9898 + by * 78.233) * 43_758.5453;
    return (far - Math.floor(far) - 0.5) * 15;
  };
  return range(72).map((at) => {
    const upper = at % 2 === 0;
    const angle = (at / 71) * Math.PI;
    const side = upper ? -1 : 1;
    const x = (upper ? 98 : 142) + side * 52 * Math.cos(angle) + shake(at, 1);
    const y = (upper ? 66 : 38) + side * 42 * Math.sin(angle) + shake(at, 2);
    const heavy = Math.hypot(x - 120, y - 52) < 24;
    return <circle key={at} cx={x} cy={y} r={heavy ? 5 : 2.6} fill={upper ? c("predictions") : c("table")} />;
  });
}

/** The training error by round under its bound Π 2√(ε(1 − ε)), here for ε = 0.3. */
function bound(): ReactNode {
  const x = (round: number) => 16 + round * 10.4;
  const limit = range(21).map((round): [number, number] => [
    x(round),
    92 - 80 * (2 * Math.sqrt(0.21)) ** round,
  ]);
  const steps = [
    0.34, 0.3, 0.3, 0.22, 0.24, 0.17, 0.18, 0.13, 0.11, 0.12, 0.08, 0.07, 0.05, 0.06, 0.03, 0.02, 0.02, 0.01,
    0, 0, 0,
  ];
  const error = steps.flatMap((share, round): [number, number][] => [
    [x(round), 92 - 150 * share],
    [x(round + 0.96), 92 - 150 * share],
  ]);
  return (
    <>
      <path d="M16 92H232" stroke="var(--line-strong)" />
      <path d={path(limit)} fill="none" stroke={c("figure")} strokeWidth="1.6" strokeDasharray="3 3" />
      <path d={path(error)} fill="none" stroke={c("learner")} strokeWidth="2" />
    </>
  );
}

/** The wire that would carry what a model has seen into its score. */
function leak(): ReactNode {
  return (
    <>
      <path d="M74 30C104 30 104 26 134 26" fill="none" stroke="var(--line-strong)" strokeWidth="1.6" />
      <path
        d="M74 38C112 38 112 78 150 78"
        fill="none"
        stroke="var(--danger)"
        strokeWidth="2.4"
        strokeDasharray="5 4"
      />
      <path d="M74 78H150" fill="none" stroke={c("table")} strokeWidth="2" />
      <rect x="22" y="16" width="52" height="30" rx="4" fill={c("table")} opacity=".9" />
      <rect x="22" y="62" width="52" height="30" rx="4" fill={c("table")} opacity=".35" />
      <rect x="134" y="14" width="58" height="24" rx="4" fill={c("model")} opacity=".85" />
      <rect x="150" y="64" width="66" height="28" rx="4" fill={c("predictions")} opacity=".85" />
      <circle cx="112" cy="58" r="9" fill="var(--surface)" stroke="var(--danger)" strokeWidth="2" />
      <path d="M108 54L116 62M116 54L108 62" stroke="var(--danger)" strokeWidth="2" />
    </>
  );
}

/** Penguins of the file itself: flipper length across, bill length up. */
function scatter(): ReactNode {
  const dots = (species: readonly (readonly [number, number])[]) =>
    species
      .map(([flipper, bill]) => `M${14 + ((flipper - 172) / 62) * 214},${96 - ((bill - 32) / 28) * 88}h0`)
      .join("");
  const { adelie, chinstrap, gentoo } = penguins;
  return (
    <g fill="none" strokeWidth="6" strokeLinecap="round" opacity=".8">
      <path d={dots(adelie)} stroke={c("predictions")} />
      <path d={dots(chinstrap)} stroke={c("model")} />
      <path d={dots(gentoo)} stroke={c("layers")} />
    </g>
  );
}

/** Four points that no line parts. */
function xor(): ReactNode {
  const points = [
    [66, 24, true],
    [174, 24, false],
    [66, 82, false],
    [174, 82, true],
  ] as const;
  return (
    <>
      <path d="M34 72L206 22" stroke="var(--text-3)" strokeWidth="1.6" strokeDasharray="3 3" />
      <path d="M40 30L200 84" stroke="var(--text-3)" strokeWidth="1.6" strokeDasharray="3 3" opacity=".6" />
      {points.map(([x, y, on]) => (
        <circle
          key={`${x}/${y}`}
          cx={x}
          cy={y}
          r="9"
          fill={on ? c("table") : "var(--surface)"}
          stroke={on ? c("table") : c("predictions")}
          strokeWidth="3"
        />
      ))}
    </>
  );
}

/** A table of which a query keeps some rows. */
function query(): ReactNode {
  const kept = new Set([1, 2, 5]);
  return (
    <>
      {range(7).flatMap((row) =>
        range(4).map((column) => (
          <rect
            key={`${row}/${column}`}
            x={26 + column * 24}
            y={10 + row * 12.4}
            width="22"
            height="10"
            rx="1.5"
            fill={c("table")}
            opacity={row === 0 ? 0.95 : kept.has(row) ? 0.6 : 0.16}
          />
        )),
      )}
      <path d="M130 52H154M147 46L154 52L147 58" fill="none" stroke={c("figure")} strokeWidth="2" />
      {range(4).flatMap((row) =>
        range(2).map((column) => (
          <rect
            key={`${row}/${column}`}
            x={166 + column * 24}
            y={28 + row * 12.4}
            width="22"
            height="10"
            rx="1.5"
            fill={c(column === 1 ? "scores" : "table")}
            opacity={row === 0 ? 0.95 : 0.6}
          />
        )),
      )}
    </>
  );
}

/** For an example that nobody has drawn yet: cards and wires. */
function plainGraph(): ReactNode {
  return (
    <>
      {[22, 52, 82].map((y, at) => (
        <g key={y}>
          <path d={`M82 ${y}C120 ${y} 120 52 156 52`} fill="none" stroke="var(--line-strong)" />
          <rect
            x="22"
            y={y - 9}
            width="60"
            height="18"
            rx="4"
            fill={c(["table", "learner", "model"][at])}
            opacity=".85"
          />
        </g>
      ))}
      <rect x="156" y="41" width="62" height="22" rx="4" fill={c("scores")} opacity=".9" />
    </>
  );
}
