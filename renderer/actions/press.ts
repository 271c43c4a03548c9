/** Presses and their names: what `"Mod+Shift+Z"` means, how a press is written so, and how it is shown. */

export type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey"> & {
  code?: string;
};

/** Presses what has the focus, or moves on: not to be given to an action. */
const reserved = new Set(["Enter", "Space", "Shift+Tab"]);

/** Whether a press is the keys written as `"Mod+Shift+Z"`. A sign such as `?` brings its own Shift. */
export function matches(keys: string, press: Press): boolean {
  const parts = keys.split(/\+(?=.)/);
  const name = parts.at(-1) ?? "";
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier);
  return (
    keyOf(press).toLowerCase() === name.toLowerCase() &&
    (press.ctrlKey || press.metaKey) === wants("Mod") &&
    press.altKey === wants("Alt") &&
    (!hasCase(name) || press.shiftKey === wants("Shift"))
  );
}

/** The press as keys are written, or `undefined` while only modifiers are held. */
export function keysOfPress(press: Press): string | undefined {
  const key = keyOf(press);
  if (["Control", "Meta", "Shift", "Alt", "AltGraph", "Dead", "Unidentified", "Process"].includes(key))
    return undefined;
  const name = key.length === 1 ? key.toUpperCase() : key;
  return [
    ...(press.ctrlKey || press.metaKey ? ["Mod"] : []),
    ...(press.altKey ? ["Alt"] : []),
    ...(press.shiftKey && hasCase(name) ? ["Shift"] : []),
    name,
  ].join("+");
}

/** Whether these keys have a meaning that no action may take. */
export function isReserved(keys: string): boolean {
  return reserved.has(keys);
}

/** With Alt held a Mac types another sign, so letters and digits go by their place on the keyboard. */
function keyOf({ key, altKey, code }: Press): string {
  const plain = altKey ? /^(?:Key|Digit)(.)$/.exec(code ?? "")?.[1] : undefined;
  return plain ?? (key === " " ? "Space" : key);
}

/** Letters and named keys can be held with Shift; other signs are reached by it. */
function hasCase(name: string): boolean {
  return name.length > 1 || /[a-z]/i.test(name);
}

/** Keys for the eye: `Ctrl Shift Z`, or `⌘⇧Z` on a Mac. */
export function shownKeys(keys: string): string {
  const mac = navigator.platform.startsWith("Mac");
  const common = {
    Enter: "↵",
    Escape: "Esc",
    Backspace: "⌫",
    ArrowLeft: "←",
    ArrowRight: "→",
    ArrowUp: "↑",
    ArrowDown: "↓",
  };
  const names: Record<string, string> = mac
    ? { ...common, Mod: "⌘", Shift: "⇧", Alt: "⌥", Delete: "⌦" }
    : { ...common, Mod: "Ctrl", Delete: "Del" };
  return keys
    .split(/\+(?=.)/)
    .map((part) => names[part] ?? part)
    .join(mac ? "" : " ");
}
