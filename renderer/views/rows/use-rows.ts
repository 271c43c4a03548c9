/** The rows of a table or of predictions, fetched in pages from the engine as they are scrolled to. */
import { useMemo, useSyncExternalStore } from "react";
import type { Look } from "../../../core/service/look.ts";
import type { RowOrder } from "../../../core/service/look-detail.ts";
import { useEditor } from "../../store/use-editor.ts";
import type { Source } from "../view.ts";
import { createRowPages, type RowPage, type RowPages } from "./row-pages.ts";

/**
 * Pages that begin with the rows of `look`, which stand in `order` where there is one. `read` must be a constant: it takes the
 * rows out of a look of the same kind.
 */
export function useRows<L extends Look, Row>(
  look: L,
  source: Source,
  read: (look: Look) => RowPage<Row>,
  order?: RowOrder,
): RowPages<Row> {
  const { services } = useEditor();
  const { signature, port, path } = source;
  const pages = useMemo(() => {
    const fetch = async (offset: number, limit: number) =>
      read(
        await services.engine.look({
          signature,
          port,
          ...(path === undefined ? {} : { path }),
          offset,
          limit,
          ...(order ? { detail: { of: "order", ...order } } : {}),
        }),
      );
    return createRowPages(read(look), signature === "" ? undefined : fetch);
  }, [look, services, signature, port, path, read, order]);
  useSyncExternalStore(pages.subscribe, pages.version, pages.version);
  return pages;
}
