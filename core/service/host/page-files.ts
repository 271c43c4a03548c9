/** Which file of the built page a URL means, and of what kind it is: the same for `serve` and the desktop's protocol. */
import { extname, isAbsolute, join, relative, resolve } from "node:path";

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
};

export type PageFile = { file: string; type: string };

/** The file of a URL below the page's folder, or `undefined` for anything that is not plainly inside it. */
export function pageFile(page: string, url: string): PageFile | undefined {
  try {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    if (path.includes("\0") || path.includes("\\")) return undefined;
    const file = join(page, path === "/" ? "index.html" : path);
    const way = relative(resolve(page), resolve(file));
    const type = Object.hasOwn(contentTypes, extname(file)) ? contentTypes[extname(file)] : undefined;
    return way.startsWith("..") || isAbsolute(way) || type === undefined ? undefined : { file, type };
  } catch {
    // A malformed escape in the URL.
    return undefined;
  }
}
