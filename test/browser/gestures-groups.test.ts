/** Groups by mouse and keyboard: made, entered, wired across the edge, renamed, left, nested, dissolved, all undone. */
import { describe, expect, it } from "vitest";
import { card, clickCard, dragFrom, drawn, headOf, onCanvas, openGraph, portAt, wiresOf } from "./graphs.ts";
import { browserRoom } from "./room.ts";

const graph = drawn({
  nodes: {
    weak: ["learner.stump", 20, 40],
    scaled: ["prepare.standardize", 280, 40],
    boost: ["booster.adaboost", 540, 40],
    tree: ["learner.tree", 20, 260],
    data: ["data.example", 280, 260],
  },
  wires: [
    ["weak.learner", "scaled.learner"],
    ["scaled.learner", "boost.learner"],
  ],
});

describe("groups", () => {
  const room = browserRoom();

  it("are made, entered, wired, renamed, left and dissolved; undo takes all of it back", async () => {
    const { page, errors, saved } = await openGraph(room.browser, room.served, "groups", graph);
    const start = await saved();
    await clickCard(page, "weak");
    await clickCard(page, "scaled", ["Shift"]);
    await page.keyboard.press("Control+g");
    await card(page, "group").waitFor();
    expect(wiresOf(await saved())).toEqual(["group.learner>boost.learner"]);

    // A card of a group moves like any other, and stays where it was put.
    await dragFrom(page, await headOf(page, "group"), await onCanvas(page, 300, 60));
    const moved = (await saved()).view.positions.group;
    expect(moved).not.toEqual(start.view.positions.weak);

    await page.keyboard.press("Alt+ArrowDown");
    await card(page, "group/weak").waitFor();
    // A port of a node inside joined to the terminal that is none yet becomes a port of the group.
    await dragFrom(
      page,
      await portAt(page, "group/:in.+.+", "out"),
      await portAt(page, "group/weak.learner", "out"),
    );
    expect(Object.keys((await saved()).groups.group.inputs)).toEqual([]);
    // A drag to the edge moves what is seen.
    await page.keyboard.press("Escape");
    await page.keyboard.press("z");
    await page.getByTestId("card-group/:out.+").waitFor();
    await page.waitForTimeout(400);
    await dragFrom(
      page,
      await portAt(page, "group/weak.learner", "out"),
      await portAt(page, "group/:out.+.+", "in"),
    );
    expect((await saved()).groups.group.outputs.learner2?.from).toEqual(["weak", "learner"]);

    // A card inside moves and stays.
    const inside = await headOf(page, "group/weak");
    await dragFrom(page, inside, { x: inside.x + 30, y: inside.y + 90 });
    expect((await saved()).groups.group.view.positions.weak).not.toEqual([20, 40]);

    // Another level, by keyboard.
    await clickCard(page, "group/weak");
    await page.keyboard.press("Control+g");
    await card(page, "group/group").waitFor();
    await page.keyboard.press("Alt+ArrowDown");
    await card(page, "group/group/weak").waitFor();
    expect(await page.getByTestId("breadcrumbs").getByRole("button").count()).toBe(2);
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("Alt+ArrowUp");

    await clickCard(page, "group");
    await page.keyboard.press("Control+Shift+g");
    await card(page, "scaled").waitFor();
    expect(Object.keys((await saved()).groups)).toEqual(["group"]);

    for (let step = 0; step < 12; step++) await page.keyboard.press("Control+z");
    const { nodes, wires, groups, view } = await saved();
    expect({ nodes, wires, groups, positions: view.positions }).toEqual({
      nodes: start.nodes,
      wires: start.wires,
      groups: start.groups,
      positions: start.view.positions,
    });
    expect(errors).toEqual([]);
    await page.close();
  });

  it("get a port for a wire that is dropped on their card", async () => {
    const { page, saved } = await openGraph(room.browser, room.served, "drop-on-group", {
      ...graph,
      wires: {},
    });
    await clickCard(page, "scaled");
    await clickCard(page, "boost", ["Shift"]);
    await page.keyboard.press("Control+g");
    await card(page, "group").waitFor();
    await dragFrom(page, await portAt(page, "tree.learner", "out"), await headOf(page, "group"));
    const { groups, wires } = await saved();
    expect(groups.group.inputs.learner.to).toEqual([["scaled", "learner"]]);
    expect(wiresOf({ wires })).toContain("tree.learner>group.learner");
    await page.close();
  });
});
