/** One action in the list of keys: its keys, a way to take each away, to add others, and to go back. */
import { Plus, RotateCcw, X } from "lucide-react";
import { useEffect } from "react";
import type { Action } from "../actions/action.ts";
import { keysOf, resetKeys, takeKeys } from "../actions/key-map.ts";
import { keysOfPress, shownKeys } from "../actions/press.ts";
import { actions } from "../actions/registry.ts";
import { Button } from "../parts/Button.tsx";
import { setKeys } from "../store/preferences.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";

/** An action that waits for keys, or for a decision about keys that were pressed. */
export type Asking = { action: string } & (
  | { why: "press" }
  | { why: "reserved"; keys: string }
  | { why: "taken"; keys: string; owner: Action }
);

/** `pressed` gets what was pressed while the row waits; `give` is the decision to take keys from another action. */
export function KeyRow({
  action,
  asking,
  ask,
  pressed,
  give,
}: {
  action: Action;
  asking: Asking | undefined;
  ask: (asking: Asking | undefined) => void;
  pressed: (keys: string) => void;
  give: (keys: string) => void;
}) {
  const editor = useEditor();
  const { t } = useWords();
  const map = useEditorState((state) => state.keys);
  const keys = keysOf(map, action);
  const name = t(action.words);
  const own = action.keys.map(shownKeys).join(", ") || t("keys.noKeys");
  return (
    <li className="key-row" data-testid={`keys-${action.id}`}>
      <div>
        <span className="key-name">{name}</span>
        <span className="key-list">
          {keys.map((one) => (
            <Button
              key={one}
              look="ghost"
              className="key-one"
              aria-label={t("keys.remove", { keys: shownKeys(one), action: name })}
              title={t("keys.remove", { keys: shownKeys(one), action: name })}
              onClick={() => setKeys(editor, takeKeys(map, action, one))}
            >
              <span className="kbd">{shownKeys(one)}</span>
              <X size={11} aria-hidden />
            </Button>
          ))}
          <Button
            look="ghost"
            aria-label={t("keys.add", { action: name })}
            title={t("keys.add", { action: name })}
            data-testid={`keys-add-${action.id}`}
            onClick={() => ask(asking ? undefined : { action: action.id, why: "press" })}
          >
            <Plus size={13} aria-hidden />
          </Button>
          <Button
            look="ghost"
            disabled={!Object.hasOwn(map, action.id)}
            className="key-reset"
            aria-label={t("keys.reset", { keys: own })}
            title={t("keys.reset", { keys: own })}
            data-testid={`keys-reset-${action.id}`}
            onClick={() => setKeys(editor, resetKeys(map, actions, action))}
          >
            <RotateCcw size={12} aria-hidden />
          </Button>
        </span>
      </div>
      {asking ? <Question asking={asking} ask={ask} pressed={pressed} give={give} /> : null}
    </li>
  );
}

function Question({
  asking,
  ask,
  pressed,
  give,
}: {
  asking: Asking;
  ask: (asking: Asking | undefined) => void;
  pressed: (keys: string) => void;
  give: (keys: string) => void;
}) {
  const { t } = useWords();
  const waits = asking.why !== "taken";
  useEffect(() => {
    if (!waits) return;
    const onKey = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === "Escape") return ask(undefined);
      const keys = keysOfPress(event);
      if (keys !== undefined) pressed(keys);
    };
    // Before the dialog, whose own Escape closes it.
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  });
  return (
    <p className="key-question" role="status" data-testid="keys-question">
      {asking.why === "reserved" ? `${t("keys.reserved", { keys: shownKeys(asking.keys) })} ` : ""}
      {asking.why === "taken" ? (
        <>
          {t("keys.taken", { keys: shownKeys(asking.keys), action: t(asking.owner.words) })}
          <Button look="primary" data-testid="keys-take" onClick={() => give(asking.keys)}>
            {t("keys.take")}
          </Button>
          <Button onClick={() => ask(undefined)}>{t("keys.keep")}</Button>
        </>
      ) : (
        t("keys.press")
      )}
    </p>
  );
}
