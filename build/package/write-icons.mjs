/**
 * `npm run icons`: every size of the product's icon from `build/icons/espalier.svg`, drawn by a browser, and the two files that
 * Windows and macOS want. The pictures are kept in the repository: packing needs no browser.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { browserEnvironment } from "../browser.mjs";

const icons = join(dirname(dirname(fileURLToPath(import.meta.url))), "icons");
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const inIco = [16, 24, 32, 48, 64, 128, 256];
/** Apple's names of the sizes; the second of a size is for screens of double density. */
const inIcns = [
  ["icp4", 16],
  ["icp5", 32],
  ["ic11", 32],
  ["ic12", 64],
  ["ic07", 128],
  ["ic13", 256],
  ["ic08", 256],
  ["ic14", 512],
  ["ic09", 512],
  ["ic10", 1024],
];

const pictures = await drawAll(readFileSync(join(icons, "espalier.svg"), "utf8"));
for (const [size, png] of pictures) writeFileSync(join(icons, `${size}.png`), png);
writeFileSync(join(icons, "icon.ico"), ico());
writeFileSync(join(icons, "icon.icns"), icns());

async function drawAll(svg) {
  const { ESPALIER_CHROMIUM: executablePath, ...env } = browserEnvironment();
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox"],
    env: { ...process.env, ...env },
  });
  const page = await browser.newPage();
  const drawn = new Map();
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    drawn.set(size, await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
  return drawn;
}

/** A directory of 16-byte entries, then the pictures as they are. A side of 256 is written as 0. */
function ico() {
  const head = Buffer.alloc(6 + 16 * inIco.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(inIco.length, 4);
  let at = head.length;
  for (const [i, size] of inIco.entries()) {
    const entry = 6 + 16 * i;
    const { length } = pictures.get(size);
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += length;
  }
  return Buffer.concat([head, ...inIco.map((size) => pictures.get(size))]);
}

/** `icns`, the whole length, then a name, a length and a picture for each. */
function icns() {
  const chunk = (name, content) => {
    const head = Buffer.alloc(8);
    head.write(name, "latin1");
    head.writeUInt32BE(content.length + 8, 4);
    return Buffer.concat([head, content]);
  };
  return chunk("icns", Buffer.concat(inIcns.map(([name, size]) => chunk(name, pictures.get(size)))));
}
