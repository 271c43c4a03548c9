/** At the cursor while a wire is dragged: what would happen here, or in a sentence why it cannot. */
import { useEffect, useState } from "react";
import { wordDiagnostic } from "../../core/words/word.ts";
import type { Connecting, EditorState } from "../store/editor-state.ts";
import { newPort } from "../store/group-descriptor.ts";
import { newGroupPort } from "../store/group-join.ts";
import { bestFreePort, bestPort, descriptorOf, fits, inputOf, typeOfOutput } from "../store/port-types.ts";
import { useEditor, useEditorState } from "../store/use-editor.ts";
import { say } from "../words/words.ts";

type Hint = { x: number; y: number; text: string; ok: boolean };

/** Shown only while a wire is dragged. */
export function ConnectionHint() {
  const editor = useEditor();
  const connecting = useEditorState((state) => state.connecting);
  const [hint, setHint] = useState<Hint>();

  useEffect(() => {
    setHint(undefined);
    if (!connecting) return;
    const onMove = (event: PointerEvent) => {
      const under = document.elementFromPoint(event.clientX, event.clientY);
      const said = under && wordTarget(editor.store.getState(), connecting, under);
      setHint(said ? { ...said, x: event.clientX, y: event.clientY } : undefined);
    };
    window.addEventListener("pointermove", onMove);
    window.addEventListener("mousemove", onMove as EventListener);
    return () => {
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("mousemove", onMove as EventListener);
    };
  }, [editor, connecting]);

  if (!connecting || !hint) return null;
  return (
    <div
      className="connection-hint"
      role="status"
      data-testid="connection-hint"
      data-ok={hint.ok}
      style={{ left: hint.x + 14, top: hint.y + 16 }}
    >
      {hint.text}
    </div>
  );
}

function wordTarget(
  state: EditorState,
  end: Connecting,
  under: Element,
): Pick<Hint, "text" | "ok"> | undefined {
  const handle = under.closest<HTMLElement>(".react-flow__handle");
  const card = under.closest<HTMLElement>("[data-card]")?.dataset.card;
  if (handle) {
    const { nodeid: node, handleid: port } = handle.dataset;
    if (node === undefined || port === undefined || (node === end.node && port === end.port))
      return undefined;
    return wordPort(state, end, { node, port, side: handle.classList.contains("target") ? "in" : "out" });
  }
  if (card === undefined || card === end.node) return undefined;
  const free = bestFreePort(state, end, card);
  const made = free === undefined ? newGroupPort(state, end, card) : undefined;
  if (made) return { ok: true, text: say(state.language, "connect.newPort", { name: made.port }) };
  const port = free ?? bestPort(state, end, card);
  if (port !== undefined)
    return wordPort(state, end, { node: card, port, side: end.side === "out" ? "in" : "out" });
  const title = state.graph.nodes[card]?.title ?? descriptorOf(state, card)?.title[state.language] ?? card;
  return { ok: false, text: say(state.language, "connect.none", { title, kind: kindWord(state, end) }) };
}

function wordPort(state: EditorState, end: Connecting, other: Connecting): Pick<Hint, "text" | "ok"> {
  const { language } = state;
  const fit = fits(state, end, other);
  if (fit.kind === "no") return { ok: false, text: reason() };
  if (other.port === newPort || end.port === newPort) {
    const inner = other.port === newPort ? end : other;
    return { ok: true, text: say(language, "connect.newPort", { name: inner.port }) };
  }
  const into = end.side === "out" ? other : end;
  const port = inputOf(state, [into.node, into.port]);
  const name = port?.title[language] ?? into.port;
  const taken = Object.values(state.graph.wires).some(({ to }) => to[0] === into.node && to[1] === into.port);
  if (fit.kind === "convert" && port)
    return { ok: true, text: say(language, "connect.convert", { kind: say(language, `kind.${port.type}`) }) };
  return { ok: true, text: taken ? `${name} · ${say(language, "connect.replace")}` : name };

  function reason(): string {
    if (fit.kind === "no" && fit.why === "type") return wordDiagnostic(fit.reason, language).what;
    const [out, to] = end.side === "out" ? [end, other] : [other, end];
    if (fit.kind === "no" && fit.why === "self") return say(language, "connect.self");
    if (fit.kind === "no" && fit.why === "through") return say(language, "connect.through");
    if (fit.kind === "no" && fit.why === "cycle")
      return say(language, "connect.cycle", { from: out.node, to: to.node });
    return say(language, "connect.sameSide");
  }
}

function kindWord(state: EditorState, end: Connecting): string {
  const kind =
    end.side === "out"
      ? typeOfOutput(state, [end.node, end.port])?.kind
      : inputOf(state, [end.node, end.port])?.type;
  return kind ? say(state.language, `kind.${kind}`) : "";
}
