/** Where things lie: in a checkout beside the sources, in a package among the application's resources. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../cli/data-folder.ts";
import { storeOf } from "../cli/store-folder.ts";
import type { Places } from "./workspace.ts";

/** The places, from the folder of the compiled shell. `resources` is the package's folder of them. */
export function placesFrom(
  { here, resources, packed, version }: { here: string; resources: string; packed: boolean; version: string },
  environment: NodeJS.ProcessEnv = process.env,
): Places {
  const product = packed ? join(resources, "engine") : join(here, "..", "..");
  const node = packed
    ? join(resources, "node", `node${process.platform === "win32" ? ".exe" : ""}`)
    : (environment.ESPALIER_NODE ?? "node");
  const icon = join(here, "icon.png");
  return {
    page: join(here, "..", "page"),
    preload: join(here, "preload.cjs"),
    node,
    engineProgram: join(product, "dist", "node", "cli", "engine-program.js"),
    examples: join(product, "examples"),
    data: dataFolder(environment),
    version,
    ...(existsSync(icon) ? { icon } : {}),
    ...storeOf({}),
  };
}
