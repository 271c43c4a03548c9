/** The CLI opens files itself; a command that asks this host for one is a mistake of ours. */
import { fail } from "../core/base/diagnostic.ts";
import type { HostService } from "../core/service/host-service.ts";

const absent = async (): Promise<never> =>
  fail("internal.unexpected", { message: "this command has no host" });

export const noHost: HostService = {
  info: absent,
  list: absent,
  examples: absent,
  upload: absent,
  open: absent,
  openExample: absent,
  create: absent,
  attach: absent,
  change: absent,
  save: absent,
  resolve: absent,
  close: absent,
  recoverable: absent,
  differences: absent,
  recover: absent,
  discard: absent,
  subscribe: () => () => undefined,
};
