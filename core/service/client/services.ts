/** What a page or a CLI holds once it is connected: the two services and the life of the line between. */
import type { EngineService } from "../engine-service.ts";
import type { HostService } from "../host-service.ts";

export type Services = {
  readonly engine: EngineService;
  readonly host: HostService;
  /** Told `closed` when the line breaks and `open` when it is back; returns the unsubscriber. */
  onConnection(listener: (state: "open" | "closed") => void): () => void;
  close(): void;
};
