/**
 * Compiles core/kernels/assembly to WebAssembly and writes core/kernels/kernels.generated.ts: the modules as text, so that
 * a page, a worker thread, a package and a script load them in one way and without a file, and the type of what they
 * export, from the compiler's own declarations. With `--check` it only says whether that file is what would be written.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join("core", "kernels", "assembly", "index.ts");
const target = join(root, "core", "kernels", "kernels.generated.ts");

/** Shared memory is for several threads; the other is for places without SharedArrayBuffer. */
const variants = {
  shared: ["--enable", "threads", "--sharedMemory", "--maximumMemory", "65536"],
  single: ["--maximumMemory", "65536"],
};

async function compile(flags) {
  const outputs = {};
  const { error, stderr } = await asc.main(
    [
      source,
      ...["--outFile", "kernels.wasm", "--bindings", "raw", "--runtime", "stub", "--noAssert", "-O3"],
      ...["--importMemory", "--initialMemory", "1", "--zeroFilledMemory", "--enable", "simd"],
      ...["--converge", ...flags],
    ],
    {
      readFile: (name, base) => {
        try {
          return readFileSync(join(base, name), "utf8");
        } catch {
          // The compiler asks for every place where a file might lie.
          return null;
        }
      },
      writeFile: (name, contents) => {
        outputs[name] = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${stderr}${error.message}`);
  return outputs;
}

/** The compiler's declarations of exported functions as methods of one type. */
function exportsType(declarations) {
  const functions = [...declarations.matchAll(/export function (\w+)\(([^)]*)\): ([\w]+);/g)];
  if (functions.length === 0) throw new Error("the compiler declares no functions");
  return functions.map(([, name, args, result]) => `  ${name}(${args}): ${result};`).join("\n");
}

const compiled = await Promise.all(Object.values(variants).map(compile));
const modules = Object.keys(variants).map(
  (name, i) => `  ${name}:\n    "${Buffer.from(compiled[i]["kernels.wasm"]).toString("base64")}",`,
);
const text = `// Written by build/kernels.mjs from core/kernels/assembly. Do not edit.

/** What the modules export. An address (\`usize\`) is a number of bytes, an \`i64\` a bigint. */
export type KernelExports = {
${exportsType(compiled[0]["kernels.d.ts"])}
};

/** The modules in base64. */
export const kernelModules = {
${modules.join("\n")}
} as const;
`;

if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    console.error(
      "core/kernels/kernels.generated.ts is not what its sources give: run node build/kernels.mjs",
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
}
