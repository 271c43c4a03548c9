/**
 * The shell for the runtime of tests (Electron 22, Node 16): what that lacks is put beside Electron here, so that the product's
 * code stays as it is for the current one.
 */
import { homedir } from "node:os";
import { join } from "node:path";
import * as electron from "electron";
import { placesFrom } from "../../electron/places.ts";
import { startShell } from "../../electron/shell.ts";
import { handleByStreams, older } from "./older-runtime.ts";

declare const __dirname: string;

older();
const { app } = electron;
app.setName("Espalier");
const places = placesFrom({
  here: __dirname,
  resources: process.resourcesPath,
  packed: app.isPackaged,
  version: app.getVersion(),
});
app.setPath("userData", join(places.data, "chromium"));
const adapted = Object.create(electron, { protocol: { value: handleByStreams(electron.protocol) } });
// Playwright's loader is asked for by `-r FILE` before the app's folder.
const argv = process.argv.filter((argument, at, all) => argument !== "-r" && all[at - 1] !== "-r");
const { first, whenOpen } = startShell({
  electron: adapted,
  places,
  home: process.env.ESPALIER_FOLDER ?? join(homedir(), "Espalier"),
  argv,
  standing: process.env.INIT_CWD ?? process.cwd(),
});
if (first) void whenOpen.then(() => console.log("Espalier is open in a window."));
