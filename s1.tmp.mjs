import { start } from "./shot.tmp.mjs";
const {browser,page} = await start();
await page.waitForTimeout(1800);
await page.screenshot({path:"/tmp/shots/a1.png"});
await page.click('[data-testid=run]');
await page.waitForTimeout(2500);
await page.screenshot({path:"/tmp/shots/a2.png"});
console.log(await page.evaluate(()=>location.href));
await browser.close();
