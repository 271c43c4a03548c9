/** What an ICU message asks for. */
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** The names of its arguments, sorted. Throws where it is no message. */
export function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  const walk = (elements: ReturnType<typeof parse>) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.value);
      if ("options" in element) for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(message));
  return [...names].sort();
}
