/**
 * Every tensor backend that is here, through the processes that the product uses: TensorFlow where it is installed, WebGPU on
 * Debian's SwiftShader where Chromium is. `npm run test:gpu` names the ones with a card in `ESPALIER_TEST_BACKENDS`.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { runBackendJob } from "../../core/backend/backend-process.ts";
import { detectBackend, jobFor } from "../../core/backend/detect.ts";
import type { MatmulResult } from "../../core/backend/job.ts";
import { type BackendFinding, type BackendName, backendNames } from "../../core/base/backend-report.ts";
import { wordDiagnostic } from "../../core/words/word.ts";

const chromium = "/usr/lib/chromium";
const icd = `${chromium}/vk_swiftshader_icd.json`;
const named = process.env.ESPALIER_TEST_BACKENDS?.split(",");
const wanted = backendNames.filter((name) => named?.includes(name) ?? true);
/** Only without a card: a software adapter must not stand in for one that is to be tested. */
const software = named === undefined;
if (software && existsSync(icd)) {
  process.env.VK_ICD_FILENAMES ??= icd;
  process.env.LD_LIBRARY_PATH = [chromium, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  process.env.XDG_RUNTIME_DIR ??= tmpdir();
}

describe.each(wanted)("%s", (name) => {
  let finding: BackendFinding;
  beforeAll(async () => {
    // A graphics card that is worked out on a busy processor takes its time.
    finding = await detectBackend(name, { software, limitMs: 110_000 });
  }, 120_000);

  /** Runs only where the backend is; says why where it is not. */
  function here(what: string, test: () => Promise<void>): void {
    it(what, async (context) => {
      if (!finding.usable && finding.reason) {
        const why = wordDiagnostic(finding.reason, "en").what;
        console.log(`skipped: ${name} ${what}: ${why}`);
        return context.skip(why);
      }
      await test();
    });
  }

  if (name === "wasm" || name === "cpu")
    it("is always there", () => expect(finding).toMatchObject({ found: true, usable: true, reason: null }));

  here("was calibrated, and says what computes", async () => {
    expect(finding.device).not.toBe("");
    const times = Object.entries(finding.timings ?? {});
    expect(times.map(([operation]) => operation)).toEqual(["matmul", "convolution", "attention"]);
    for (const [, ms] of times) expect(ms).toBeGreaterThan(0);
  });

  // The process counts the tensors that are left, and a single one fails the job.
  here("computes products as float64 does, to 1e-5, and leaves no tensor behind", async () => {
    const work = { kind: "matmul", sizes: [1, 3, 65, 256, 500], repeats: 2, seed: 3 } as const;
    const job = { ...jobFor(name, { software }), work };
    const { timings } = (await runBackendJob(job, { limitMs: 120_000 })) as MatmulResult;
    expect(timings.map(({ size }) => size)).toEqual(work.sizes);
    for (const { error } of timings) expect(error).toBeLessThan(1e-5);
  });

  here("agrees with cpu to 1e-5 in values and gradients, and refuses what it computes wrongly", async () => {
    const found = await inBackend(name, agreement);
    const reference = name === "cpu" ? found : await inBackend("cpu", agreement);
    for (const [what, values] of Object.entries(reference.values)) {
      const apart = Math.max(
        ...values.map((value, i) => Math.abs(value - (found.values[what]?.[i] ?? Number.NaN))),
      );
      expect(apart, what).toBeLessThan(1e-5);
    }
    expect(found.refused).toEqual(refusals[name]);
    expect(found.left).toBe(0);
  });

  if (name === "webgpu")
    here("refuses a matrix that is too large before anything is allocated", async () => {
      const work = { kind: "matmul", sizes: [60_000], repeats: 1, seed: 1 } as const;
      const job = { ...jobFor(name, { software }), work };
      await expect(runBackendJob(job, { limitMs: 120_000 })).rejects.toThrow("backend.too-large");
    });
});

/** Which of the operations of `agreement` each backend must refuse. */
const refusals: Readonly<Record<BackendName, readonly string[]>> = {
  tensorflow: ["round", "maximum"],
  webgpu: ["maximum"],
  wasm: ["maxPool", "maximum"],
  cpu: ["maximum"],
};

type Found = { values: Record<string, number[]>; refused: string[]; left: number };

const agreement = `
  const wave = (count, seed) => Array.from({ length: count }, (_, i) => Math.sin(seed + 1.7 * i));
  const a = tf.tensor2d(wave(48, 1), [6, 8]), b = tf.tensor2d(wave(40, 2), [8, 5]);
  const image = tf.tensor4d(wave(96, 3), [1, 4, 8, 3]), filters = tf.tensor4d(wave(54, 4), [3, 3, 3, 2]);
  const kept = { a, b, image, filters };
  const values = {};
  const put = async (name, make) => { const made = tf.tidy(make); values[name] = Array.from(await made.data()); made.dispose(); };
  await put("product", () => tf.matMul(a, b));
  await put("gradient", () => tf.grad((x) => tf.sum(tf.square(tf.matMul(x, b))))(a));
  await put("softmax", () => tf.softmax(tf.matMul(a, b)));
  await put("crossEntropy", () => tf.grad((x) => tf.neg(tf.mean(tf.logSoftmax(tf.matMul(x, b)))))(a));
  await put("convolution", () => tf.conv2d(image, filters, 1, "same"));
  // Counted before anything is refused: the library leaves the tensors of a gradient that threw, and so its process ends.
  const left = tf.memory().numTensors - before - Object.keys(kept).length;
  const refused = [];
  const tryTo = async (name, make) => {
    try { const made = tf.tidy(make); await made.data(); made.dispose(); }
    catch (thrown) { if (!/backend.refused/.test(String(thrown))) throw thrown; refused.push(name); }
  };
  await tryTo("maxPool", () => tf.grad((x) => tf.sum(tf.maxPool(x, 2, 2, "valid")))(image));
  await tryTo("round", () => tf.round(tf.tensor1d([1, 2, 3], "int32")));
  await tryTo("maximum", () => tf.grad((x) => tf.sum(tf.maximum(x, tf.tensor2d(wave(8, 5), [1, 8]))))(a));
  return { values, refused, left };
`;

/** Runs a text in a process with that backend loaded: one process never holds two. */
async function inBackend(name: BackendName, text: string): Promise<Found> {
  const load = new URL("../../dist/node/core/backend/load.js", import.meta.url).href;
  const job = { ...jobFor(name, { software }), work: { kind: "detect" } };
  const program = `
    const { loadBackend } = await import(${JSON.stringify(load)});
    const { tf } = await loadBackend(${JSON.stringify(job)});
    const before = tf.memory().numTensors;
    const work = async () => { ${text} };
    const answer = JSON.stringify(await work());
    process.stdout.write("answer " + answer + "\\n", () => process.exit(0));
  `;
  const options = { cwd: fileURLToPath(new URL("../..", import.meta.url)), timeout: 120_000 };
  const args = ["--input-type=module", "-e", program];
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  const line = stdout.split("\n").find((one) => one.startsWith("answer "));
  return JSON.parse(line?.slice("answer ".length) ?? "null") as Found;
}
