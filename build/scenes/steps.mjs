/** What scenes do with a page, and the graphs that they open from the served folder. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const json = (...path) => JSON.parse(readFileSync(join(root, ...path), "utf8"));

export const main = "adaboost-breast-cancer";
export const head = { position: { x: 60, y: 12 } };
export const exampleList = json("examples", "index.json");

export const by = (page, id) => page.getByTestId(id);
export const choose = (page, node) => by(page, `card-${node}`).click(head);

/** Runs and waits for the end; a graph that cannot run is shown as it is. */
export async function run(page) {
  if (!(await by(page, "run").isEnabled())) return;
  await by(page, "run").click();
  await ended(page);
}

/** A run may end before it is seen to have begun. Then what it made is fetched. */
export async function ended(page) {
  await by(page, "cancel")
    .and(page.locator(":enabled"))
    .waitFor({ timeout: 1_500 })
    .catch(() => undefined);
  await by(page, "cancel").and(page.locator(":disabled")).waitFor({ timeout: 60_000 });
  await page
    .locator(".result[aria-busy=true]")
    .first()
    .waitFor({ state: "detached" })
    .catch(() => undefined);
  await page.waitForTimeout(300);
}

/** Presses keys with the canvas in focus. */
export async function press(page, ...keys) {
  await by(page, "canvas").focus();
  for (const key of keys) await page.keyboard.press(key);
}

/** The whole graph in view, so that each card can be clicked. */
export async function seeAll(page) {
  await press(page, "z");
  await page.waitForTimeout(250);
}

/** The smallest use of a node as a document: cards in columns by how far they are from the first. */
export function smallestUse(type) {
  const { graph } = json("renderer", "reference", "examples.generated.json")[type];
  const depth = (id) => {
    const from = Object.values(graph.wires).flatMap((wire) => (wire.to[0] === id ? [wire.from[0]] : []));
    return Math.max(0, ...from.map((one) => depth(one) + 1));
  };
  const rows = [];
  const positions = Object.fromEntries(
    Object.keys(graph.nodes).map((id) => {
      const column = depth(id);
      rows[column] = (rows[column] ?? -1) + 1;
      return [id, [column * 290, rows[column] * 250]];
    }),
  );
  return documentOf(type, graph.nodes, graph.wires, positions);
}

export function documentOf(title, nodes, wires, positions) {
  return {
    format: "espalier/graph",
    formatVersion: 1,
    title,
    seed: 1,
    nodes,
    wires,
    groups: {},
    view: { positions, frames: {}, notes: {} },
  };
}
