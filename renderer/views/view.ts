/**
 * What a view declares. Views are keyed by the kind of a look; several may fit one look, and the reader switches among
 * them. A view draws inside the room it is given, explains itself, and says how it is taken away.
 */
import type { ComponentType } from "react";
import type { Look, LookRequest } from "../../core/service/look.ts";
import type { Exporter } from "./frame/exporter.ts";
import type { ViewKey, ViewValues } from "./words.ts";

export type LookOf<K extends Look["kind"]> = Extract<Look, { kind: K }>;

/** Where more of a result can be asked for; an empty signature means that it is still growing. */
export type Source = Pick<LookRequest, "signature" | "port" | "path"> & {
  /** The node that made it, by path; none where that is not known. */
  readonly maker?: string;
};

export type ViewProps<L extends Look> = {
  readonly look: L;
  readonly source: Source;
  readonly title: string;
  /** Whoever draws hands in here what the export menu takes. */
  readonly exporter: Exporter;
};

/** What the reader is looking at: a sentence, and the formula behind it. */
export type Explanation = {
  readonly words: ViewKey;
  readonly values?: ViewValues;
  readonly formula?: string;
};

export type View<K extends Look["kind"]> = {
  /** Unique within its kind; remembered as the reader's choice. */
  readonly id: string;
  /** Short: it stands on the switcher. */
  readonly title: ViewKey;
  fits(look: LookOf<K>): boolean;
  /** Stands in front of earlier views of its kind until the reader chooses. */
  leads?(look: LookOf<K>): boolean;
  explain(look: LookOf<K>): Explanation;
  readonly Picture: ComponentType<ViewProps<LookOf<K>>>;
};

export type Registry = { readonly [K in Look["kind"]]: readonly View<K>[] };
