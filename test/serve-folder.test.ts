/** What `serve` says of the folder that it is given, and that the next server of a folder is found where the last was. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { espalier } from "./support/cli.ts";
import { serveHost } from "./support/served-host.ts";
import { tempFolder } from "./support/temp.ts";

const told = (args: readonly string[]) =>
  espalier(["serve", ...args, "--port", "0", "--no-open"], {
    onOut: (text, child) => {
      if (text.includes("Ctrl-C")) child.kill("SIGTERM");
    },
  });

describe("serve", () => {
  it("says that it made a folder, and is silent about one that was there", async () => {
    const folder = join(tempFolder(), "new");
    expect((await told([folder])).out).toContain(`Folder: ${folder} (made)`);
    const { out, code } = await told([folder]);
    expect(out).toContain(`Folder: ${folder}   End`);
    expect(code).toBe(0);
  });

  it("makes no folder inside one that is not there", async () => {
    const above = join(tempFolder(), "nope");
    const { code, err } = await told([join(above, "deeper")]);
    expect(code).toBe(2);
    expect(err).toContain(above);
    expect(existsSync(above)).toBe(false);
  });

  it("keeps token and port of a folder, so that a page finds the next server", async () => {
    const [folder, data] = [tempFolder(), tempFolder()];
    const first = await serveHost(folder, data);
    const services = await first.connect();
    const back = new Promise<string>((done) => {
      services.onConnection((state) => {
        if (state === "open") done(state);
      });
    });
    await first.kill();
    const next = await serveHost(folder, data, { port: first.port });
    expect(await back).toBe("open");
    expect((await services.host.info()).folder).toBe(folder.split("/").pop());
    services.close();
    await next.stop();
    const other = await serveHost(tempFolder(), data);
    expect(other.token).not.toBe(first.token);
    await other.stop();
  });
});
