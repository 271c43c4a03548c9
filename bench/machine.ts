/** The machine in one line, to stand beside every number measured on it. */
import { arch, cpus, platform, totalmem } from "node:os";

/** E.g. `2 × AMD EPYC, 8 GB, linux x64, Node v20.20.2`. */
export function machine(): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cores.length} × ${cores[0]?.model ?? "unknown CPU"}, ${memory} GB, ${platform()} ${arch()}, Node ${process.version}`;
}
