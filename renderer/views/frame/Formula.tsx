/** Mathematics in a line of text: `e_m` and `Σ_{m ≤ M}` with real subscripts, the rest as it is written. */
import { Fragment } from "react";

const subscript = /_(?:\{([^}]+)\}|(\p{L}+|\d+))/gu;

export type FormulaPiece = { readonly text: string; readonly sub: string };

/** The text before each subscript with that subscript; the last piece may have none. */
export function piecesOf(formula: string): FormulaPiece[] {
  const pieces: FormulaPiece[] = [];
  let from = 0;
  for (const match of formula.matchAll(subscript)) {
    pieces.push({ text: formula.slice(from, match.index), sub: match[1] ?? match[2] ?? "" });
    from = match.index + match[0].length;
  }
  if (from < formula.length) pieces.push({ text: formula.slice(from), sub: "" });
  return pieces;
}

/** A sentence or a formula. */
export function Formula({ children }: { children: string }) {
  let at = 0;
  return piecesOf(children).map(({ text, sub }) => {
    at += text.length + sub.length;
    return (
      <Fragment key={at}>
        {text}
        {sub === "" ? null : <sub>{sub}</sub>}
      </Fragment>
    );
  });
}
