/**
 * Keys as the user has them: what the registry says, unless other keys were chosen. Plain data, kept in this browser;
 * keys, menus, tooltips and the palette all ask here.
 */
import type { Action } from "./action.ts";

/** Chosen keys by action; an action that is not in it has its own. */
export type KeyMap = Readonly<Record<string, readonly string[]>>;

const storageKey = "espalier.keys";
const most = 6;

/** The keys that an action has now. */
export function keysOf(map: KeyMap, action: Action): readonly string[] {
  return Object.hasOwn(map, action.id) ? map[action.id] : action.keys;
}

/** The action, other than `besides`, that has these keys. */
export function ownerOf(
  map: KeyMap,
  actions: readonly Action[],
  keys: string,
  besides?: Action,
): Action | undefined {
  return actions.find((action) => action !== besides && keysOf(map, action).includes(keys));
}

/** Gives keys to an action and takes them from whoever had them. */
export function giveKeys(map: KeyMap, actions: readonly Action[], action: Action, keys: string): KeyMap {
  const owner = ownerOf(map, actions, keys, action);
  const without = owner ? takeKeys(map, owner, keys) : map;
  const own = keysOf(without, action).filter((one) => one !== keys);
  return withKeys(without, action, [keys, ...own].slice(0, most));
}

/** Takes keys away from an action. */
export function takeKeys(map: KeyMap, action: Action, keys: string): KeyMap {
  return withKeys(
    map,
    action,
    keysOf(map, action).filter((one) => one !== keys),
  );
}

/** Gives an action the keys it came with, taking them back from whoever has them by now. */
export function resetKeys(map: KeyMap, actions: readonly Action[], action: Action): KeyMap {
  const { [action.id]: _own, ...rest } = map;
  return action.keys.reduce<KeyMap>((now, keys) => {
    const owner = ownerOf(now, actions, keys, action);
    return owner ? takeKeys(now, owner, keys) : now;
  }, rest);
}

function withKeys(map: KeyMap, action: Action, keys: readonly string[]): KeyMap {
  const { [action.id]: _before, ...rest } = map;
  const asDeclared = keys.length === action.keys.length && keys.every((one, at) => one === action.keys[at]);
  return asDeclared ? rest : { ...rest, [action.id]: keys };
}

/** What was chosen in an earlier session; whatever in it is no list of keys is passed over. */
export function rememberedKeys(storage: Pick<Storage, "getItem"> = localStorage): KeyMap {
  try {
    const raw: unknown = JSON.parse(storage.getItem(storageKey) ?? "{}");
    return Object.fromEntries(Object.entries(raw ?? {}).filter(([, keys]) => isKeyList(keys)));
  } catch {
    return {};
  }
}

function isKeyList(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= most &&
    value.every((one) => typeof one === "string" && one.length > 0)
  );
}

/** Keeps the choice for the next session. */
export function rememberKeys(map: KeyMap, storage: Pick<Storage, "setItem"> = localStorage): void {
  storage.setItem(storageKey, JSON.stringify(map));
}
