/** A result in the whole window: Escape gives it back, the arrows of its head go on to the next one. */
import { ChevronLeft, ChevronRight, Minimize2 } from "lucide-react";
import { Dialog } from "radix-ui";
import { Button } from "../parts/Button.tsx";
import { enlarge, firstPanel } from "../store/enlarge.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import "./large-result.css";
import { ResultPanel } from "./ResultPanel.tsx";
import type { Panel } from "./results.ts";

/** Nothing while no panel is large. */
export function LargeResult({ panels }: { panels: readonly Panel[] }) {
  const editor = useEditor();
  const { t } = useWords();
  const key = useEditorState((state) => state.enlarged);
  const at = key === firstPanel ? 0 : panels.findIndex((panel) => panel.key === key);
  const panel = panels[at];
  if (!panel) return null;
  const step = (by: number) => enlarge(editor, panels[(at + by + panels.length) % panels.length]?.key);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && enlarge(editor, undefined)}>
      <Dialog.Portal>
        <Dialog.Overlay className="large-veil" />
        <Dialog.Content className="large-result" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">{t("results.large")}</Dialog.Title>
          <div className="large-tools">
            {panels.length > 1 ? (
              <>
                <Button
                  look="ghost"
                  aria-label={t("results.before")}
                  title={t("results.before")}
                  onClick={() => step(-1)}
                >
                  <ChevronLeft size={15} aria-hidden />
                </Button>
                <span className="dim num">
                  {at + 1} / {panels.length}
                </span>
                <Button
                  look="ghost"
                  aria-label={t("results.next")}
                  title={t("results.next")}
                  data-testid="large-next"
                  onClick={() => step(1)}
                >
                  <ChevronRight size={15} aria-hidden />
                </Button>
              </>
            ) : null}
            <Dialog.Close
              className="button button-ghost"
              aria-label={t("results.restore")}
              title={t("results.restore")}
            >
              <Minimize2 size={15} aria-hidden />
            </Dialog.Close>
          </div>
          <ResultPanel key={panel.key} panel={panel} in="large" />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
