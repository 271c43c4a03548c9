/** A pipe that nobody writes to is refused like any other thing that is not a file, and not waited for. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readTable } from "../core/ml/table/read-table.ts";

it.skipIf(process.platform === "win32")("reading a named pipe is refused at once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "espalier-pipe-"));
  try {
    const pipe = join(folder, "pipe.csv");
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    await expect(readTable(pipe)).rejects.toMatchObject({ diagnostic: { code: "file.not-a-file" } });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
