/**
 * The page's address: says which file or example is open, so that a reload finds it, and hands over the token, which
 * is taken out of the bar at once and kept for this tab only.
 */
import type { Editor } from "./editor.ts";

/** `doc` is the id of the open document at the host. */
export type Place = { file?: string; example?: string; doc?: string };

const tokenKey = "espalier.token";

/** The token of this tab; out of the address bar from now on. */
export function takeToken(): string {
  const url = new URL(location.href);
  const given = url.searchParams.get("token");
  if (given !== null) {
    sessionStorage.setItem(tokenKey, given);
    url.searchParams.delete("token");
    window.history.replaceState(null, "", url);
  }
  return given ?? sessionStorage.getItem(tokenKey) ?? "";
}

/** What the address says is open. */
export function placeInAddress(): Place {
  const { searchParams } = new URL(location.href);
  const file = searchParams.get("file");
  const example = searchParams.get("example");
  const doc = searchParams.get("doc");
  return {
    ...(file === null ? {} : { file }),
    ...(example === null ? {} : { example }),
    ...(doc === null ? {} : { doc }),
  };
}

/** Writes what is open into the address, without a step in the browser's history. */
export function rememberPlace({ file, example, doc }: Place): void {
  if (typeof location === "undefined") return;
  const url = new URL(location.href);
  for (const [name, value] of Object.entries({ file, example, doc })) {
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  window.history.replaceState(null, "", url);
}

/** Notes what is open in an editor now. */
export function setPlace(editor: Editor, place: Place): void {
  editor.place = place;
  editor.onPlace();
}
