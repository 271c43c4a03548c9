/** The program that Electron starts: hands Electron to the shell. */
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as electron from "electron";
import { placesFrom } from "./places.ts";
import { startShell } from "./shell.ts";

const { app } = electron;
app.setName("Espalier");
const places = placesFrom({
  here: dirname(fileURLToPath(import.meta.url)),
  resources: process.resourcesPath,
  packed: app.isPackaged,
  version: app.getVersion(),
});
app.setPath("userData", join(places.data, "chromium"));
const { first, whenOpen } = startShell({
  electron,
  places,
  home: process.env.ESPALIER_FOLDER ?? join(homedir(), "Espalier"),
  argv: process.argv,
  standing: process.env.INIT_CWD ?? process.cwd(),
});
// Whoever started the program learns by this line that there is a window.
if (first) void whenOpen.then(() => console.log("Espalier is open in a window."));
