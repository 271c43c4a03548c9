/** How much of a card is drawn: everything, title and state below 50 %, a coloured block below 20 %. */
export type Detail = "full" | "title" | "block";

/** The level at this zoom. Style sheets read it from the canvas, so that zooming renders no card. */
export function levelOfDetail(zoom: number): Detail {
  return zoom < 0.2 ? "block" : zoom < 0.5 ? "title" : "full";
}
