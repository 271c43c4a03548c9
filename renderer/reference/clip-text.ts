/** SVG clips no text by itself: how much of a text fits, by the width that letters have on average. */

/** A text that takes at most `width` px at a size; what is cut off is said by an ellipsis. */
export function clipText(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  let cut = "";
  for (const letter of text) {
    if (widthOf(`${cut}${letter}…`, size) > width) break;
    cut += letter;
  }
  return `${cut.trimEnd()}…`;
}

/** About how wide a text is in px: letters of the Han script are square, others a little over half as wide as high. */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) ems += (letter.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.56;
  return ems * size;
}
