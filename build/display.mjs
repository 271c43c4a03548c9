/** A display for windows under test, and what a window needs of the machine. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const debian =
  "xvfb xauth libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 libnotify4 libsecret-1-0 libatspi2.0-0";
const isRoot = process.getuid?.() === 0;

/** Libraries and display are looked for, and installed where one may. */
export function whyNoWindowHere({ program, folder }, alsoRead = []) {
  if (process.platform !== "linux") return undefined;
  const lacks = () =>
    !existsSync("/usr/bin/Xvfb") ||
    /not found/.test(spawnSync("ldd", [program], { encoding: "utf8" }).stdout);
  if (lacks() && isRoot) {
    console.error("Installing a display and libraries (apt-get) …");
    const quiet = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    spawnSync("apt-get", ["update", "-qq"], quiet);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...debian.split(" ")], quiet);
  }
  if (lacks()) return `libraries are missing: apt-get install ${debian}`;
  // As root Chromium's sandbox does not work: the window runs as nobody, who must be able to read it all.
  if (!isRoot) return undefined;
  const nobody = ["--reuid", "65534", "--regid", "65534", "--clear-groups"];
  const reads = (file) => spawnSync("setpriv", [...nobody, "test", "-r", file]).status === 0;
  const unread = [...alsoRead, folder, program, process.execPath].find((file) => !reads(file));
  return unread && `run as root, and nobody else can read ${unread}`;
}

/** A display of its own, at a number that is free; `name` is what DISPLAY must be. */
export function startDisplay(more = []) {
  const child = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1440x900x24", "-ac", ...more], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const name = new Promise((resolve, reject) => {
    child.stdio[3].once("data", (number) => resolve(`:${String(number).trim()}`));
    child.once("exit", () => reject(new Error("Xvfb ended")));
  });
  return { name, end: () => child.kill() };
}
