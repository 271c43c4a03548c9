/** Rows that could not be fetched: said where they should stand, with the way out. */
import { Button } from "../../parts/Button.tsx";
import { useViewWords } from "../words.ts";

/** A strip over the foot of the rows. */
export function Retry({ again }: { again: () => void }) {
  const { v } = useViewWords();
  return (
    <div className="rows-failed" role="alert">
      <span>{v("rows.failed")}</span>
      <Button onClick={again}>{v("rows.retry")}</Button>
    </div>
  );
}
