/** Stand-in until the views are written. */
import type { Look, LookRequest } from "../../core/service/look.ts";

export function ResultView({ look }: { look: Look; source: Pick<LookRequest, "signature" | "port" | "path">; title: string }) {
  return <pre style={{ overflow: "auto", height: "100%", margin: 0 }}>{JSON.stringify(look, null, 1).slice(0, 4000)}</pre>;
}
export function Thumbnail({ look }: { look: Look }) {
  return <code style={{ fontSize: 9 }}>{look.kind}</code>;
}
