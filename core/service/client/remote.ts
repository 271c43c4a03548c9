/**
 * The client's half of every transport: turns calls into messages on a line and answers into promises. Checks what it
 * is told; a call that can no longer be answered fails with `service.connection-lost`.
 */
import { z } from "zod";
import { type Diagnostic, DiagnosticError, fail, problem } from "../../base/diagnostic.ts";
import { contracts, type ServiceName } from "../contract.ts";
import type { EngineService, RunEvent } from "../engine-service.ts";
import type { HostEvent, HostService } from "../host-service.ts";
import { fromHostSchema, type Line } from "../protocol.ts";

type Waiting = {
  service: ServiceName;
  method: string;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
};

export type Remote = {
  engine: EngineService;
  host: HostService;
  /** Puts the services on another line after the old one broke; subscriptions go along. */
  attach(line: Line): void;
};

/** Services at the other end of a line, which may be attached later. */
export function remoteServices(): Remote {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: RunEvent) => void>();
  const hostListeners = new Set<(event: HostEvent) => void>();
  let line: Line | undefined;
  let count = 0;

  function attach(next: Line): void {
    line = next;
    next.onText((text) => receive(text));
    next.onClose(() => {
      if (line !== next) return;
      line = undefined;
      failAll(new DiagnosticError(problem("service.connection-lost")));
    });
    if (listeners.size > 0) next.send(JSON.stringify({ t: "subscribe" }));
    if (hostListeners.size > 0) next.send(JSON.stringify({ t: "subscribe", service: "host" }));
  }

  /** For what concerns every call under way: the line broke, or one of them was not understood and nobody knows which. */
  function failAll(reason: DiagnosticError): void {
    for (const call of waiting.values()) call.reject(reason);
    waiting.clear();
  }

  function receive(text: string): void {
    const parsed = fromHostSchema.safeParse(parseJson(text));
    if (!parsed.success) return;
    const message = parsed.data;
    if (message.t === "event") {
      for (const listener of listeners) listener(message.event as RunEvent);
      return;
    }
    if (message.t === "host-event") {
      for (const listener of hostListeners) listener(message.event as HostEvent);
      return;
    }
    if (message.t === "refused") return failAll(new DiagnosticError(message.diagnostic as Diagnostic));
    const call = waiting.get(message.id);
    if (!call) return;
    waiting.delete(message.id);
    if (message.t === "fail") return call.reject(new DiagnosticError(message.diagnostic as Diagnostic));
    const result = schemasOf(call.service, call.method).result.safeParse(message.value);
    if (result.success) call.resolve(result.data);
    else call.reject(badMessage(`${call.service}.${call.method} → ${z.prettifyError(result.error)}`));
  }

  function call(service: ServiceName, method: string, args: unknown): Promise<never> {
    return new Promise((resolve, reject) => {
      if (!line) return reject(new DiagnosticError(problem("service.connection-lost")));
      const checked = schemasOf(service, method).args.safeParse(args);
      if (!checked.success) {
        return reject(badMessage(`${service}.${method} ← ${z.prettifyError(checked.error)}`));
      }
      const id = ++count;
      waiting.set(id, { service, method, resolve: resolve as (value: unknown) => void, reject });
      line.send(JSON.stringify({ t: "call", id, service, method, args }));
    });
  }

  return {
    attach,
    engine: {
      info: () => call("engine", "info", undefined),
      doctor: (request) => call("engine", "doctor", request),
      describe: () => call("engine", "describe", undefined),
      check: (subject) => call("engine", "check", subject),
      run: (request) => call("engine", "run", request),
      cancel: (request) => call("engine", "cancel", request),
      look: (request) => call("engine", "look", request),
      select: (request) => call("engine", "select", request),
      marks: (request) => call("engine", "marks", request),
      selectedRows: (request) => call("engine", "selectedRows", request),
      profile: (request) => call("engine", "profile", request),
      pin: (request) => call("engine", "pin", request),
      script: (subject) => call("engine", "script", subject),
      subscribe(listener) {
        listeners.add(listener);
        // Each time, since the newcomer wants the snapshot too; those before it hear the last events once more.
        line?.send(JSON.stringify({ t: "subscribe" }));
        return () => listeners.delete(listener);
      },
    },
    host: {
      info: () => call("host", "info", undefined),
      list: () => call("host", "list", undefined),
      examples: () => call("host", "examples", undefined),
      upload: (piece) => call("host", "upload", piece),
      open: (request) => call("host", "open", request),
      openExample: (request) => call("host", "openExample", request),
      create: (request) => call("host", "create", request),
      attach: (request) => call("host", "attach", request),
      change: (request) => call("host", "change", request),
      save: (request) => call("host", "save", request),
      resolve: (request) => call("host", "resolve", request),
      close: (request) => call("host", "close", request),
      recoverable: () => call("host", "recoverable", undefined),
      differences: (request) => call("host", "differences", request),
      recover: (request) => call("host", "recover", request),
      discard: (request) => call("host", "discard", request),
      subscribe(listener) {
        hostListeners.add(listener);
        if (hostListeners.size === 1) line?.send(JSON.stringify({ t: "subscribe", service: "host" }));
        return () => hostListeners.delete(listener);
      },
    },
  };
}

function schemasOf(service: ServiceName, method: string): { args: z.ZodType; result: z.ZodType } {
  const methods: Readonly<Record<string, { args: z.ZodType; result: z.ZodType }>> = contracts[service];
  return methods[method] ?? fail("service.bad-message", { message: `${service}.${method}` });
}

function badMessage(message: string): DiagnosticError {
  return new DiagnosticError(problem("service.bad-message", { message: message.slice(0, 500) }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
