/** A line over a port of main's: texts as they are. A message that is none, or too large, ends it. */
import type { MessagePortMain } from "electron";
import type { Line } from "../core/service/protocol.ts";

const largestMessage = 64 * 2 ** 20;

/** The line of a port, started. */
export function portLine(port: MessagePortMain): Line {
  const texts: ((text: string) => void)[] = [];
  port.on("message", ({ data }: { data: unknown }) => {
    if (typeof data !== "string" || data.length > largestMessage) return port.close();
    for (const listener of texts) listener(data);
  });
  port.start();
  return {
    send: (text) => port.postMessage(text),
    onText: (listener) => texts.push(listener),
    onClose: (listener) => port.on("close", listener),
  };
}
