/** The fonts that are named are those that are bundled: a name that nobody declares falls to whatever the system has. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";

const require = createRequire(import.meta.url);
const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

it("name every bundled font by the name that it declares", () => {
  const bundled = [...read("fonts.ts").matchAll(/^import "([^"]+)"/gm)].map(([, name]) => name);
  expect(bundled).toHaveLength(3);
  const tokens = read("tokens.css");
  for (const name of bundled) {
    const [, family] = /font-family: '([^']+)'/.exec(readFileSync(require.resolve(name), "utf8")) ?? [];
    expect(tokens).toContain(`"${family}"`);
  }
  // Chinese in both stacks: numbers and code have words beside them.
  for (const stack of ["font", "mono"])
    expect(new RegExp(`--${stack}:[^;]*"Noto Sans SC Variable"`).test(tokens)).toBe(true);
});
