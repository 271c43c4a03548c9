/** Services in the same process, for the CLI and tests: the same messages over a line made of two queues. */
import type { EngineService } from "../engine-service.ts";
import { dispatch } from "../host/dispatch.ts";
import type { HostService } from "../host-service.ts";
import type { Line } from "../protocol.ts";
import { remoteServices } from "./remote.ts";
import type { Services } from "./services.ts";

/** Connects to services of this process. Everything passes the validators, as it would over any other line. */
export function connectInProcess(services: { engine: EngineService; host: HostService }): Services {
  const [here, there] = linePair();
  const stop = dispatch(there, services);
  const remote = remoteServices();
  remote.attach(here);
  return { engine: remote.engine, host: remote.host, onConnection: () => () => undefined, close: stop };
}

function linePair(): [Line, Line] {
  const listeners: [((text: string) => void)[], ((text: string) => void)[]] = [[], []];
  const end = (mine: 0 | 1): Line => ({
    send: (text) =>
      queueMicrotask(() => {
        for (const listener of listeners[mine === 0 ? 1 : 0]) listener(text);
      }),
    onText: (listener) => listeners[mine].push(listener),
    onClose: () => undefined,
  });
  return [end(0), end(1)];
}
