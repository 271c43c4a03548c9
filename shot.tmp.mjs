import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";
export const url = readFileSync("/tmp/serve.log","utf8").match(/http:\S+/)[0];
export async function start(w=1440,h=900,opts={}) {
  const browser = await chromium.launch({ executablePath:"/usr/bin/chromium", args:["--no-sandbox"] });
  const ctx = await browser.newContext({ viewport:{width:w,height:h}, locale: opts.locale ?? "en-US", colorScheme: opts.scheme ?? "light", reducedMotion: opts.reduced ?? "no-preference" });
  const page = await ctx.newPage();
  page.on("console", m => { if (m.type()==="error"||m.type()==="warning") console.log("CONSOLE", m.type(), m.text()); });
  page.on("pageerror", e => console.log("PAGEERROR", e.message, (e.stack||"").split("\n").slice(0,4).join("\n")));
  await page.goto(opts.url ?? url);
  return { browser, page };
}
