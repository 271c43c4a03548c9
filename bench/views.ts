/** Views of results at the sizes that they are held to, in a real Chromium: each file of `views-*.ts` is one of them. */
import { launch, serveFolder } from "../test/browser/editor.ts";
import type { Bench, Measured } from "./bench.ts";
import { pagesOf } from "./views-page.ts";
import { measureScatter } from "./views-scatter.ts";
import { measureSelection } from "./views-selection.ts";
import { measureTable } from "./views-table.ts";
import { measureTree } from "./views-tree.ts";

export const viewsBench: Bench = {
  name: "views",
  about:
    "100,000 points moved, 100,000 rows selected in five views, a table of 1,000,000 rows scrolled, a tree of 1,000 nodes opened",
  async run(log) {
    const finder = (await import(new URL("../build/browser.mjs", import.meta.url).href)) as {
      browserEnvironment(): Record<string, string>;
    };
    Object.assign(process.env, finder.browserEnvironment());
    const served = await serveFolder();
    const browser = await launch();
    try {
      const { open, check } = pagesOf(browser, served);
      const rows: Measured[] = [];
      for (const measure of [measureScatter, measureTable, measureTree, measureSelection])
        rows.push(...(await measure(open, log)));
      check();
      return rows;
    } finally {
      await browser.close();
      await served.stop();
    }
  },
};
