/** `app://bundle`: the built page, read-only, with the headers that `serve` sends. Nothing else has this scheme. */
import { readFile } from "node:fs/promises";
import { pageFile } from "../core/service/host/page-files.ts";
import { securityHeaders } from "../core/service/host/security-headers.ts";
import type { ElectronApi } from "./electron-api.ts";

export const scheme = "app";
export const bundleHost = "bundle";
export const bundleAddress = `${scheme}://${bundleHost}/`;

/** Says what the scheme may do; once, before the app is ready. */
export function registerScheme({ protocol }: Pick<ElectronApi, "protocol">): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** Whether a URL is of the page. `origin` is `"null"` for such a scheme in Node, so the parts are compared. */
export function isOfBundle(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${scheme}:` && host === bundleHost && username === "" && password === "";
}

/** Answers the scheme from the page's folder. */
export function serveBundle({ protocol }: Pick<ElectronApi, "protocol">, page: string): void {
  protocol.handle(scheme, (request) => answerBundle(page, request));
}

/** The answer to one request. */
export async function answerBundle(
  page: string,
  { url, method }: { url: string; method: string },
): Promise<Response> {
  const refuse = (status: number) => new Response(null, { status, headers: securityHeaders });
  if (method !== "GET" && method !== "HEAD") return refuse(405);
  if (!isOfBundle(url)) return refuse(403);
  const found = pageFile(page, url);
  const bytes = found && (await readFile(found.file).catch(() => undefined));
  if (!found || !bytes) return refuse(404);
  const headers = { ...securityHeaders, "Content-Type": found.type, "Content-Length": `${bytes.length}` };
  return new Response(method === "HEAD" ? null : new Uint8Array(bytes), { status: 200, headers });
}
