/** The browser and the served folder of a group of tests: there before the first, gone after the last. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { launch, type Served, serveFolder } from "./editor.ts";

/** Filled in before the first test; `prepare` puts files into the folder. */
export type Room = { readonly served: Served; readonly browser: Browser };

/**
 * Called where `beforeAll` would be.
 *
 * ```ts
 * const room = browserRoom();
 * it("opens", async () => openEditor(room.browser, room.served.url));
 * ```
 */
export function browserRoom(prepare?: (folder: string) => Promise<unknown>): Room {
  const room: { served?: Served; browser?: Browser } = {};
  beforeAll(async () => {
    room.served = await serveFolder();
    await prepare?.(room.served.folder);
    room.browser = await launch();
  });
  afterAll(async () => {
    await room.browser?.close();
    await room.served?.stop();
  });
  // Whole once a test asks.
  return room as Room;
}

/** The same with a server and folder of its own for each test: what a page leaves unsaved is offered to the next one, in a dialog. */
export function freshRoom(): Room {
  const room: { served?: Served; browser?: Browser } = {};
  beforeAll(async () => {
    room.browser = await launch();
  });
  afterAll(() => room.browser?.close());
  beforeEach(async () => {
    room.served = await serveFolder();
  });
  afterEach(async () => {
    // A failed test leaves its page open, which would go on asking a server that is gone.
    for (const context of room.browser?.contexts() ?? []) await context.close();
    await room.served?.stop();
  });
  return room as Room;
}
