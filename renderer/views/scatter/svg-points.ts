/** The points in sight as SVG, for pictures that are taken away: marks, or dots of one path a class where there are many. Pure. */
import { type Colours, classColour } from "../colours.ts";
import type { PlaneLayout } from "../detail/plane-layout.ts";
import { type Cloud, countIn } from "./cloud.ts";
import { isLit, markOf, opacityFor, radiusFor } from "./paint.ts";
import { markRadius } from "./raster.ts";
import type { Sight } from "./sight.ts";

type Plan = {
  cloud: Cloud;
  sight: Sight;
  layout: PlaneLayout;
  colours: Colours;
  lit: Uint8Array | undefined;
};

/** Beyond this many a mark is no more than a dot. */
const mostMarks = 5000;

/** An element to put into a picture of the plane, cut to the inside of its axes. */
export function svgPoints({ cloud, sight, layout, colours, lit }: Plan): string {
  const count = countIn(cloud, sight);
  const radius = radiusFor(count);
  const groups = new Map<string, { group: number; above: boolean; places: string[] }>();
  for (let point = 0; point < cloud.count; point++) {
    const [x, y] = [layout.x(cloud.xs[point]), layout.y(cloud.ys[point])];
    if (!layout.plane.contains({ x, y })) continue;
    const group = cloud.group(point);
    const above = lit !== undefined && isLit(lit, point);
    const key = `${above ? 1 : 0} ${group}`;
    const known = groups.get(key) ?? { group, above, places: [] };
    groups.set(key, known);
    known.places.push(`${round(x)} ${round(y)}`);
  }
  // Selected ones lie above.
  const parts = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
  const drawn = parts.map(({ group, above, places }) => {
    const colour = group < 0 ? colours.text3 : classColour(colours, group);
    const opacity = above ? 1 : opacityFor(count, lit !== undefined);
    if (count > mostMarks) {
      const dots = places.map((place) => `M${place}h0`).join("");
      return `<path d="${dots}" fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-width="${2 * radius}" stroke-linecap="round"/>`;
    }
    const scale = round((above ? radius + 1.2 : radius) / markRadius);
    const edge = above ? ` stroke="${colours.text}" stroke-width="${round(1.4 / scale)}"` : "";
    const mark = markOf(group);
    const each = places.map((place) => `<path d="${mark}" transform="translate(${place}) scale(${scale})"/>`);
    return `<g fill="${colour}" fill-opacity="${opacity}"${edge}>${each.join("")}</g>`;
  });
  const { left, top, width, height } = layout;
  const clip = `<clipPath id="inside"><rect x="${left}" y="${top}" width="${width}" height="${height}"/></clipPath>`;
  return `${clip}<g clip-path="url(#inside)">${drawn.join("")}</g>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
