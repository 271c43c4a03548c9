/** The installation of native parts, without its downloads: what is made again, and what is never touched. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { nativeFolder, readNative, stampName } from "../core/backend/native-folder.ts";
import { root } from "./support/imports.ts";

type Around = { folder: string; recipe: Record<string, string> };
type Step = {
  id: string;
  says(): string;
  from(around: Around): string[];
  made(around: Around): boolean;
  make(around: Around): Promise<void>;
};
type Install = {
  makeAll(around: Around, kind: string, backend: object, steps: readonly Step[]): Promise<void>;
  removeNative(args: readonly string[], backend: object): number;
};
const { makeAll, removeNative } = (await import(join(root, "build", "native", "install.mjs"))) as Install;

const backend = { stampName, nativeFolder };
const recipe = { package: "@tensorflow/tfjs-node", version: "1", wheel: "library==2", device: "oneDNN" };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "espalier-native-"));
  vi.spyOn(console, "error").mockReturnValue();
  vi.spyOn(console, "log").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** Steps that note that they were made, and leave a file each. */
function steps(made: string[], failing?: string): Step[] {
  return ["packages", "wheel", "addon"].map((id) => ({
    id,
    says: () => id,
    from: ({ recipe: { version = "" } }) => (id === "wheel" ? [version] : [id]),
    made: () => existsSync(join(folder, id)),
    make: async () => {
      if (id === failing) throw new Error("the network went away");
      made.push(id);
      writeFileSync(join(folder, id), "");
      if (id !== "addon") return;
      const place = join(folder, "node_modules", "@tensorflow", "tfjs-node", "lib", "napi-v8");
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, "tfjs_binding.node"), "addon");
    },
  }));
}

describe("the installation", () => {
  it("goes on where it was cut off, and has no stamp before it is whole", async () => {
    const made: string[] = [];
    await expect(makeAll({ folder, recipe }, "cpu", backend, steps(made, "addon"))).rejects.toThrow(
      "network",
    );
    expect(made).toEqual(["packages", "wheel"]);
    expect(readNative(folder)).toBeUndefined();
    await makeAll({ folder, recipe }, "cpu", backend, steps(made));
    expect(made).toEqual(["packages", "wheel", "addon"]);
    expect(readNative(folder)).toMatchObject({ tensorflow: "2", device: "oneDNN" });
    await makeAll({ folder, recipe }, "cpu", backend, steps(made));
    expect(made).toHaveLength(3);
  });

  it("makes a step whose recipe changed again, and all that stand on it", async () => {
    const made: string[] = [];
    await makeAll({ folder, recipe }, "cpu", backend, steps(made));
    made.length = 0;
    await makeAll({ folder, recipe: { ...recipe, version: "2" } }, "cpu", backend, steps(made));
    expect(made).toEqual(["wheel", "addon"]);
    rmSync(join(folder, "addon"));
    made.length = 0;
    await makeAll({ folder, recipe: { ...recipe, version: "2" } }, "cpu", backend, steps(made));
    expect(made).toEqual(["addon"]);
  });

  it("is taken away whole, and nothing else ever is", async () => {
    await makeAll({ folder, recipe }, "cpu", backend, steps([]));
    expect(removeNative(["--folder", folder], backend)).toBe(0);
    expect(existsSync(folder)).toBe(false);
    mkdirSync(folder);
    writeFileSync(join(folder, "thesis.txt"), "mine");
    expect(removeNative(["--folder", folder], backend)).toBe(2);
    expect(readFileSync(join(folder, "thesis.txt"), "utf8")).toBe("mine");
  });

  it("takes from a wheel only what it names, and nothing out of the folder", () => {
    const wheel = join(folder, "hostile.whl");
    const members = [
      "tensorflow/libtensorflow_cc.so.2",
      "tensorflow/libtensorflow_framework.so.2",
      "tensorflow/include/tensorflow/c/c_api.h",
      "tensorflow/include/tensorflow/c/../../../../../escaped.h",
      "tensorflow/python/everything.py",
    ];
    const write = `import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1],"w")\nfor n in sys.argv[2:]: z.writestr(n,"x")\nz.close()`;
    execFileSync("python3", ["-c", write, wheel, ...members]);
    const out = join(folder, "a", "b");
    execFileSync("python3", [join(root, "build", "native", "unpack-wheel.py"), wheel, out]);
    const has = (path: string) => existsSync(join(out, path));
    expect(has("lib/libtensorflow_cc.so.2")).toBe(true);
    expect(has("include/tensorflow/c/c_api.h")).toBe(true);
    expect(has("python/everything.py")).toBe(false);
    expect(existsSync(join(folder, "escaped.h"))).toBe(false);
    expect(existsSync(join(folder, "a", "escaped.h"))).toBe(false);
  });
});
