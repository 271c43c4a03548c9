/** Files that are being written, with how far they are and a way to give them up. Quick ones are never seen. */
import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useWords } from "../store/use-editor.ts";
import { type LongExport, useLongExports } from "../views/frame/long-export.ts";
import { Button } from "./Button.tsx";

const seenAfter = 400;

/** At the foot of the window, among the notices. */
export function Exports() {
  return useLongExports().map((one) => <Export key={one.id} {...one} />);
}

function Export({ name, done, count, giveUp }: LongExport) {
  const { t } = useWords();
  const [seen, see] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => see(true), seenAfter);
    return () => clearTimeout(timer);
  }, []);
  if (!seen) return null;
  return (
    <div className="notice notice-export" data-testid="export-progress" data-done={done}>
      <div>
        <p>{t("export.writing", { name })}</p>
        <progress max={count} value={done} aria-label={t("export.writing", { name })} />
      </div>
      {/* Not read out at every step: the progress says it to who asks. */}
      <span className="num dim" aria-hidden>
        {t("export.share", { share: Math.floor((100 * done) / Math.max(1, count)) })}
      </span>
      <Button
        look="ghost"
        aria-label={t("export.giveUp", { name })}
        title={t("export.giveUp", { name })}
        onClick={giveUp}
      >
        <X size={13} aria-hidden />
      </Button>
    </div>
  );
}
