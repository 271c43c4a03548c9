/** Plain-text mathematics with its indices lowered and exponents raised: `D_{m+1}` and `x_i` as a book prints them. */
import { Fragment, type ReactNode } from "react";

const script = /([_^])(?:\{([^{}]*)\}|([A-Za-z0-9α-ωΑ-Ω]))/g;

/** One line a line of the text; wide gaps part lines too. */
export function Formula({ text }: { text: string }) {
  const lines = text.split(/\n|\s{2,}·\s*|\s{3,}/).map((line) => line.trim());
  return (
    <p className="inspector-formula">
      {lines.filter(Boolean).map((line) => (
        <span key={line}>{typeset(line)}</span>
      ))}
    </p>
  );
}

function typeset(line: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const match of line.matchAll(script)) {
    parts.push(<Fragment key={`t${at}`}>{line.slice(at, match.index)}</Fragment>);
    const inner = match[2] ?? match[3];
    parts.push(
      match[1] === "_" ? <sub key={match.index}>{inner}</sub> : <sup key={match.index}>{inner}</sup>,
    );
    at = match.index + match[0].length;
  }
  parts.push(<Fragment key="end">{line.slice(at)}</Fragment>);
  return parts;
}
