/** What the shell keeps between sessions in one small JSON file: windows' places and recent files. Damage costs nothing else. */
import { mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { sync as writeFileAtomic } from "write-file-atomic";
import { z } from "zod";

const rectangle = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
});

const schema = z.object({
  bounds: rectangle.optional().catch(undefined),
  maximized: z.boolean().catch(false),
  fullScreen: z.boolean().catch(false),
  zoom: z.number().min(-5).max(5).catch(0),
  /** Absolute paths, the newest first. */
  recent: z.array(z.string()).catch([]),
});

export type Kept = z.infer<typeof schema>;
export type Bounds = z.infer<typeof rectangle>;

const most = 10;

export type Keeper = {
  readonly now: Kept;
  change(changes: Partial<Kept>): void;
  /** Puts a path at the head of the recent ones. */
  noteRecent(path: string): void;
};

/** The keeper of a file; a missing or damaged one begins anew. `tell` hears why one could not be written. */
export function keeper(file: string, tell: (problem: unknown) => void = () => undefined): Keeper {
  let now = read(file);
  const change = (changes: Partial<Kept>) => {
    now = { ...now, ...changes };
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileAtomic(file, JSON.stringify(now), { mode: 0o600 });
    } catch (thrown) {
      tell(thrown);
    }
  };
  return {
    get now() {
      return now;
    },
    change,
    noteRecent: (path) =>
      change({ recent: [path, ...now.recent.filter((other) => other !== path)].slice(0, most) }),
  };
}

function read(file: string): Kept {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return schema.parse({});
  }
}

/** The bounds if a hand's width of their title bar lies on one of the screens, else only their size. */
export function visibleBounds(bounds: Bounds, screens: readonly Required<Bounds>[]): Bounds {
  const { x, y, width, height } = bounds;
  if (x === undefined || y === undefined) return { width, height };
  const seen = screens.some(
    (screen) =>
      x + width - 100 > screen.x &&
      x + 100 < screen.x + screen.width &&
      y >= screen.y - 10 &&
      y + 40 < screen.y + screen.height,
  );
  return seen ? bounds : { width, height };
}
