/** `verify`: agreement, and every way of differing, each named. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { verify } from "./verify.ts";

describe("verify", () => {
  const folder = mkdtempSync(join(tmpdir(), "espalier-verify-"));
  const file = join(folder, "data.csv");
  const right = `sha256-${createHash("sha256").update("x,y\n1,2\n").digest("hex")}`;
  let printed: string[] = [];

  beforeEach(() => {
    printed = [];
    vi.spyOn(console, "log").mockImplementation((line) => void printed.push(line));
    vi.spyOn(console, "error").mockImplementation((line) => void printed.push(line));
    writeFileSync(file, "x,y\n1,2\n");
  });
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  });

  it("prints what it verified", async () => {
    expect(
      await verify({ [file]: right }, { score: [0.1 + 0.2, 0.1 + 0.2], none: [Number.NaN, Number.NaN] }),
    ).toBe(true);
    expect(printed).toEqual([`verified ${file}, score, none`]);
    expect(process.exitCode).toBeUndefined();
  });

  it("names the file, even when scores differ as well, and the exit code is 1", async () => {
    writeFileSync(file, "x,y\n1,3\n");
    expect(await verify({ [file]: right }, { score: [0.3, 0.1 + 0.2] })).toBe(false);
    expect(printed.join("\n")).toContain(file);
    expect(printed.join("\n")).toContain("score: this run gives 0.3, the canvas gave 0.30000000000000004");
    expect(process.exitCode).toBe(1);
  });

  it("names a file that is not there", async () => {
    expect(await verify({ [join(folder, "gone.csv")]: right })).toBe(false);
    expect(printed.join("\n")).toMatch(/gone\.csv: the data is unreadable/);
    rmSync(folder, { recursive: true });
  });
});
