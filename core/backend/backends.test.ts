/** Detection, choice and memory of backends, and what a device says, against stand-ins and against the real ones here. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type BackendFinding, type BackendName, backendNames } from "../base/backend-report.ts";
import { Cancelled, DiagnosticError, problem } from "../base/diagnostic.ts";
import { runBackendJob } from "./backend-process.ts";
import { chooseBackend, fastest } from "./choose.ts";
import { jobFor } from "./detect.ts";
import type { MatmulResult } from "./job.ts";
import { largestError, median } from "./products.ts";
import { checkBytes, type Device, failureOf, isSoftware, mostBytesOf } from "./webgpu-device.ts";

const folder = mkdtempSync(join(tmpdir(), "espalier-backends-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const finding = (name: BackendName, ms?: number): BackendFinding =>
  ms === undefined
    ? { name, found: false, usable: false, reason: { ...problem("backend.no-adapter"), severity: "info" } }
    : {
        name,
        found: true,
        usable: true,
        reason: null,
        version: "1",
        device: name,
        timings: { matmul: ms, attention: ms },
      };

describe("the choice", () => {
  const findings = [finding("tensorflow"), finding("webgpu", 9), finding("wasm", 3), finding("cpu", 50)];
  const environment = {
    ESPALIER_BACKENDS: join(folder, "choice.json"),
    ESPALIER_NATIVE: join(folder, "native"),
  };
  let probed = 0;
  const options = {
    environment,
    detect: async () => {
      probed++;
      return findings;
    },
  };

  it("is the fastest usable one, by the geometric mean", () => {
    expect(fastest(findings)).toBe("wasm");
    const uneven = { ...finding("webgpu", 1), timings: { matmul: 100, attention: 0.01 } };
    expect(fastest([uneven, finding("cpu", 2)])).toBe("webgpu");
    expect(fastest(backendNames.map((name) => finding(name)))).toBe("cpu");
  });

  it("is remembered, and made again when what it rests on changes", async () => {
    const first = await chooseBackend(options);
    const second = await chooseBackend(options);
    expect(second).toEqual(first);
    expect(probed).toBe(1);
    await chooseBackend({ ...options, environment: { ...environment, VK_ICD_FILENAMES: "another.json" } });
    expect(probed).toBe(2);
    await chooseBackend(options);
    expect(probed).toBe(3);
    await chooseBackend({ ...options, afresh: true });
    expect(probed).toBe(4);
    writeFileSync(environment.ESPALIER_BACKENDS, '{"print": 3}');
    await chooseBackend(options);
    expect(probed).toBe(5);
  });

  it("takes the one that is named, usable or not, and knows no other names", async () => {
    expect(await chooseBackend({ ...options, asked: "cpu" })).toMatchObject({ chosen: "cpu", asked: "cpu" });
    expect((await chooseBackend({ ...options, asked: "tensorflow" })).chosen).toBe("tensorflow");
    await expect(chooseBackend({ ...options, asked: "cuda" })).rejects.toThrow("backend.unknown");
  });

  it("names other kernels by another build", async () => {
    const { build } = await chooseBackend(options);
    const newer = { ...finding("wasm", 3), version: "2" };
    const other = { ...options, afresh: true, detect: async () => [newer, finding("cpu", 50)] };
    expect((await chooseBackend(other)).build).not.toBe(build);
  });
});

describe("a backend's process", () => {
  const program = (name: string, text: string) => {
    const path = join(folder, `${name}.mjs`);
    writeFileSync(path, text);
    return path;
  };
  const job = { backend: "wasm", work: { kind: "detect" }, software: false } as const;
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => "resolved",
      (thrown: unknown) => (thrown instanceof DiagnosticError ? thrown.diagnostic : thrown),
    );

  it("that hangs is given up at its time limit", async () => {
    const hanging = program("hangs", "process.on('message', () => { for (;;); });");
    expect(await codeOf(runBackendJob(job, { limitMs: 1000, program: hanging }))).toMatchObject({
      code: "backend.too-slow",
      values: { seconds: 1 },
    });
  });

  it("that crashes says its last words", async () => {
    const crashing = program("crashes", "console.error('no such driver'); process.abort();");
    const found = await codeOf(runBackendJob(job, { limitMs: 20_000, program: crashing }));
    expect(found).toMatchObject({ code: "backend.crashed" });
    expect(String((found as { values: { message: string } }).values.message)).toContain("SIGABRT");
  });

  it("that leaves tensors behind is told on", async () => {
    const leaking = program(
      "leaks",
      "process.on('message', () => process.send({kind: 'done', result: {}, leaked: 2}));",
    );
    expect(await codeOf(runBackendJob(job, { limitMs: 20_000, program: leaking }))).toMatchObject({
      code: "backend.leaked",
      values: { count: 2 },
    });
  });

  it("is ended by a cancel", async () => {
    const pid = join(folder, "pid");
    const hanging = program(
      "waits",
      `import {writeFileSync} from "node:fs"; writeFileSync(${JSON.stringify(pid)}, String(process.pid)); setInterval(() => 0, 1000);`,
    );
    const poll = () => {
      if (existsSync(pid)) throw new Cancelled();
    };
    expect(await codeOf(runBackendJob(job, { limitMs: 20_000, program: hanging, poll }))).toBeInstanceOf(
      Cancelled,
    );
  });

  // tensorflow and webgpu where they are: `npm run test:gpu`, and `test/backends.test.ts`.
  it.each(["cpu", "wasm"] as const)("computes products on %s as float64 does, to 1e-5", async (backend) => {
    const work = { kind: "matmul", sizes: [1, 7, 64, 200], repeats: 1, seed: 5 } as const;
    const { timings } = (await runBackendJob(
      { ...jobFor(backend), work },
      { limitMs: 60_000 },
    )) as MatmulResult;
    expect(timings.map(({ size }) => size)).toEqual([1, 7, 64, 200]);
    for (const { error, ms } of timings) {
      expect(error).toBeLessThan(1e-5);
      expect(ms).toBeGreaterThan(0);
    }
  });
});

describe("an error of a product", () => {
  const left = Float32Array.from([1, 2, 3, 4]);
  const right = Float32Array.from([5, 6, 7, 8]);
  it("is the largest deviation, as a part of the largest entry", () => {
    expect(largestError([19, 22, 43, 50], left, right, 2)).toBe(0);
    expect(largestError([19, 22, 43, 45], left, right, 2)).toBeCloseTo(0.1, 12);
  });
  it("of zeros, of holes and of the wrong size is seen", () => {
    expect(largestError([0, 0, 0, 0], left, right, 2)).toBe(1);
    expect(largestError([19, 22, Number.NaN, 50], left, right, 2)).toBeNaN();
    expect(largestError([], left, right, 2)).toBeNaN();
  });
  it("stands beside a median time", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});

describe("a graphics device", () => {
  function device() {
    let lose: (facts: { reason: string; message: string }) => void = () => undefined;
    let report: (event: unknown) => void = () => undefined;
    const made: Device = {
      lost: new Promise((resolve) => {
        lose = resolve;
      }),
      limits: { maxBufferSize: 1000, maxStorageBufferBindingSize: 600 },
      addEventListener: (_type, listener) => {
        report = listener;
      },
    };
    return {
      made,
      lose: (message: string) => lose({ reason: "unknown", message }),
      report: (event: unknown) => report(event),
    };
  }

  it("that is lost fails the work", async () => {
    const { made, lose } = device();
    const failed = failureOf(made);
    lose("driver reset");
    await expect(failed).rejects.toMatchObject({
      diagnostic: { code: "backend.device-lost", values: { message: "driver reset" } },
    });
  });

  it("that reports an error fails the work", async () => {
    const { made, report } = device();
    const failed = failureOf(made);
    report({ error: { message: "out of memory" } });
    await expect(failed).rejects.toMatchObject({ diagnostic: { code: "backend.gpu-error" } });
  });

  it("is asked how much it can hold, before it holds it", () => {
    const most = mostBytesOf(device().made);
    expect(most).toBe(600);
    expect(() => checkBytes("webgpu", 601, most)).toThrow("backend.too-large");
    expect(() => checkBytes("webgpu", 600, most)).not.toThrow();
  });

  it("made of software is known as such", () => {
    expect(isSoftware({ vendor: "google", architecture: "swiftshader" })).toBe(true);
    expect(isSoftware({ description: "llvmpipe (LLVM 15.0.6, 256 bits)" })).toBe(true);
    expect(isSoftware({ isFallbackAdapter: true })).toBe(true);
    expect(isSoftware({ vendor: "nvidia", architecture: "hopper", description: "NVIDIA H200" })).toBe(false);
  });
});
