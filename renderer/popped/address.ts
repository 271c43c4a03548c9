/** The address of a window that shows one result alone. */
import type { Place } from "../store/address.ts";

export type PoppedAddress = {
  /** `node/port`, as the dock names its panels. */
  readonly panel: string;
  /** The views that were chosen where it was popped out, by kind and port. */
  readonly views: Readonly<Record<string, string>>;
};

/** What an address says of it; `undefined` for that of an editor. */
export function poppedIn(search: string): PoppedAddress | undefined {
  const said = new URLSearchParams(search);
  const panel = said.get("panel");
  if (panel === null || panel === "") return undefined;
  const views = said.getAll("view").map((one): [string, string] => {
    const at = one.lastIndexOf("=");
    return [one.slice(0, Math.max(0, at)), one.slice(at + 1)];
  });
  return { panel, views: Object.fromEntries(views.filter(([key]) => key !== "")) };
}

/** The query of such an address. The file is named too, so that a window finds its document again after a new start. */
export function queryOf({ doc, file }: Place, { panel, views }: PoppedAddress): string {
  const query = new URLSearchParams();
  if (doc !== undefined) query.set("doc", doc);
  if (file !== undefined) query.set("file", file);
  query.set("panel", panel);
  for (const [key, id] of Object.entries(views)) query.append("view", `${key}=${id}`);
  return query.toString();
}
