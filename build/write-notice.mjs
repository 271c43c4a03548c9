/**
 * Writes into `NOTICE.md` the licences of the packages that Espalier runs with, from the lock and the packages' own words, which
 * must agree. `--check` only says whether it is fresh. A package without a licence, or with one not seen before, fails.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = join(root, "NOTICE.md");
const heading = "## Packages";

/** What each licence asks of whoever passes Espalier on, by its SPDX name; a new one is to be read before it stands here. */
const known = {
  MIT: "the copyright notice and the licence go along",
  ISC: "the copyright notice and the licence go along",
  "0BSD": "nothing",
  "BSD-2-Clause": "the copyright notice and the licence go along",
  "BSD-3-Clause": "the copyright notice and the licence go along; no endorsement by their names",
  "Apache-2.0": "the licence and the package's NOTICE file go along",
  "Apache-2.0 AND MIT": "both licences and the package's NOTICE file go along",
  "OFL-1.1": "the licence goes along; the fonts are not sold by themselves",
  "EPL-2.0 OR GPL-3.0-or-later":
    "taken under the EPL-2.0, unchanged: the licence goes along, and it is said where the source is",
};

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const shipped = Object.entries(packages)
  .filter(([path, entry]) => path !== "" && !entry.dev && !entry.devOptional)
  .map(([path, { version, license }]) => read(path, version, license));
const before = readFileSync(file, "utf8");
const text = `${before.split(`${heading}\n`)[0].trimEnd()}\n\n${section()}`;

if (process.argv[2] !== "--check") writeFileSync(file, text);
else if (text !== before) {
  console.error("NOTICE.md is stale: node build/write-notice.mjs");
  process.exitCode = 1;
}

/** A package of another platform is not installed here; the lock alone speaks for it. */
function read(path, version, license) {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  if (!Object.hasOwn(known, license ?? ""))
    throw new Error(`${name}: the licence ${license ?? "(none)"} is not among those that were read`);
  const manifest = join(root, path, "package.json");
  const own = existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")) : undefined;
  if (own && own.license !== license)
    throw new Error(`${name}: the lock says ${license}, the package ${JSON.stringify(own.license)}`);
  return { name, version, license };
}

function section() {
  const parts = Object.entries(known).flatMap(([license, asks]) => {
    const all = shipped
      .filter((one) => one.license === license)
      .map(({ name, version }) => `${name} ${version}`);
    if (all.length === 0) return [];
    return ["", `### ${license}`, "", `Asks: ${asks}.`, "", wrapped([...new Set(all)].sort().join(", "))];
  });
  return [
    heading,
    "",
    `${shipped.length} packages that Espalier needs to run, with those for other platforms (written by`,
    "`node build/write-notice.mjs` from the lock). Their source is found by name and version at the npm registry, that of",
    "elkjs at <https://github.com/kieler/elkjs>; their licences lie in `node_modules/*/LICENSE` after an install.",
    ...parts,
    "",
  ].join("\n");
}

function wrapped(text) {
  const lines = [""];
  for (const word of text.split(/(?<=,) /)) {
    const line = lines.pop();
    const longer = line === "" ? word : `${line} ${word}`;
    lines.push(...(longer.length > 110 ? [line, word] : [longer]));
  }
  return lines.join("\n");
}
