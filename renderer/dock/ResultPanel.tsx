/** One result: whose it is, how fresh, and its view. */
import { ExternalLink, Maximize2, Pin, PinOff } from "lucide-react";
import { lazy, Suspense, useMemo, useRef } from "react";
import type { Look } from "../../core/service/look.ts";
import { wordDiagnostic } from "../../core/words/word.ts";
import { Button } from "../parts/Button.tsx";
import { popOut } from "../popped/pop-out.ts";
import { recordAt } from "../store/seen.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { useLook } from "../store/use-look.ts";
import { type Panel, panelOf } from "./results.ts";
import { SelectedHere } from "./SelectedHere.tsx";

// Nothing of it is needed before there is a result.
const ResultView = lazy(async () => ({ default: (await import("../views/registry.tsx")).ResultView }));

type ResultPanelProps = {
  panel: Panel;
  /** Where it stands: beside others in the dock, over the whole window, or in a window of its own. */
  in: "dock" | "large" | "window";
  enlarge?: () => void;
};

const names = { dock: "result", large: "large", window: "popped" } as const;

/** The panel. */
export function ResultPanel({ panel, enlarge, in: where }: ResultPanelProps) {
  const { t, local, language } = useWords();
  const editor = useEditor();
  const { looks } = editor;
  const record = useEditorState((state) => recordAt(state, panel.node));
  const descriptor = useEditorState((state) => state.descriptors.get(record?.type ?? ""));
  const maker = useEditorState((state) => state.known.get(recordAt(state, panel.maker)?.type ?? ""));
  const live = useEditorState((state) => panelOf(state, panel.key)?.preview);
  const { answer: fetched, error, loading } = useLook(live ? undefined : panel.source);
  const { signature = "", port: from = panel.port, path } = panel.source ?? {};
  const source = useMemo(
    () => ({ signature, port: from, maker: panel.maker, ...(path === undefined ? {} : { path }) }),
    [signature, from, path, panel.maker],
  );
  // Also what grew: it stays until its result is fetched, on the same canvas.
  const last = useRef<Look>(undefined);
  const newest = live ?? fetched;
  if (newest) last.current = newest;
  const look = newest ?? (error || !panel.source ? undefined : last.current);
  const node = record?.title ?? (descriptor ? local(descriptor.title) : panel.node);
  const port = maker?.outputs.find(({ name }) => name === panel.port);
  const many = (maker?.outputs.length ?? 0) > 1;
  const title = port && many ? `${node} · ${local(port.title)}` : node;
  const worded = error && wordDiagnostic(error, language);
  return (
    <section
      className="result"
      aria-label={title}
      data-testid={`${names[where]}-${panel.node}-${panel.port}`}
      data-old={panel.old && !live}
      aria-busy={loading}
    >
      <header className="result-head">
        <h3 className="clip" title={title}>
          {title}
        </h3>
        <span className="dim clip">
          {live ? t("results.live") : panel.old ? t("results.stale") : port && !look ? local(port.help) : ""}
        </span>
        {look ? <SelectedHere kind={look.kind} source={source} /> : null}
        {where === "window" ? null : (
          <>
            <PinButton node={panel.node} />
            <Button
              look="ghost"
              aria-label={t("results.popOut")}
              title={t("results.popOut")}
              data-testid={`pop-out-${panel.node}-${panel.port}`}
              onClick={() => popOut(editor, panel.key)}
            >
              <ExternalLink size={13} aria-hidden />
            </Button>
          </>
        )}
        {enlarge ? (
          <Button
            look="ghost"
            aria-label={t("results.enlarge")}
            title={t("results.enlarge")}
            data-testid={`enlarge-${panel.node}-${panel.port}`}
            onClick={enlarge}
          >
            <Maximize2 size={13} aria-hidden />
          </Button>
        ) : null}
      </header>
      <div className="result-body">
        {look ? (
          <Suspense fallback={<p className="empty">{t("results.loading")}</p>}>
            <ResultView look={look} source={source} title={title} />
          </Suspense>
        ) : worded ? (
          <div className="empty">
            <span>{error.code === "result.gone" ? t("results.gone") : `${worded.what} ${worded.hint}`}</span>
            <Button onClick={() => looks.retry()}>{t("retry")}</Button>
          </div>
        ) : (
          <p className="empty">
            {panel.source ? t("results.loading") : t("results.newHint", { title: node })}
          </p>
        )}
      </div>
    </section>
  );
}

function PinButton({ node }: { node: string }) {
  const editor = useEditor();
  const { t } = useWords();
  const pinned = useEditorState((state) => state.pins.has(node));
  const name = t(pinned ? "results.unpin" : "results.pin");
  return (
    <Button
      look="ghost"
      aria-label={name}
      title={name}
      aria-pressed={pinned}
      onClick={() => {
        const pins = new Set(editor.store.getState().pins);
        if (!pins.delete(node)) pins.add(node);
        editor.store.setState({ pins });
      }}
    >
      {pinned ? <PinOff size={13} aria-hidden /> : <Pin size={13} aria-hidden />}
    </Button>
  );
}
