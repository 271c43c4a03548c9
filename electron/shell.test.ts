/** The shell's parts that need no window: verbs, menus, what a call opens, what is kept, what it says. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fakeElectron } from "./fake-electron.ts";
import { keeper, visibleBounds } from "./kept.ts";
import { acceleratorOf, menuOf } from "./menu.ts";
import { openingOf, pathsOfCall } from "./opening.ts";
import { handleVerbs, type VerbDeeds } from "./verbs.ts";
import { words } from "./words.ts";

const room = realpathSync(mkdtempSync(join(tmpdir(), "espalier-shell-")));
afterAll(() => rmSync(room, { recursive: true }));

describe("verbs", () => {
  const fake = fakeElectron();
  const done: unknown[] = [];
  const deeds = new Proxy(
    {},
    {
      get: (_target, verb) => async (_window: unknown, said: unknown) => void done.push([verb, said]),
    },
  ) as VerbDeeds;
  const noted: string[] = [];
  handleVerbs(fake.electron, () => new Set([1]), deeds, { file: "", note: (what) => void noted.push(what) });
  const sender = { id: 1, window: {} };
  const from = (url: string) => ({ sender, senderFrame: { url, parent: null } });
  const call = (verb: string, said?: unknown, url = "app://bundle/index.html") =>
    fake.handlers.get(`shell:${verb}`)?.(from(url), said);

  it("have a channel each, and no others", () => {
    const verbs = "chooseOpen chooseSave closing drop popOut reach saveElsewhere show".split(" ");
    expect([...fake.handlers.keys()].sort()).toEqual(verbs.map((verb) => `shell:${verb}`));
  });

  it("are done for our page, and refused to anybody else", async () => {
    await call("reach");
    expect(done).toEqual([["reach", undefined]]);
    await expect(call("reach", undefined, "https://example.org/")).rejects.toThrow("refused");
    expect(noted).toEqual(["refused a stranger"]);
    expect(done).toHaveLength(1);
  });

  it.each([
    ["reach", { more: 1 }],
    ["drop", { path: 7 }],
    ["drop", {}],
    ["chooseSave", { name: "x".repeat(501) }],
    ["popOut", { url: "https://example.org/" }],
    ["popOut", { query: "" }],
    ["closing", { unsaved: "all", running: false }],
    ["show", { language: "fr", theme: "light", edited: false, items: [] }],
    ["saveElsewhere", { ticket: "t", document: "<script>" }],
  ])("refuse %s with what no page of ours says", async (verb, said) => {
    const before = done.length;
    await expect(call(verb, said)).rejects.toThrow("refused");
    expect(done).toHaveLength(before);
  });
});

describe("menus", () => {
  const none = () => undefined;
  const deeds = {
    act: none,
    newWindow: none,
    openFolder: none,
    openRecent: none,
    clearRecent: none,
    zoom: none,
    reload: none,
    showLog: none,
    about: none,
  };
  const items = [
    { id: "mute", label: "Mute & more", group: "group.edit", keys: "M", enabled: false },
    { id: "copy", label: "Copy", group: "group.edit", keys: "Mod+C", enabled: true },
    { id: "run", label: "Run", group: "group.run", keys: "Mod+Enter", enabled: true },
  ];
  const find = (mac: boolean, id: string) =>
    menuOf({ language: "en", items }, [], deeds, mac)
      .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
      .find((item) => item.id === id);

  it("show the page's actions with their keys, and leave pressing them to the page", () => {
    expect(find(false, "mute")).toMatchObject({
      label: "Mute && more",
      enabled: false,
      accelerator: "M",
      registerAccelerator: false,
    });
    expect(find(false, "run")).toMatchObject({ accelerator: "CmdOrCtrl+Return", registerAccelerator: false });
    expect(find(false, "copy")).toMatchObject({ role: "copy" });
  });

  it("take no bare letter on a Mac, where showing keys takes them", () => {
    expect(find(true, "mute")?.accelerator).toBeUndefined();
    expect(find(true, "run")?.accelerator).toBe("CmdOrCtrl+Return");
  });

  it.each([
    ["Mod+Shift+Z", "CmdOrCtrl+Shift+Z"],
    ["Alt+ArrowDown", "Alt+Down"],
    ["+", "Plus"],
    ["ä", undefined],
  ])("write %s as %s", (keys, accelerator) => expect(acceleratorOf(keys)).toBe(accelerator));
});

describe("opening", () => {
  const folder = join(room, "work");
  mkdirSync(join(folder, "sub"), { recursive: true });
  mkdirSync(join(room, "elsewhere"));
  const inSub = join(folder, "sub", "a.espalier");
  const other = join(room, "elsewhere", "b.espalier");
  for (const file of [inSub, other, join(folder, "data.csv")]) writeFileSync(file, "{}");
  symlinkSync(other, join(folder, "link.espalier"));

  it("takes from a call what is no switch", () => {
    const argv = ["/electron", "/app", "--flag", "a.espalier", "", "/b.espalier"];
    expect(pathsOfCall(argv, false, "/home")).toEqual(["/home/a.espalier", "/b.espalier"]);
    expect(pathsOfCall(["/espalier", "a.espalier"], true, "/home")).toEqual(["/home/a.espalier"]);
    // As a second start hands it over.
    const handed = [
      "/electron",
      "--allow-file-access",
      "--original-process-start-time=1",
      "/app",
      "a.espalier",
    ];
    expect(pathsOfCall(handed, false, "/home")).toEqual(["/home/a.espalier"]);
  });

  it("shows a graph in the folder that has it, else in its own; links by where they lead", async () => {
    expect(await openingOf(inSub, [folder])).toEqual({ folder, path: "sub/a.espalier" });
    expect(await openingOf(inSub, [])).toEqual({ folder: join(folder, "sub"), path: "a.espalier" });
    const elsewhere = { folder: join(room, "elsewhere"), path: "b.espalier" };
    expect(await openingOf(join(folder, "link.espalier"), [folder])).toEqual(elsewhere);
    expect(await openingOf(folder, [])).toEqual({ folder });
  });

  it("opens nothing else", async () => {
    expect(await openingOf(join(folder, "data.csv"), [folder])).toBeUndefined();
    expect(await openingOf(join(folder, "gone.espalier"), [folder])).toBeUndefined();
  });
});

describe("what is kept", () => {
  const file = join(room, "data", "desktop.json");
  it("comes back, and begins anew when it is damaged", () => {
    const kept = keeper(file);
    kept.change({ bounds: { x: 5, y: 6, width: 800, height: 600 }, zoom: 1 });
    for (let n = 0; n < 15; n++) kept.noteRecent(`/g${n % 12}.espalier`);
    const again = keeper(file).now;
    expect(again.bounds).toEqual({ x: 5, y: 6, width: 800, height: 600 });
    expect(again.recent.slice(0, 2)).toEqual(["/g2.espalier", "/g1.espalier"]);
    expect(new Set(again.recent).size).toBe(10);
    writeFileSync(file, '{"zoom": 99, "recent": "x"');
    expect(keeper(file).now).toEqual({ maximized: false, fullScreen: false, zoom: 0, recent: [] });
  });

  it("puts no window where no screen is", () => {
    const screens = [{ x: 0, y: 0, width: 1440, height: 900 }];
    const at = (x: number, y: number) => visibleBounds({ x, y, width: 800, height: 600 }, screens);
    expect(at(100, 50)).toEqual({ x: 100, y: 50, width: 800, height: 600 });
    for (const [x, y] of [
      [2000, 0],
      [-790, 0],
      [0, 890],
      [0, -300],
    ])
      expect(at(x, y)).toEqual({ width: 800, height: 600 });
  });
});

describe("words", () => {
  it.each(Object.entries(words))("%s asks for the same values in both languages", (_word, { en, zh }) => {
    const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(values(zh)).toEqual(values(en));
    expect(en + zh).not.toBe("");
  });
});
