/**
 * `npm run native:install [--gpu] [--folder F]`, `npm run native:remove [--folder F]`. Ends with what the probe says of the
 * backend: installed is what computes.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { addonOf, keepNotices, readJson, recipes, sha256, steps } from "./steps.mjs";
import { missingTools } from "./tools.mjs";

/** Written by the steps, beside the stamp that `core/backend` reads. */
const stampsName = "steps.json";

/** Answers the exit code. `backend` is the compiled `core/backend` and words. */
export async function installNative(args, backend) {
  const { values } = parseArgs({ args, options: { gpu: { type: "boolean" }, folder: { type: "string" } } });
  const problems = missingTools();
  if (problems.length > 0) {
    for (const problem of problems) console.error(`native:install: ${problem}.`);
    return 2;
  }
  const kind = values.gpu ? "gpu" : "cpu";
  const recipe = recipes[kind];
  const folder = folderOf(values, backend);
  if (existsSync(folder) && !isOurs(folder, backend)) {
    console.error(`native:install: ${folder} holds something else. Name another folder with --folder.`);
    return 2;
  }
  if (readJson(join(folder, stampsName))?.kind !== kind) removeAll(folder);
  mkdirSync(folder, { recursive: true });
  const began = performance.now();
  try {
    await makeAll({ folder, recipe }, kind, backend);
  } catch (thrown) {
    console.error(`native:install: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    console.error("What is done stays done. Mend the cause and call the command again.");
    return 1;
  }
  const environment = { ...process.env, ESPALIER_NATIVE: folder };
  const finding = await backend.detectBackend("tensorflow", { environment });
  if (!finding.usable) {
    const { what, hint } = backend.wordDiagnostic(finding.reason, "en");
    console.error(`native:install: installed, and not usable here.\n  ${what}\n  ${hint}`);
    return 1;
  }
  console.log(`tensorflow is usable: ${finding.device} ${finding.version}`);
  console.log(`${folder}   ${((performance.now() - began) / 1000).toFixed(0)} s`);
  if (values.folder !== undefined) console.log(`Espalier finds it there with ESPALIER_NATIVE=${folder}`);
  return 0;
}

/** Takes the folder away whole, if it is ours. */
export function removeNative(args, backend) {
  const { values } = parseArgs({ args, options: { folder: { type: "string" } } });
  const folder = folderOf(values, backend);
  if (!existsSync(folder)) {
    console.log(`Nothing is installed in ${folder}.`);
    return 0;
  }
  if (!isOurs(folder, backend)) {
    console.error(`native:remove: ${folder} holds something else, and stays.`);
    return 2;
  }
  removeAll(folder);
  console.log(`Removed ${folder}.`);
  return 0;
}

/** Makes the steps that are not made yet; what was cut off is the only one made again. */
export async function makeAll(around, kind, { stampName }, all = steps) {
  const { folder, recipe } = around;
  const file = join(folder, stampsName);
  const stamps = { kind, done: {}, ...readJson(file) };
  const save = () => writeFileSync(file, JSON.stringify(stamps));
  save();
  let again = false;
  const wanted = all.filter((step) => step.only?.(around) ?? true);
  for (const [at, step] of wanted.entries()) {
    const says = `[${at + 1}/${wanted.length}] ${step.says(around)}`;
    const print = createHash("sha256")
      .update(JSON.stringify(step.from(around)))
      .digest("hex");
    if (!again && stamps.done[step.id] === print && step.made(around)) {
      console.error(`${says}: done before`);
      continue;
    }
    // What stands on a step that is made again is made again.
    again = true;
    rmSync(join(folder, stampName), { force: true });
    console.error(`${says} …`);
    await step.make(around);
    stamps.done[step.id] = print;
    save();
  }
  keepNotices(folder, recipe);
  const tensorflow = recipe.wheel.split("==")[1];
  const stamp = {
    package: recipe.package,
    tensorflow,
    device: recipe.device,
    addon: await sha256(addonOf(folder, recipe)),
  };
  writeFileSync(join(folder, stampName), JSON.stringify(stamp));
}

function folderOf({ folder }, { nativeFolder }) {
  return folder === undefined ? nativeFolder() : resolve(process.env.INIT_CWD ?? ".", folder);
}

/** One that this command made, or that is empty: nothing else is ever removed. */
function isOurs(folder, { stampName }) {
  if (readdirSync(folder).length === 0) return true;
  return [stampsName, stampName].some((name) => readJson(join(folder, name)) !== undefined);
}

function removeAll(folder) {
  rmSync(folder, { recursive: true, force: true });
}
