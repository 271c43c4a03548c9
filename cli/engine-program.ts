/**
 * The engine's own process: serves EngineService over stdin and stdout until its input ends, which also happens when
 * the process that started it dies. Arguments: one JSON object of `EngineStart`.
 */
import { collectWhenIdle } from "../core/engine/collect-when-idle.ts";
import { byteLine } from "../core/service/byte-line.ts";
import { dispatch } from "../core/service/host/dispatch.ts";
import { type EngineStart, startEngine } from "./engine.ts";
import { noHost } from "./no-host.ts";

// stdout carries frames; whatever a library prints must not fall between them.
console.log = console.error;
console.info = console.error;

const start = JSON.parse(process.argv[2] ?? "{}") as EngineStart;
const engine = startEngine(start);
engine.subscribe(collectWhenIdle());
const line = byteLine(process.stdin, process.stdout);
dispatch(line, { engine, host: noHost });
line.onClose(() => {
  void engine.dispose().finally(() => process.exit(0));
});
