/**
 * Pictures of the editor to look at before a release: every example, view, panel, dialog and state, in both themes and
 * languages at 1440 × 900, the main ones at 1024 × 768 too. They go to `.cache/screenshots`, outside git.
 *
 * ```sh
 * npm run screenshots                                   # all of them
 * npm run screenshots -- --only views --lang zh --theme dark --size 1440 residuals
 * npm run screenshots -- --guide                        # the pictures of the user guide, into docs/pictures
 * ```
 *
 * `--only` takes one of panels, states, examples, views, start; a bare word takes the scenes whose name contains it.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { browserEnvironment } from "./browser.mjs";
import { ensure } from "./parts.mjs";
import { guideFiles, guideScenes } from "./scenes/guide.mjs";
import { files, scenes } from "./scenes/scenes.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: wanted, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    theme: { type: "string" },
    lang: { type: "string" },
    size: { type: "string" },
    jobs: { type: "string", default: "2" },
    guide: { type: "boolean", default: false },
  },
});
const out = wanted.guide ? join(root, "docs", "pictures") : join(root, ".cache", "screenshots");
const locales = { en: "en-US", zh: "zh-CN" };
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
];
const guideSize = { width: 1200, height: 750 };

ensure(["packages", "node", "page"]);
const { chromium } = await import("playwright-core");
Object.assign(process.env, browserEnvironment());
mkdirSync(out, { recursive: true });

const visits = planned();
const failures = [];
let taken = 0;
const place = mkdtempSync(join(tmpdir(), "espalier-pictures-"));
const folder = join(place, "Espalier");
mkdirSync(folder);
for (const [name, content] of Object.entries(wanted.guide ? guideFiles : files)) {
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
}
const { server, url } = await serve();
const browser = await chromium.launch({
  executablePath: process.env.ESPALIER_CHROMIUM,
  args: ["--no-sandbox"],
});
try {
  await Promise.all(Array.from({ length: Number(wanted.jobs) }, work));
} finally {
  await browser.close();
  const ended = new Promise((done) => server.once("exit", done));
  server.kill();
  await ended;
  rmSync(place, { recursive: true, force: true });
}
console.log(`${taken} pictures in ${out}`);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

/** One visit a scene, language and size: both themes are taken of the same page. */
function planned() {
  const of = (value, all) => (value === undefined ? all : all.filter((one) => one === value));
  const chosen = (wanted.guide ? guideScenes : scenes).filter(
    ({ name, kind }) =>
      (wanted.only === undefined || kind === wanted.only) &&
      (positionals.length === 0 || positionals.some((word) => name.includes(word))),
  );
  const themes = of(wanted.theme, wanted.guide ? ["light"] : ["light", "dark"]);
  return of(wanted.lang, ["en", "zh"]).flatMap((lang) =>
    (wanted.guide ? [guideSize] : sizes).flatMap((size) =>
      chosen
        .filter(({ small }) => small || size.width !== 1024)
        .filter(() => wanted.size === undefined || String(size.width) === wanted.size)
        .map((scene) => ({ scene, lang, size, themes })),
    ),
  );
}

async function work() {
  for (let visit = visits.shift(); visit; visit = visits.shift()) await take(visit);
}

/** A scene that cannot be set is said and the others go on. */
async function take({ scene, lang, size, themes }) {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: themes[0],
    locale: locales[lang],
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  page.on("pageerror", (error) => failures.push(`${scene.name} ${lang}: ${error.message}`));
  try {
    await page.goto(`${url}&${scene.file ? `file=${scene.file}` : `example=${scene.example}`}`);
    await page.getByTestId("canvas").waitFor();
    await page.locator(".react-flow__node").first().waitFor();
    // What an earlier scene left unsaved is offered for recovery: seldom what a picture is about.
    if (!scene.keepsOffer && (await page.getByTestId("recovery-show").first().isVisible()))
      await page.keyboard.press("Escape");
    await scene.set(page);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await page.waitForTimeout(350);
      const picture = await page.screenshot();
      const [name, bytes] = wanted.guide
        ? [`guide-${scene.name}-${lang}.webp`, await asWebp(context, picture)]
        : [`${scene.name}-${theme}-${lang}-${size.width}.png`, picture];
      writeFileSync(join(out, name), bytes);
      taken++;
    }
    await scene.after?.(page);
  } catch (thrown) {
    failures.push(`${scene.name} ${lang} ${size.width}: ${String(thrown).split("\n").slice(0, 4).join(" ")}`);
  } finally {
    await context.close();
  }
}

/** A fourth of what PNG takes; the browser is the encoder. */
async function asWebp(context, picture) {
  const page = await context.newPage();
  const address = await page.evaluate(
    async (png) => {
      const image = new Image();
      image.src = png;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext("2d").drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.82 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    },
    `data:image/png;base64,${picture.toString("base64")}`,
  );
  await page.close();
  return Buffer.from(address, "base64");
}

/** The server as a user would start it, on a folder, store and data of its own. */
async function serve() {
  const child = spawn(
    process.execPath,
    [join(root, "build", "bootstrap.mjs"), "start", folder, "--port", "0", "--no-open"],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, ESPALIER_STORE: join(place, "store"), ESPALIER_DATA: join(place, "data") },
    },
  );
  const found = await new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += String(chunk);
      const printed = /http:\/\/\S+/.exec(text)?.[0];
      if (printed !== undefined) resolve(printed);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { server: child, url: found };
}
