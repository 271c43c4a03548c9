/** The messages on a line between a client and a host, whatever the line is made of. One JSON text each. */
import { z } from "zod";
import type { Diagnostic } from "../base/diagnostic.ts";
import { runEventSchema } from "./contract.ts";
import { diagnosticSchema } from "./diagnostic-schema.ts";
import { hostEventSchema } from "./document-contract.ts";
import type { RunEvent } from "./engine-service.ts";
import type { HostEvent } from "./host-service.ts";

export const fromClientSchema = z.discriminatedUnion("t", [
  z.object({
    t: z.literal("call"),
    id: z.number().int(),
    service: z.enum(["engine", "host"]),
    method: z.string().max(40),
    args: z.unknown().optional(),
  }),
  /** To the engine's events, unless it says the host's. */
  z.object({ t: z.literal("subscribe"), service: z.enum(["engine", "host"]).optional() }),
]);

export const fromHostSchema = z.discriminatedUnion("t", [
  z.object({ t: z.literal("return"), id: z.number().int(), value: z.unknown() }),
  z.object({ t: z.literal("fail"), id: z.number().int(), diagnostic: diagnosticSchema }),
  z.object({ t: z.literal("event"), event: runEventSchema }),
  z.object({ t: z.literal("host-event"), event: hostEventSchema }),
  /** The host understood nothing of a message: said once, without an id to answer to. */
  z.object({ t: z.literal("refused"), diagnostic: diagnosticSchema }),
]);

export type FromClient = z.infer<typeof fromClientSchema>;

/** As sent; what arrives is `unknown` until `fromHostSchema` has seen it. */
export type FromHost =
  | { t: "return"; id: number; value: unknown }
  | { t: "fail"; id: number; diagnostic: Diagnostic }
  | { t: "event"; event: RunEvent }
  | { t: "host-event"; event: HostEvent }
  | { t: "refused"; diagnostic: Diagnostic };

/** A line that carries texts in order, both ways. */
export type Line = {
  send(text: string): void;
  onText(listener: (text: string) => void): void;
  onClose(listener: () => void): void;
};
