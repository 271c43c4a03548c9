/** Takes the view in front away: picture as PNG or SVG, numbers as CSV or onto the clipboard. */
import { Check, Download } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useContext, useState } from "react";
import { csvOf, fileName, tsvOf } from "../csv.ts";
import { allRows } from "../rows/all-rows.ts";
import { useViewWords } from "../words.ts";
import { withFonts } from "./embed-fonts.ts";
import type { Exporter, Takeaway } from "./exporter.ts";
import { saveLong } from "./long-export.ts";
import { type Passport, signPng, signSvg } from "./passport.ts";
import { PassportContext } from "./passport-context.ts";
import { pngOf, saveFile } from "./save.ts";

type Format = "png" | "svg" | "csv" | "copy";

const quiet = 1600;

/** A menu with the formats that the view in front offers. */
export function ExportMenu({ exporter, title }: { exporter: Exporter; title: string }) {
  const { v } = useViewWords();
  const [formats, setFormats] = useState<readonly Format[]>([]);
  const [outcome, setOutcome] = useState<"done" | "failed">();
  const passport = useContext(PassportContext);
  const take = (format: Format) =>
    void takeAway(exporter.current, format, title, passport(title))
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

/** More than a clipboard is good for. */
const mostCopied = 100_000;

function formatsOf({ svg, sheet, long }: Takeaway): readonly Format[] {
  const copied = sheet !== undefined || (long !== undefined && long.count <= mostCopied);
  return [
    ...(svg ? (["png", "svg"] as const) : []),
    ...(sheet || long ? (["csv"] as const) : []),
    ...(copied ? (["copy"] as const) : []),
  ];
}

/** A picture goes with its passport, where there is one. Answers whether it went, or was given up. */
async function takeAway(
  { svg, sheet, long }: Takeaway,
  format: Format,
  title: string,
  passport: Passport | undefined,
): Promise<boolean> {
  if (format === "csv" && long) return (await saveLong(fileName(title, "csv"), long)) === "saved";
  if (format === "copy" && long) {
    const rows = await allRows(long.count, long.fetch);
    await navigator.clipboard.writeText(tsvOf({ head: long.head, rows }));
  }
  if (format === "svg" && svg) {
    const picture = await withFonts(await svg());
    saveFile(fileName(title, "svg"), passport ? signSvg(picture, passport) : picture, "image/svg+xml");
  }
  if (format === "png" && svg) {
    const picture = new Uint8Array(await (await pngOf(await withFonts(await svg()))).arrayBuffer());
    const signed = passport ? await signPng(picture, passport) : picture;
    saveFile(fileName(title, "png"), signed as BlobPart, "image/png");
  }
  if (format === "csv" && sheet)
    saveFile(fileName(title, "csv"), csvOf(await sheet()), "text/csv;charset=utf-8");
  if (format === "copy" && sheet) await navigator.clipboard.writeText(tsvOf(await sheet()));
  return true;
}
