/** Joining by keyboard, seen and heard: the wire as it would be, a line that says what is chosen, and the keys for it. */
import { ViewportPortal } from "@xyflow/react";
import { useEffect } from "react";
import { familyOf } from "../../core/types/wire-type.ts";
import type { Connecting, EditorState, Point } from "../store/editor-state.ts";
import { newPort } from "../store/group-descriptor.ts";
import { acceptJoining, backJoining, stepJoining, stopJoining } from "../store/join-by-keys.ts";
import { descriptorOf, inputOf, outputOf } from "../store/port-types.ts";
import { titleAt } from "../store/titles.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { isConnected } from "../store/wire-index.ts";
import { say } from "../words/words.ts";
import { portPlace } from "./card-geometry.ts";
import "./key-join.css";
import { wirePath } from "./wire-geometry.ts";

/** Inside the flow. What it says stays in the page, so that screen readers hear each change. */
export function KeyJoin() {
  const editor = useEditor();
  const { t } = useWords();
  const active = useEditorState((state) => state.joining !== undefined);
  const said = useEditorState(wordsOf);
  const target = useEditorState(({ joining }) => joining?.targets?.[joining.target]);

  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (!keyOf(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      keyOf(event.key)?.(editor);
    };
    const onPointer = () => stopJoining(editor);
    window.addEventListener("keydown", onKey, { capture: true });
    window.addEventListener("pointerdown", onPointer, { capture: true });
    return () => {
      window.removeEventListener("keydown", onKey, { capture: true });
      window.removeEventListener("pointerdown", onPointer, { capture: true });
    };
  }, [editor, active]);

  useEffect(() => {
    if (target) editor.canvas?.reveal(target.node);
  }, [editor, target]);

  return (
    <>
      <div className="key-join" data-active={active} data-testid="key-join">
        <p role="status" aria-live="assertive">
          {said}
        </p>
        {active ? <p className="dim">{t("join.keys")}</p> : null}
      </div>
      {active ? <Preview /> : null}
    </>
  );
}

function keyOf(key: string): ((editor: ReturnType<typeof useEditor>) => void) | undefined {
  switch (key) {
    case "ArrowDown":
      return (editor) => stepJoining(editor, 1);
    case "ArrowUp":
      return (editor) => stepJoining(editor, -1);
    case "Enter":
      return (editor) => void acceptJoining(editor);
    case "ArrowRight":
      return (editor) => {
        if (!editor.store.getState().joining?.targets) acceptJoining(editor);
      };
    case "ArrowLeft":
    case "Backspace":
      return backJoining;
    case "Escape":
    case "Tab":
      return stopJoining;
    default:
      return undefined;
  }
}

/** From the chosen port to the chosen target; before there is one, a short end that shows the port. */
function Preview() {
  const joining = useEditorState((state) => state.joining);
  const start = useEditorState((state) => joinText(placeOf(state, joining?.ports[joining.port])));
  const stop = useEditorState((state) => joinText(placeOf(state, joining?.targets?.[joining.target])));
  const kind = useEditorState((state) => kindOf(state, joining?.ports[joining.port]));
  const [from, to] = [pointOf(start), pointOf(stop)];
  if (!from) return null;
  const out = joining?.ports[joining.port]?.side !== "in";
  const colour = kind ? `var(--t-${familyOf[kind]})` : "var(--accent)";
  return (
    <ViewportPortal>
      <svg className="key-join-wire" aria-hidden="true">
        {to ? <path d={wirePath(out ? [from, to] : [to, from])} style={{ stroke: colour }} /> : null}
        <circle cx={from.x} cy={from.y} r={11} style={{ stroke: colour }} />
        {to ? <circle cx={to.x} cy={to.y} r={11} style={{ stroke: colour }} /> : null}
      </svg>
    </ViewportPortal>
  );
}

function placeOf(state: EditorState, end: Connecting | undefined): Point | undefined {
  const at = end && state.graph.view.positions[end.node];
  const place = end && portPlace(descriptorOf(state, end.node), end.port, end.side);
  return at && place && { x: at[0] + place.x, y: at[1] + place.y };
}

/** Points as text, since what a selector gives is compared by identity. */
function joinText(point: Point | undefined): string {
  return point ? `${point.x} ${point.y}` : "";
}
function pointOf(text: string): Point | undefined {
  const [x, y] = text.split(" ").map(Number);
  return text === "" || x === undefined || y === undefined ? undefined : { x, y };
}

function kindOf(state: EditorState, end: Connecting | undefined) {
  if (!end || end.port === newPort) return undefined;
  const port = (end.side === "out" ? outputOf : inputOf)(state, [end.node, end.port]);
  return port?.type;
}

function wordsOf(state: EditorState): string {
  const { joining, language } = state;
  const end = joining?.ports[joining.port];
  if (!joining || !end) return "";
  const name = portName(state, end);
  if (!joining.targets) {
    const values = { port: name, at: joining.port + 1, count: joining.ports.length };
    return say(language, end.side === "out" ? "join.output" : "join.input", values);
  }
  const other = joining.targets[joining.target];
  if (!other) return say(language, "join.none", { port: name });
  const values = {
    port: name,
    other: portName(state, other),
    title: titleAt(state, other.node),
    at: joining.target + 1,
    count: joining.targets.length,
  };
  const into = end.side === "out" ? other : end;
  const taken = isConnected(state.graph.wires, into.node, into.port, "in");
  return say(language, taken ? "join.targetTaken" : "join.target", values);
}

function portName(state: EditorState, end: Connecting): string {
  if (end.port === newPort) return say(state.language, "card.newPort");
  const port = (end.side === "out" ? outputOf : inputOf)(state, [end.node, end.port]);
  return port?.title[state.language] ?? end.port;
}
