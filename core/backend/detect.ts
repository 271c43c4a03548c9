/** Asks each backend whether it computes here, in a process of its own that is given up when it takes too long. */
import { type BackendFinding, type BackendName, backendNames } from "../base/backend-report.ts";
import { type Diagnostic, diagnosticOf } from "../base/diagnostic.ts";
import { runBackendJob } from "./backend-process.ts";
import type { BackendJob, DetectResult } from "./job.ts";
import { nativeFolder, readNative } from "./native-folder.ts";

export type DetectOptions = {
  /** A software adapter will do for WebGPU. Default: only where `ESPALIER_SOFTWARE_WEBGPU` says so. */
  software?: boolean;
  /** Milliseconds that a backend has. */
  limitMs?: number;
  environment?: NodeJS.ProcessEnv;
};

/** Loading a graphics driver on a busy machine takes seconds; a hanging one for ever. */
const defaultLimitMs = 45_000;

/** What these codes say is that parts are missing; all others come from a backend that is there. */
const notFound: readonly string[] = [
  "backend.package-missing",
  "backend.native-missing",
  "backend.no-adapter",
];

/** The findings, in the order of the names. Never rejects: what goes wrong is a reason. One after another, so that none spoils the times of the next. */
export async function detectBackends(options: DetectOptions = {}): Promise<BackendFinding[]> {
  const findings: BackendFinding[] = [];
  for (const name of backendNames) findings.push(await detectBackend(name, options));
  return findings;
}

/** One backend. */
export async function detectBackend(
  name: BackendName,
  { limitMs = defaultLimitMs, ...options }: DetectOptions = {},
): Promise<BackendFinding> {
  try {
    const job = { ...jobFor(name, options), work: { kind: "detect" } } as const;
    const { version, device, timings } = (await runBackendJob(job, { limitMs })) as DetectResult;
    return { name, found: true, usable: true, reason: null, version, device, timings };
  } catch (thrown) {
    const reason = diagnosticOf(thrown);
    return { name, found: !notFound.includes(reason.code), usable: false, reason: asReason(reason) };
  }
}

/** A job for the backend, without its work: where its native parts lie, whether a software adapter will do. */
export function jobFor(
  backend: BackendName,
  { software, environment = process.env }: DetectOptions = {},
): Omit<BackendJob, "work"> {
  const native = nativeFolder(environment);
  return {
    backend,
    software: software ?? Boolean(environment.ESPALIER_SOFTWARE_WEBGPU),
    ...(readNative(native) ? { native } : {}),
  };
}

/** That a backend is not there is nothing wrong with the machine. */
function asReason(found: Diagnostic): Diagnostic {
  return { ...found, severity: "info" };
}
