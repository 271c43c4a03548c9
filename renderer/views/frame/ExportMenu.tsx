/** Takes the view in front away: picture as PNG or SVG, numbers as CSV or onto the clipboard. */
import { Check, Download } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useContext, useState } from "react";
import { useColours } from "../colours.ts";
import { useViewWords } from "../words.ts";
import type { Exporter } from "./exporter.ts";
import { PassportContext } from "./passport-context.ts";
import { type Format, formatsOf, takeAway } from "./take-away.ts";

const quiet = 1600;

/** A menu with the formats that the view in front offers. */
export function ExportMenu({ exporter, title }: { exporter: Exporter; title: string }) {
  const { v, language } = useViewWords();
  const colours = useColours();
  const [formats, setFormats] = useState<readonly Format[]>([]);
  const [outcome, setOutcome] = useState<"done" | "failed">();
  const passport = useContext(PassportContext);
  const take = (format: Format) =>
    void takeAway(exporter.current, { format, title, passport: passport(title), language, colours })
      .then((went) => setOutcome(went ? "done" : undefined))
      .catch(() => setOutcome("failed"))
      .then(() => setTimeout(() => setOutcome(undefined), quiet));
  return (
    <DropdownMenu.Root onOpenChange={(open) => open && setFormats(formatsOf(exporter.current))}>
      <DropdownMenu.Trigger
        className="view-tool"
        aria-label={v("export")}
        title={v("export")}
        data-testid="view-export"
      >
        {outcome === "done" ? <Check size={13} aria-hidden /> : <Download size={13} aria-hidden />}
      </DropdownMenu.Trigger>
      <span className="visually-hidden" role="status">
        {outcome ? v(outcome === "done" ? "export.done" : "export.failed") : ""}
      </span>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="view-menu" align="end" sideOffset={4}>
          {formats.map((format) => (
            <DropdownMenu.Item
              key={format}
              className="view-menu-item"
              data-testid={`export-${format}`}
              onSelect={() => take(format)}
            >
              {v(`export.${format}`)}
            </DropdownMenu.Item>
          ))}
          {formats.length === 0 ? (
            <DropdownMenu.Item className="view-menu-item" disabled>
              {v("export.nothing")}
            </DropdownMenu.Item>
          ) : null}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
