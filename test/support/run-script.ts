/** Runs the text of a script with a recording library in place of `espalier`: what it calls, with which arguments. */
import { transformWithOxc } from "vite";

export type Call = { fn: string; args: readonly unknown[] };

/** What a call gives back: knows who made it, and which member was taken of it. */
export class Token {
  readonly call: number;
  readonly member: string;
  readonly values: Readonly<Record<string, number>> = {};
  constructor(call: number, member = "") {
    this.call = call;
    this.member = member;
  }
}

/** Parses the script as TypeScript and runs it; throws what it throws. `globals` are shown to nobody else. */
export async function runScript(text: string): Promise<Call[]> {
  const { code } = await transformWithOxc(text, "script.ts");
  const [whole = "", names = ""] = /^import \{([^}]*)\} from "espalier";$/m.exec(code) ?? [];
  if (whole === "") throw new Error(`no import in ${code.slice(0, 200)}`);
  const calls: Call[] = [];
  const library = Object.fromEntries(
    names.split(",").map((name) => [
      name.trim(),
      (...args: unknown[]) => {
        calls.push({ fn: name.trim(), args });
        const token = new Token(calls.length - 1);
        return new Proxy(token, {
          get: (target, key) => {
            if (key === "then" || typeof key === "symbol") return undefined;
            return key in target ? Reflect.get(target, key) : new Token(target.call, key);
          },
        });
      },
    ]),
  );
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as FunctionConstructor;
  const run = new AsyncFunction(
    "library",
    "console",
    `"use strict"; const {${names}} = library;\n${code.replace(whole, "")}`,
  );
  await run(library, { log: () => undefined });
  return calls;
}
