/** The native menus: the page's own actions by its registry, between what belongs to the window and the system. */
import type { ShellItem, ShellState } from "../core/service/shell.ts";
import type { MenuItems } from "./electron-api.ts";
import { say } from "./words.ts";

export type MenuDeeds = {
  act(id: string): void;
  newWindow(): void;
  openFolder(): void;
  openRecent(path: string): void;
  clearRecent(): void;
  zoom(by: number): void;
  reload(): void;
  showLog(): void;
  about(): void;
};

/** Actions for which the system has an event that the page listens to; a click must bring that event. */
const roles = { cut: "cut", copy: "copy", paste: "paste" } as const;

/** The template of the whole menu. */
export function menuOf(
  state: Pick<ShellState, "language" | "items">,
  recent: readonly string[],
  deeds: MenuDeeds,
  mac: boolean,
): MenuItems {
  const { language, items } = state;
  const t = (word: Parameters<typeof say>[1]) => say(language, word);
  const line = { type: "separator" } as const;
  const of = (group: string) =>
    items.filter((item) => item.group === group).map((item) => itemOf(item, deeds, mac));
  const about = { id: "about", label: t("about"), click: deeds.about };
  const appMenu: MenuItems = mac
    ? [
        {
          label: t("app"),
          submenu: [
            about,
            line,
            { role: "services" },
            line,
            { role: "hide" },
            { role: "hideOthers" },
            line,
            { role: "quit", label: t("quit") },
          ],
        },
      ]
    : [];
  return [
    ...appMenu,
    {
      label: t("file"),
      submenu: [
        { id: "newWindow", label: t("newWindow"), click: deeds.newWindow },
        { id: "openFolder", label: t("openFolder"), click: deeds.openFolder },
        { label: t("openRecent"), submenu: recentItems(recent, deeds, t) },
        line,
        ...of("group.file"),
        line,
        { role: "close", label: t("closeWindow"), accelerator: "CmdOrCtrl+Shift+W" },
        ...(mac ? [] : [{ role: "quit" as const, label: t("quit") }]),
      ],
    },
    { label: t("edit"), submenu: of("group.edit") },
    { label: t("run"), submenu: of("group.run") },
    {
      label: t("view"),
      submenu: [
        ...of("group.view"),
        line,
        { id: "larger", label: t("larger"), accelerator: "CmdOrCtrl+=", click: () => deeds.zoom(0.5) },
        { id: "smaller", label: t("smaller"), accelerator: "CmdOrCtrl+-", click: () => deeds.zoom(-0.5) },
        { id: "actualSize", label: t("actualSize"), accelerator: "CmdOrCtrl+0", click: () => deeds.zoom(0) },
        { role: "togglefullscreen", label: t("fullScreen") },
      ],
    },
    { label: t("window"), role: "window", submenu: [{ role: "minimize", label: t("minimize") }] },
    {
      label: t("help"),
      role: "help",
      submenu: [
        { id: "reload", label: t("reload"), click: deeds.reload },
        { id: "log", label: t("logFolder"), click: deeds.showLog },
        ...(mac ? [] : [line, about]),
      ],
    },
  ];
}

function recentItems(
  recent: readonly string[],
  deeds: MenuDeeds,
  t: (word: "noRecent" | "clearRecent") => string,
) {
  if (recent.length === 0) return [{ label: t("noRecent"), enabled: false }];
  return [
    // An ampersand would mark a letter.
    ...recent.map((path) => ({ label: path.replaceAll("&", "&&"), click: () => deeds.openRecent(path) })),
    { type: "separator" as const },
    { label: t("clearRecent"), click: deeds.clearRecent },
  ];
}

/**
 * Keys are shown, and pressed in the page: a bare letter that the menu took would never reach a text field. A Mac cannot
 * show keys without taking them, so there only those with ⌘ stand in the menu, which the page hears first.
 */
function itemOf({ id, label, keys, enabled }: ShellItem, deeds: MenuDeeds, mac: boolean): MenuItems[number] {
  const accelerator = keys === undefined ? undefined : acceleratorOf(keys);
  const shown = accelerator !== undefined && (!mac || accelerator.includes("CmdOrCtrl"));
  const own = { id, label: label.replaceAll("&", "&&") };
  if (Object.hasOwn(roles, id)) return { ...own, role: roles[id as keyof typeof roles] };
  return {
    ...own,
    enabled,
    click: () => deeds.act(id),
    ...(shown ? { accelerator, registerAccelerator: false } : {}),
  };
}

const names: Readonly<Record<string, string>> = {
  Mod: "CmdOrCtrl",
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  Enter: "Return",
  "+": "Plus",
};
const known =
  /^(?:[A-Z0-9]|F\d{1,2}|Plus|[-=[\]\\|?/.,;'`]|CmdOrCtrl|Alt|Shift|Up|Down|Left|Right|Return|Space|Tab|Backspace|Delete|Escape|Home|End|PageUp|PageDown)$/;

/** Electron's name for keys as the registry writes them; nothing for keys that it has no name for. */
export function acceleratorOf(keys: string): string | undefined {
  const parts = keys.split(/\+(?=.)/).map((part) => names[part] ?? part);
  return parts.every((part) => known.test(part)) ? parts.join("+") : undefined;
}
