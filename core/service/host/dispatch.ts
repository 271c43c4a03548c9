/**
 * The host's half of every transport: takes messages off a line, checks them, calls the services, answers. Nothing that
 * a client says can throw out of here.
 */
import { z } from "zod";
import { diagnosticOf, problem } from "../../base/diagnostic.ts";
import { contracts, type ServiceName } from "../contract.ts";
import type { EngineService } from "../engine-service.ts";
import type { HostDoor, HostService } from "../host-service.ts";
import { type FromClient, type FromHost, fromClientSchema, type Line } from "../protocol.ts";

type Callable = (args: unknown) => Promise<unknown>;

/** Serves a line until it closes. Returns a function that stops the event stream. */
export function dispatch(
  line: Line,
  { engine, host: door }: { engine: EngineService; host: HostService | HostDoor },
): () => void {
  const { host, leave } = "enter" in door ? door.enter() : { host: door, leave: () => undefined };
  const services = { engine, host };
  const subscriptions = new Map<ServiceName, () => void>();
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
    void answer(parsed.data, services).then(send);
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
