/**
 * The choice among the backends that are usable: the one that was named, or by the calibration the fastest. Findings are kept
 * per machine in a file, and made again when anything they depend on changes: Node, the machine, the versions of the packages,
 * the native folder, what was asked. A file that cannot be read or written only costs the calibration.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { arch, cpus, platform, release } from "node:os";
import { dirname, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { z } from "zod";
import {
  type BackendChoice,
  type BackendFinding,
  type BackendName,
  backendNames,
  isBackendName,
} from "../base/backend-report.ts";
import { fail } from "../base/diagnostic.ts";
import { type DetectOptions, detectBackends } from "./detect.ts";
import { nativeFolder, readNative, userCache } from "./native-folder.ts";
import { versionOf } from "./package-version.ts";

export type ChooseOptions = DetectOptions & {
  /** A backend by name, or `auto`. */
  asked?: string;
  /** Probe again, whatever is remembered. */
  afresh?: boolean;
  /** Stands in for the probes, in tests. */
  detect?: (options: DetectOptions) => Promise<BackendFinding[]>;
};

/** Raised when the calibration or a kernel of ours changes. */
const probeVersion = 1;

/** Throws `backend.unknown` for a name that is none. A named backend that is not usable stays chosen: using it is refused, not replaced. */
export async function chooseBackend(options: ChooseOptions = {}): Promise<BackendChoice> {
  const asked = options.asked ?? "auto";
  if (asked !== "auto" && !isBackendName(asked))
    return fail("backend.unknown", { name: asked, known: backendNames });
  // Who names WebGPU takes the adapter that there is.
  const software = options.software ?? (asked === "webgpu" ? true : undefined);
  const around = { ...options, ...(software === undefined ? {} : { software }) };
  const print = fingerprint(around);
  const known = options.afresh ? undefined : await remembered(print, around.environment);
  const backends = known ?? (await (options.detect ?? detectBackends)(around));
  if (!known) await remember(print, backends, around.environment);
  return { backends, chosen: asked === "auto" ? fastest(backends) : asked, asked, build: buildOf(backends) };
}

/** By the geometric mean over the operations, so that each counts alike. The reference is there when nothing else is. */
export function fastest(backends: readonly BackendFinding[]): BackendName {
  const usable = backends.filter((one) => one.usable && one.timings);
  const [best] = usable.sort((a, b) => meanTime(a) - meanTime(b));
  return best?.name ?? "cpu";
}

function meanTime({ timings = {} }: BackendFinding): number {
  const logs = Object.values(timings).map((ms) => Math.log(Math.max(ms, 1e-3)));
  return logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
}

/** What computes on each usable backend. */
function buildOf(backends: readonly BackendFinding[]): string {
  const parts = backends.map(({ name, usable, version = "", device = "" }) =>
    usable ? `${name} ${version} ${device}` : name,
  );
  return createHash("sha256")
    .update([probeVersion, ...parts].join("\n"))
    .digest("hex")
    .slice(0, 16);
}

function fingerprint({ software, environment = process.env }: DetectOptions): string {
  const native = readNative(nativeFolder(environment));
  const facts = [
    probeVersion,
    process.version,
    `${platform()} ${arch()} ${release()}`,
    cpus()[0]?.model ?? "",
    cpus().length,
    packages.map(versionOf),
    native ?? null,
    software ?? Boolean(environment.ESPALIER_SOFTWARE_WEBGPU),
    environment.VK_ICD_FILENAMES ?? "",
  ];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

const packages = [
  "@tensorflow/tfjs",
  "@tensorflow/tfjs-backend-wasm",
  "@tensorflow/tfjs-backend-webgpu",
  "webgpu",
];

const findingSchema = z.object({
  name: z.enum(backendNames),
  found: z.boolean(),
  usable: z.boolean(),
  reason: z
    .object({
      code: z.string(),
      severity: z.enum(["error", "warning", "info"]),
      values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    })
    .nullable(),
  version: z.string().optional(),
  device: z.string().optional(),
  timings: z.record(z.string(), z.number()).optional(),
});
const fileSchema = z.object({
  print: z.string(),
  backends: z.array(findingSchema).length(backendNames.length),
});

/** `ESPALIER_BACKENDS` names the file for a whole session. */
function choiceFile(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.ESPALIER_BACKENDS || join(userCache(environment), "espalier-backends.json");
}

async function remembered(
  print: string,
  environment: NodeJS.ProcessEnv | undefined,
): Promise<BackendFinding[] | undefined> {
  try {
    const file = fileSchema.parse(JSON.parse(await readFile(choiceFile(environment), "utf8")));
    return file.print === print ? (file.backends as BackendFinding[]) : undefined;
  } catch {
    return undefined;
  }
}

async function remember(
  print: string,
  backends: readonly BackendFinding[],
  environment: NodeJS.ProcessEnv | undefined,
): Promise<void> {
  const file = choiceFile(environment);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomic(file, JSON.stringify({ print, backends }));
  } catch {
    // As said above: the next program measures for itself.
  }
}
