/** Processes that a process has started. */
import { existsSync, readFileSync } from "node:fs";

/** Process id of the first child, where the system tells children (Linux); else none. */
export function firstChildOf(pid: number | undefined): number | undefined {
  const children = `/proc/${pid}/task/${pid}/children`;
  const first = existsSync(children) ? readFileSync(children, "utf8").trim().split(" ")[0] : "";
  return first ? Number(first) : undefined;
}
