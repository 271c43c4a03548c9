import { defineConfig } from "vitest/config";

const long = {
  testTimeout: 1_200_000,
  hookTimeout: 120_000,
  // What is waited for in a page comes when the machine has time for it: a second says nothing.
  expect: { poll: { timeout: 20_000 } },
};

/** What measures answers in time, memory or frames: one file after the other, when the others are done. */
const alone = ["attack", "live", "soak", "soak-process"].map((name) => `test/long/${name}.test.ts`);

/** `unit` is what stands beside its source, `cross` what crosses rooms, `browser` the editor in a real Chromium. */
export default defineConfig({
  test: {
    // By default one core is left free, which on two cores leaves one.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: ["{core,nodes,cli,bench,renderer,electron}/**/*.test.{ts,tsx}"],
          testTimeout: 20_000,
        },
      },
      { test: { name: "cross", include: ["test/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        test: {
          name: "browser",
          include: ["test/browser/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // A browser shares two cores with whatever else the machine does: a second try tells a slow moment from a defect.
          retry: 1,
        },
      },
      {
        test: {
          name: "electron",
          include: ["test/electron/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      // A page that is waited for leaves most of two cores free: two files at a time, in half the time.
      { test: { ...long, name: "long", include: ["test/long/*.test.ts"], exclude: alone } },
      { test: { ...long, name: "long-alone", include: alone, fileParallelism: false } },
    ],
  },
});
