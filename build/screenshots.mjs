/**
 * Pictures of the editor to look at before a release: every example, every panel, dialog and state, in both themes and
 * languages at 1440 × 900, and the window at 1024 × 768. They go to `.cache/screenshots`, outside git. A name on the
 * command line takes only the scenes whose name contains it. `npm run screenshots`
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { browserEnvironment } from "./browser.mjs";
import { ensure } from "./parts.mjs";
import { scenes } from "./scenes.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, ".cache", "screenshots");
const only = process.argv[2] ?? "";

ensure(["packages", "node", "page"]);
const { chromium } = await import("playwright-core");
Object.assign(process.env, browserEnvironment());
if (only === "") rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const folder = mkdtempSync(join(tmpdir(), "espalier-pictures-"));
const server = spawn(
  process.execPath,
  [join(root, "build", "bootstrap.mjs"), "start", folder, "--port", "0", "--no-open"],
  {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ESPALIER_STORE: join(folder, ".store"), ESPALIER_DATA: join(folder, ".data") },
  },
);
const url = await new Promise((found, failed) => {
  let text = "";
  server.stdout.on("data", (chunk) => {
    text += String(chunk);
    const printed = /http:\/\/\S+/.exec(text)?.[0];
    if (printed !== undefined) found(printed);
  });
  server.once("exit", (code) => failed(new Error(`the server ended with ${code}`)));
});

const looks = [
  { theme: "light", locale: "en-US", width: 1440, height: 900 },
  { theme: "dark", locale: "en-US", width: 1440, height: 900 },
  { theme: "light", locale: "zh-CN", width: 1440, height: 900 },
  { theme: "dark", locale: "zh-CN", width: 1440, height: 900 },
  { theme: "light", locale: "en-US", width: 1024, height: 768 },
  { theme: "dark", locale: "zh-CN", width: 1024, height: 768 },
];
const failures = [];
const browser = await chromium.launch({
  executablePath: process.env.ESPALIER_CHROMIUM,
  args: ["--no-sandbox"],
});
try {
  for (const look of looks) {
    const small = look.width < 1200;
    for (const scene of scenes) {
      if (!scene.name.includes(only) || (small && !scene.small)) continue;
      await take(scene, look);
    }
  }
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${readdirSync(out).length} pictures in ${out}`);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

/** One picture; a scene that cannot be set is said and the others go on. */
async function take({ name, example, set }, { theme, locale, width, height }) {
  const file = `${name}-${theme}-${locale.slice(0, 2)}-${width}.png`;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => failures.push(`${file}: ${error.message}`));
  try {
    await page.goto(`${url}&example=${example}`);
    await page.getByTestId("canvas").waitFor();
    await page.locator(".react-flow__node").first().waitFor();
    // What an earlier scene left unsaved is offered for recovery: not what this picture is about.
    if (await page.getByRole("dialog").isVisible()) await page.keyboard.press("Escape");
    await set(page);
    await page.waitForTimeout(350);
    await page.screenshot({ path: join(out, file) });
  } catch (thrown) {
    failures.push(`${file}: ${String(thrown).split("\n")[0]}`);
  } finally {
    await context.close();
  }
}
