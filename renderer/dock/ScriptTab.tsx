/** The graph as TypeScript, following the canvas: read-only, each line linked to its node. */
import { Copy } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { type Diagnostic, diagnosticOf } from "../../core/base/diagnostic.ts";
import type { ScriptText } from "../../core/service/engine-service.ts";
import { wordDiagnostic } from "../../core/words/word.ts";
import { Button } from "../parts/Button.tsx";
import { subjectOf } from "../store/check.ts";
import { goToNode } from "../store/select.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { tokensOf } from "./tokens.ts";

/** The last script stays while the next one is written. */
export function ScriptTab() {
  const { t, language } = useWords();
  const { script, error } = useScript();
  const empty = useEditorState(
    (state) => Object.keys(state.document.nodes).length + Object.keys(state.document.groups).length === 0,
  );
  if (empty) return <p className="empty">{t("script.none")}</p>;
  const said = error ?? script?.diagnostics[0];
  if (!script || script.text === "") {
    const worded = said && wordDiagnostic(said, language);
    return <p className="empty">{worded ? `${worded.what} ${worded.hint}` : t("script.loading")}</p>;
  }
  return <Lines script={script} />;
}

function useScript(): { script?: ScriptText; error?: Diagnostic } {
  const editor = useEditor();
  const revision = useEditorState((state) => state.revision);
  const place = useEditorState((state) => state.file.path);
  const [answer, setAnswer] = useState<{ script?: ScriptText; error?: Diagnostic }>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: revision and place stand for the document that is sent.
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      editor.services.engine.script(subjectOf(editor)).then(
        (script) => current && setAnswer({ script }),
        (thrown: unknown) => current && setAnswer({ error: diagnosticOf(thrown) }),
      );
    }, 60);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [editor, revision, place]);
  return answer;
}

function Lines({ script }: { script: ScriptText }) {
  const editor = useEditor();
  const { t } = useWords();
  const selected = useEditorState((state) => state.selection.nodes);
  const lines = useMemo(() => script.text.replace(/\n$/, "").split("\n"), [script.text]);
  const tokens = useMemo(() => tokensOf(script.text.replace(/\n$/, "")), [script.text]);
  const owner = useMemo(() => ownersOf(script), [script]);
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected.size > 0)
      holder.current?.querySelector('[data-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <div className="script">
      <CopyButton text={script.text} />
      <div className="script-lines" ref={holder} role="listbox" aria-label={t("script.label")} tabIndex={0}>
        {lines.map((line, index) => {
          const node = owner.get(index + 1);
          const chosen = node !== undefined && selected.has(node);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the canvas and the problem list select nodes by keyboard.
            // biome-ignore lint/a11y/useFocusableInteractive: see above.
            <div
              className="script-line"
              role="option"
              aria-selected={chosen}
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
              key={index}
              data-selected={chosen}
              data-node={node}
              onClick={() => node !== undefined && goToNode(editor, node)}
            >
              <span className="script-number">{index + 1}</span>
              <code>
                {tokens[index]?.map((token, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: tokens are made anew with their line.
                  <span key={place} className={token.kind ? `token-${token.kind}` : undefined}>
                    {token.text}
                  </span>
                )) ?? line}
              </code>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function ownersOf({ lines }: ScriptText): Map<number, string> {
  const owners = new Map<number, string>();
  for (const [node, [first, last]] of Object.entries(lines))
    for (let line = first; line <= last; line++) owners.set(line, node);
  return owners;
}

function CopyButton({ text }: { text: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <Button
      className="script-copy"
      onClick={() => {
        void navigator.clipboard.writeText(text).then(() => setCopied(true));
        setTimeout(() => setCopied(false), 1600);
      }}
    >
      <Copy size={13} aria-hidden />
      {t(copied ? "script.copied" : "script.copy")}
    </Button>
  );
}
