/**
 * A figure takes its glyphs along: whoever draws an SVG elsewhere, and the browser that makes a PNG of it, knows none of the
 * page's fonts, and a machine without Chinese ones would draw boxes. Of the fonts that are bundled in slices, only the slices
 * of the characters that stand in the figure go with it.
 */

type Face = {
  readonly family: string;
  readonly range: string;
  readonly weight: string;
  readonly url: string;
};

/** The figure with the faces it needs, read from the style sheets of the page. */
export async function withFonts(svg: string): Promise<string> {
  const faces = facesFor(svg, facesOf(document.styleSheets));
  const rules = await Promise.all(faces.map(ruleOf));
  return rules.length === 0
    ? svg
    : svg.replace(/<svg\b[^>]*>/, (open) => `${open}<style>${rules.join("")}</style>`);
}

/** What is drawn in it only where the fonts that stand before it have no glyph. */
const fallback = "Noto Sans SC Variable";

/** The faces whose family is named in the figure and that hold one of its characters. */
export function facesFor(svg: string, faces: readonly Face[]): Face[] {
  const named = faces.filter(({ family }) => svg.includes(family));
  const characters = new Set(svg.replaceAll(/<[^>]*>/g, "").replaceAll(/\s/g, ""));
  const wanted = [...characters].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    const holders = named.filter(({ range }) => holds(range, code));
    const first = holders.filter(({ family }) => family !== fallback);
    return first.length > 0 ? first : holders;
  });
  return [...new Set(wanted)];
}

/** Whether a CSS `unicode-range` holds a code point; an empty one holds all. */
export function holds(range: string, code: number): boolean {
  if (range.trim() === "") return true;
  return range.split(",").some((part) => {
    const [, first = "", last] = /U\+([\da-f?]+)(?:-([\da-f]+))?/i.exec(part) ?? [];
    if (first === "") return false;
    const from = Number.parseInt(first.replaceAll("?", "0"), 16);
    const to = Number.parseInt(last ?? first.replaceAll("?", "f"), 16);
    return code >= from && code <= to;
  });
}

function facesOf(sheets: Iterable<CSSStyleSheet>): Face[] {
  return [...sheets].flatMap((sheet) =>
    [...sheet.cssRules]
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .flatMap(({ style }) => {
        const [, address] = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue("src")) ?? [];
        if (address === undefined) return [];
        return [
          {
            family: style.getPropertyValue("font-family").replaceAll(/["']/g, ""),
            range: style.getPropertyValue("unicode-range"),
            weight: style.getPropertyValue("font-weight"),
            url: new URL(address, sheet.href ?? document.baseURI).href,
          },
        ];
      }),
  );
}

/** Asked for once a page: a figure that is saved again has them at hand. */
const fetched = new Map<string, Promise<string>>();

async function ruleOf({ family, range, weight, url }: Face): Promise<string> {
  const data = fetched.get(url) ?? dataOf(url);
  fetched.set(url, data);
  data.catch(() => fetched.delete(url));
  const limits = range === "" ? "" : `unicode-range:${range};`;
  return `@font-face{font-family:"${family}";font-weight:${weight};${limits}src:url(${await data}) format("woff2")}`;
}

async function dataOf(url: string): Promise<string> {
  if (url.startsWith("data:")) return url;
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`a font of the page is not there: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(binary)}`;
}
