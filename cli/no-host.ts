/** The CLI opens files itself; a command that asks this host for one is a mistake of ours. */
import { fail } from "../core/base/diagnostic.ts";
import type { HostService } from "../core/service/host-service.ts";

const absent = async (): Promise<never> =>
  fail("internal.unexpected", { message: "this command has no host" });

export const noHost: HostService = {
  info: absent,
  list: absent,
  open: absent,
  save: absent,
  examples: absent,
  openExample: absent,
};
