import { chromium } from "playwright-core";
import { url } from "./shot.tmp.mjs";
const browser = await chromium.launch({ executablePath:"/usr/bin/chromium", args:["--no-sandbox"] });
const page = await browser.newPage();
page.on("websocket", ws => { console.log("WS", ws.url()); ws.on("framesent", f=>console.log(">", String(f.payload).slice(0,300))); ws.on("framereceived", f=>console.log("<", String(f.payload).slice(0,300))); ws.on("close",()=>console.log("closed")); ws.on("socketerror",e=>console.log("err",e)); });
page.on("console", m => console.log("CONSOLE", m.type(), m.text()));
page.on("pageerror", e => console.log("PAGEERROR", e.message));
await page.goto(url); await page.waitForTimeout(2500); await browser.close();
