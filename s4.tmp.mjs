import { start } from "./shot.tmp.mjs";
const {browser,page} = await start();
await page.waitForSelector('[data-testid=run]'); await page.waitForTimeout(600);
await page.keyboard.press("Alt+n"); await page.waitForTimeout(500);
await page.screenshot({path:"/tmp/shots/c0.png"});
async function drag(type,x,y){ await page.locator(`[data-testid="palette-item-${type}"]`).dragTo(page.locator('.react-flow__pane'),{targetPosition:{x,y}}); await page.waitForTimeout(150);}
await drag("data.example",60,60); await drag("prepare.split",320,60); await drag("learner.stump",60,300); await drag("booster.adaboost",320,300);
await drag("evaluate.fit",580,200);
const ids = await page.$$eval('[data-card]', es=>es.map(e=>e.dataset.card)); console.log(ids);
async function wire(a,b,steps=8,drop=true){ const A=await page.locator(`[data-testid="port-${a}"]`).boundingBox(), B=await page.locator(`[data-testid="port-${b}"]`).boundingBox();
 await page.mouse.move(A.x+A.width/2,A.y+A.height/2); await page.mouse.down(); await page.mouse.move(B.x+B.width/2,B.y+B.height/2,{steps}); await page.waitForTimeout(80); if(drop){await page.mouse.up(); await page.waitForTimeout(120);} }
const [ex,sp,st,ad,fi]=ids;
await wire(`${ex}-out-table`.replace('table','table'),`${sp}-in-table`).catch(async e=>{console.log(e.message.slice(0,200)); console.log(await page.$$eval('[data-testid^=port-]',es=>es.map(e=>e.dataset.testid)))});
console.log(await page.$$eval('[data-testid^=port-]',es=>es.map(e=>e.dataset.testid)));
await wire(`${st}-out-learner`,`${sp}-in-table`,8,false); await page.screenshot({path:"/tmp/shots/c1.png"}); await page.mouse.up();
await wire(`${st}-out-learner`,`${ad}-in-learner`);
await page.waitForTimeout(200);
// drop adaboost on fit card's title
{ const A=await page.locator(`[data-testid="port-${ad}-out-learner"]`).boundingBox(), B=await page.locator(`[data-testid="card-${fi}"]`).boundingBox();
 await page.mouse.move(A.x+5,A.y+5); await page.mouse.down(); await page.mouse.move(B.x+90,B.y+15,{steps:6}); await page.waitForTimeout(80); await page.screenshot({path:"/tmp/shots/c2.png"}); await page.mouse.up(); await page.waitForTimeout(200);}
// drop split train on nothing
{ const A=await page.locator(`[data-testid="port-${sp}-out-test"]`).boundingBox(); 
 await page.mouse.move(A.x+5,A.y+5); await page.mouse.down(); await page.mouse.move(A.x+300,A.y-20,{steps:6}); await page.mouse.up(); await page.waitForTimeout(400); await page.screenshot({path:"/tmp/shots/c3.png"}); await page.keyboard.press("Enter"); await page.waitForTimeout(400);}
console.log(await page.$$eval('[data-testid^=wire-]',es=>es.map(e=>e.dataset.testid)));
await page.click('[data-testid=dock-tab-problems]'); await page.waitForTimeout(300);
await page.screenshot({path:"/tmp/shots/c4.png"});
// delete AdaBoost with rejoin
await page.click(`[data-testid="card-${ad}"]`,{position:{x:60,y:12}}); await page.keyboard.press("Delete"); await page.waitForTimeout(300);
console.log(await page.$$eval('[data-testid^=wire-]',es=>es.map(e=>e.dataset.testid)));
await page.keyboard.press("Control+z"); await page.waitForTimeout(200);
console.log(await page.$$eval('[data-card]', es=>es.map(e=>e.dataset.card)));
await page.keyboard.press("Control+s"); await page.waitForTimeout(400); await page.screenshot({path:"/tmp/shots/c5.png"});
await page.fill('[data-testid=save-path]','try one'); await page.click('[data-testid=save-go]'); await page.waitForTimeout(500);
if (await page.locator('[data-testid=save-go]').count()) { await page.screenshot({path:"/tmp/shots/c5b.png"}); await page.click('[data-testid=save-go]'); await page.waitForTimeout(500);}
console.log(page.url(), await page.textContent('[data-testid=saved]'));
// double click pane
await page.reload(); await page.waitForSelector('[data-card]'); await page.waitForTimeout(600);
await page.mouse.dblclick(600,560); await page.waitForTimeout(300); await page.screenshot({path:"/tmp/shots/c6.png"});
await page.keyboard.press("Escape");
await page.keyboard.press("?"); await page.waitForTimeout(300); await page.screenshot({path:"/tmp/shots/c7.png"});
await browser.close();
