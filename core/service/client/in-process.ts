/** Services in the same process, for the CLI and tests: the same messages over a line made of two queues. */
import type { EngineService } from "../engine-service.ts";
import { dispatch } from "../host/dispatch.ts";
import type { HostDoor, HostService } from "../host-service.ts";
import type { Line } from "../protocol.ts";
import { remoteServices } from "./remote.ts";
import type { Services } from "./services.ts";

/** Connects to services of this process. Everything passes the validators, as it would over any other line. */
export function connectInProcess(services: {
  engine: EngineService;
  host: HostService | HostDoor;
}): Services {
  const { ends, close } = linePair();
  dispatch(ends[1], services);
  const remote = remoteServices();
  remote.attach(ends[0]);
  return { engine: remote.engine, host: remote.host, onConnection: () => () => undefined, close };
}

function linePair(): { ends: readonly [Line, Line]; close(): void } {
  const texts: [((text: string) => void)[], ((text: string) => void)[]] = [[], []];
  const closings: (() => void)[] = [];
  let open = true;
  const end = (mine: 0 | 1): Line => ({
    send: (text) =>
      queueMicrotask(() => {
        if (open) for (const listener of texts[mine === 0 ? 1 : 0]) listener(text);
      }),
    onText: (listener) => texts[mine].push(listener),
    onClose: (listener) => closings.push(listener),
  });
  const close = () => {
    open = false;
    for (const listener of closings.splice(0)) listener();
  };
  return { ends: [end(0), end(1)], close };
}
