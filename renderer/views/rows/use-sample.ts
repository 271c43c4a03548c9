/** Up to 2,000 rows spread over a long result, for pictures that need no more to tell their shape. */
import { useEffect, useMemo, useState } from "react";
import type { Look } from "../../../core/service/look.ts";
import { useEditor } from "../../store/use-editor.ts";
import type { Source } from "../view.ts";
import { sampleWindows } from "./sample-windows.ts";

/** The rows; what the look has until they are here. `read` must be a constant function. */
export function useSample<R>(
  look: Look & { rowCount: number; rows: readonly unknown[] },
  { signature, port, path }: Source,
  read: (look: Look) => readonly R[],
): readonly R[] {
  const { services } = useEditor();
  const own = useMemo(() => read(look), [look, read]);
  const [sample, setSample] = useState<{ look: Look; rows: readonly R[] }>();
  useEffect(() => {
    if (signature === "" || look.rows.length >= look.rowCount) return;
    let gone = false;
    const ask = (window: { offset: number; limit: number }) =>
      services.engine.look({ signature, port, ...(path === undefined ? {} : { path }), ...window });
    Promise.all(sampleWindows(look.rowCount).map(ask)).then(
      (looks) => {
        if (!gone) setSample({ look, rows: looks.flatMap((part) => read(part)) });
      },
      // The rows at hand stay; the legend says how many they are.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [services, look, signature, port, path, read]);
  return sample?.look === look ? sample.rows : own;
}
