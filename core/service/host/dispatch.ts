/**
 * The host's half of every transport: takes messages off a line, checks them, calls the services, answers. Nothing that
 * a client says can throw out of here.
 */
import { z } from "zod";
import { diagnosticOf, problem } from "../../base/diagnostic.ts";
import { maxDocumentDepth } from "../../graph/parse.ts";
import { contracts, type ServiceName } from "../contract.ts";
import type { EngineService } from "../engine-service.ts";
import type { HostDoor, HostService } from "../host-service.ts";
import { type FromClient, type FromHost, fromClientSchema, type Line } from "../protocol.ts";
import { nestsDeeper } from "./nesting.ts";

type Callable = (args: unknown) => Promise<unknown>;

/** What one client may have under way at a time; what it says beyond is refused at once, and its others go on. */
const mostCalls = 2000;
const mostCharacters = 256 * 2 ** 20;
/** Brackets in brackets, the message's own included: a little more than a document may have. */
const mostNesting = maxDocumentDepth + 20;

/** Serves a line until it closes. Returns a function that stops the event stream. */
export function dispatch(
  line: Line,
  { engine, host: door }: { engine: EngineService; host: HostService | HostDoor },
): () => void {
  const { host, leave } = "enter" in door ? door.enter() : { host: door, leave: () => undefined };
  const services = { engine, host };
  const subscriptions = new Map<ServiceName, () => void>();
  let calls = 0;
  let characters = 0;
  const send = (message: FromHost) => line.send(JSON.stringify(message));
  const stop = () => {
    for (const unsubscribe of subscriptions.values()) unsubscribe();
    subscriptions.clear();
    leave();
  };

  line.onText((text) => {
    const parsed = fromClientSchema.safeParse(parseJson(text));
    if (!parsed.success) {
      const message = z.prettifyError(parsed.error).slice(0, 500);
      send({ t: "refused", diagnostic: problem("service.bad-message", { message }) });
      return;
    }
    if (parsed.data.t === "subscribe") {
      const { service = "engine" } = parsed.data;
      subscriptions.get(service)?.();
      subscriptions.set(
        service,
        service === "engine"
          ? engine.subscribe((event) => send({ t: "event", event }))
          : host.subscribe((event) => send({ t: "host-event", event })),
      );
      return;
    }
    const { id } = parsed.data;
    if (nestsDeeper(text, mostNesting)) {
      send({ t: "fail", id, diagnostic: problem("document.too-deep", { limit: maxDocumentDepth }) });
      return;
    }
    if (calls >= mostCalls || characters + text.length > mostCharacters) {
      send({ t: "fail", id, diagnostic: problem("service.too-much", { calls, limit: mostCalls }) });
      return;
    }
    calls++;
    characters += text.length;
    void answer(parsed.data, services).then((answered) => {
      calls--;
      characters -= text.length;
      send(answered);
    });
  });
  line.onClose(stop);
  return stop;
}

async function answer(
  { id, service, method, args }: Extract<FromClient, { t: "call" }>,
  services: { engine: EngineService; host: HostService },
): Promise<FromHost> {
  const methods: Readonly<Record<string, { args: z.ZodType; result: z.ZodType }>> = contracts[service];
  const schemas = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!schemas) return refuse(id, `${service}.${method}`);
  const checked = schemas.args.safeParse(args);
  if (!checked.success) return refuse(id, `${service}.${method} ← ${z.prettifyError(checked.error)}`);
  try {
    const target = services[service] as unknown as Readonly<Record<string, Callable>>;
    return { t: "return", id, value: await target[method](checked.data) };
  } catch (thrown) {
    return { t: "fail", id, diagnostic: diagnosticOf(thrown) };
  }
}

function refuse(id: number, message: string): FromHost {
  return { t: "fail", id, diagnostic: problem("service.bad-message", { message: message.slice(0, 500) }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
