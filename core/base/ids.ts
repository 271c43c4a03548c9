/** Ids of nodes, wires and notes: short, readable, usable as a variable's name in a script. */

const identifier = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** Whether `id` may name a node, wire, frame or note. */
export function isId(id: string): boolean {
  return identifier.test(id) && !forbidden.has(id);
}

/** Whether `name` may name a port of a group: an id, or a named slot such as `learners.a`. */
export function isPortName(name: string): boolean {
  return name.length <= 64 && name.split(".").every(isId);
}

/**
 * The first free id: `base`, `base2`, `base3`, … Characters that an id cannot have are dropped.
 *
 * ```ts
 * freeId("stump", new Set(["stump"])); // "stump2"
 * ```
 */
export function freeId(base: string, taken: { has(id: string): boolean }): string {
  const clean =
    base
      .replace(/[^A-Za-z0-9_]/g, "")
      .replace(/^[0-9]+/, "")
      .slice(0, 48) || "node";
  const start = forbidden.has(clean) ? "node" : clean;
  if (!taken.has(start)) return start;
  for (let n = 2; ; n++) {
    const candidate = `${start}${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}
