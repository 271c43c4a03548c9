/** Cards as they are drawn against `card-geometry.ts`, which places wires, and what dragging one of many changes. */
import { describe, expect, it } from "vitest";
import { describe as describeNode } from "../../core/node/descriptor.ts";
import { nodes } from "../../nodes/nodes.generated.ts";
import { cardGeometry } from "../../renderer/canvas/card-geometry.ts";
import { dragFrom, drawn, headOf, onCanvas, openGraph } from "./graphs.ts";
import { browserRoom } from "./room.ts";

type Rect = { x: number; y: number; width: number; height: number };
type Drawn = Rect & { id: string; ports: (Rect & { name: string; side: string })[] };

const all = drawn({
  nodes: Object.fromEntries(
    nodes.map(({ id }, index) => [
      `n${index}`,
      [id, (index % 9) * 260, Math.floor(index / 9) * 420] as const,
    ]),
  ),
});

describe("cards", () => {
  const room = browserRoom();

  it("of every node are as large as declared, with every port where wires end, to one pixel", async () => {
    const view = { ...all.view, viewport: { x: 10, y: 10, zoom: 0.8 } };
    const size = { width: 2600, height: 3000 };
    const { page, errors } = await openGraph(room.browser, room.served, "all-nodes", { ...all, view }, size);
    await expect.poll(() => page.locator(".react-flow__node-card").count()).toBe(nodes.length);
    const seen = (await page.evaluate(measureCards)) as Drawn[];
    const wrong = seen.flatMap((card) => {
      const definition = nodes[Number(card.id.slice(1))];
      const { width, height, handles } = cardGeometry(describeNode(definition));
      const off = (what: string, a: number, b: number) =>
        Math.abs(a - b) <= 1 ? [] : [`${definition.id} ${what}: ${a.toFixed(1)} drawn, ${b} declared`];
      return [
        ...off("width", card.width, width),
        ...off("height", card.height, height),
        ...handles.flatMap((handle) => {
          const port = card.ports.find(({ name, side }) => name === handle.id && side === handle.type);
          if (!port) return [`${definition.id} has no port ${handle.id}`];
          return [
            ...off(`${handle.id} x`, port.x + port.width / 2 - card.x, handle.x + (handle.width ?? 0) / 2),
            ...off(`${handle.id} y`, port.y + port.height / 2 - card.y, handle.y + (handle.height ?? 0) / 2),
          ];
        }),
      ];
    });
    expect(wrong).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  // A second try needs a file that nobody has changed.
  let tries = 0;
  it("offer a choice in place, by mouse and by key, as one step of history", async () => {
    const one = drawn({ nodes: { n: ["data.generate", 100, 100] } });
    const { page, errors } = await openGraph(room.browser, room.served, `choice-${tries++}`, one);
    const choice = page.getByTestId("card-param-n-shape");
    expect(await choice.innerText()).toBe("Moons");
    await choice.click();
    await page.getByTestId("card-param-n-shape-circles").click();
    await expect.poll(() => choice.innerText()).toBe("Circles");
    await page.keyboard.press("Control+z");
    await expect.poll(() => choice.innerText()).toBe("Moons");
    await choice.focus();
    await page.keyboard.press("Enter");
    await page.locator('[data-testid="card-param-n-shape-moons"][data-highlighted]').waitFor();
    await page.keyboard.press("ArrowDown");
    await page.locator('[data-testid="card-param-n-shape-xor"][data-highlighted]').waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => choice.innerText()).toBe("XOR");
    // The focus is where it was, and the arrows moved no card.
    expect(await page.locator(":focus").getAttribute("data-testid")).toBe("card-param-n-shape");
    await page.keyboard.press("Enter");
    await page.locator('[data-testid="card-param-n-shape-xor"][data-highlighted]').waitFor();
    await page.keyboard.type("sp");
    await page.locator('[data-testid="card-param-n-shape-spirals"][data-highlighted]').waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => choice.innerText()).toBe("Spirals");
    expect(errors).toEqual([]);
    await page.close();
  });

  it("change alone when they are dragged among others", async () => {
    const { page } = await openGraph(room.browser, room.served, "drag-one", all);
    const from = await headOf(page, "n1");
    await page.mouse.click(from.x, from.y);
    await page.evaluate(`
      window.changed = new Set();
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const node = (target.nodeType === 1 ? target : target.parentElement)?.closest(".react-flow__node");
          if (node) window.changed.add(node.dataset.id);
        }
      }).observe(document.querySelector(".react-flow__nodes"), { subtree: true, attributes: true, childList: true, characterData: true });
    `);
    await dragFrom(page, from, await onCanvas(page, 330, 60));
    expect(await page.evaluate("[...window.changed]")).toEqual(["n1"]);
    await page.close();
  });
});

/** As text: what a bundler adds to a function means nothing in the page. */
const measureCards = `[...document.querySelectorAll(".react-flow__node-card")].map((node) => {
  const zoom = Number(/scale\\(([\\d.]+)\\)/.exec(document.querySelector(".react-flow__viewport").style.transform)[1]);
  const rect = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x / zoom, y: y / zoom, width: width / zoom, height: height / zoom };
  };
  return {
    id: node.dataset.id,
    ...rect(node.querySelector(".card")),
    ports: [...node.querySelectorAll(".react-flow__handle")].map((port) => ({
      name: port.dataset.handleid,
      side: port.classList.contains("source") ? "source" : "target",
      ...rect(port),
    })),
  };
})`;
