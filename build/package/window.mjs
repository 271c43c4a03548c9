/** Starts the packed program from its folder on a display of its own, as a person would, and looks at what is shown. */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startDisplay, whyNoWindowHere } from "../display.mjs";
import { coloursOf, pngOf, readScreen } from "./screen.mjs";

const said = "Espalier is open in a window.";
const patienceMs = 60_000;
/** A page with cards, thumbnails and text has hundreds of colours; a blank window two. */
const fewest = 150;
const isRoot = process.getuid?.() === 0;

/** Answers what was seen; throws where there is no window. The picture lies in `place/window.png`. */
export async function showWindow(packed, place) {
  if (process.platform !== "linux") return "not looked at: only Linux has a display of its own";
  const program = join(packed, "espalier");
  const why = whyNoWindowHere({ program, folder: packed }, [join(packed, "resources", "app.asar")]);
  if (why !== undefined) throw new Error(why);
  const home = mkdtempSync(join(tmpdir(), "espalier-packed-"));
  const frame = join(home, "frame");
  for (const name of ["work", "frame"]) mkdirSync(join(home, name));
  const graph = join(home, "work", "adaboost.espalier");
  cpSync(join(packed, "resources", "engine", "examples", "adaboost.espalier"), graph);
  if (isRoot) execFileSync("chown", ["-R", "65534:65534", home]);
  const display = startDisplay(["-fbdir", frame]);
  const environment = { PATH: process.env.PATH ?? "", HOME: home, XDG_RUNTIME_DIR: home, LANG: "C.UTF-8" };
  const asNobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"];
  const [first, ...rest] = [...(isRoot ? asNobody : []), program, graph];
  const child = spawn(first, rest, {
    cwd: packed,
    env: { ...environment, DISPLAY: await display.name },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  try {
    await opened(child);
    const screen = await settled(frame);
    writeFileSync(join(place, "window.png"), pngOf(screen));
    const colours = coloursOf(screen);
    if (colours < fewest) throw new Error(`it stays empty: ${colours} colours`);
    return `${screen.width} × ${screen.height}, ${colours} colours, ${join(place, "window.png")}`;
  } finally {
    // The whole group: the program, its helpers, the engine.
    process.kill(-child.pid, "SIGKILL");
    display.end();
    await pause(500);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function opened(child) {
  return new Promise((resolve, reject) => {
    let words = "";
    const hear = (text) => {
      words += text;
      if (words.includes(said)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`it ended with ${code}: ${words.slice(-400)}`)));
    setTimeout(() => reject(new Error(`no window in time: ${words.slice(-400)}`)), patienceMs).unref();
  });
}

/** What the display shows once it stays the same for three looks, or when patience ends. */
async function settled(frame) {
  const look = () => readScreen(readFileSync(join(frame, readdirSync(frame)[0])));
  let before = look();
  let same = 0;
  for (const until = Date.now() + patienceMs / 2; Date.now() < until && same < 3; ) {
    await pause(1000);
    const now = look();
    same = now.rgb.equals(before.rgb) && coloursOf(now) >= fewest ? same + 1 : 0;
    before = now;
  }
  return before;
}
