/** What stands in a tooltip, made of elements: no markup from data is ever parsed. */
export type TipRow = {
  readonly colour?: string;
  readonly dashed?: boolean;
  readonly name: string;
  readonly value: string;
};

/** A heading and one row a series. */
export function tip(heading: string, rows: readonly TipRow[]): HTMLElement {
  const box = element("div", "tip");
  box.append(element("div", "tip-head", heading));
  for (const { colour, dashed, name, value } of rows) {
    const row = element("div", "tip-row");
    const swatch = element("i", dashed ? "tip-dash" : "tip-line");
    if (colour) swatch.style.borderColor = colour;
    row.append(swatch, element("span", "", name), element("b", "", value));
    box.append(row);
  }
  return box;
}

/** Where a tooltip of `size` stands in a chart: beside the pointer, inside the window, never over what is pointed at. */
export function placeTip(
  chart: Element,
  [x, y]: readonly number[],
  [width, height]: readonly number[],
): [number, number] {
  const { left, top } = chart.getBoundingClientRect();
  const [atX = 0, atY = 0, wide = 0, high = 0] = [x, y, width, height];
  const fitsRight = left + atX + 14 + wide <= innerWidth - 8;
  const lowest = innerHeight - 8 - high - top;
  return [fitsRight ? atX + 14 : atX - wide - 14, Math.max(8 - top, Math.min(lowest, atY - high / 2))];
}

function element(tag: "div" | "span" | "i" | "b", className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
