/** Every action with its keys, from the registry; each can be given other keys by pressing them. */
import { useState } from "react";
import type { Action } from "../actions/action.ts";
import { giveKeys, keysOf, ownerOf } from "../actions/key-map.ts";
import { isReserved, shownKeys } from "../actions/press.ts";
import { actions } from "../actions/registry.ts";
import { Button } from "../parts/Button.tsx";
import { setKeys } from "../store/preferences.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { say } from "../words/words.ts";
import { DialogFrame } from "./Frame.tsx";
import { type Asking, KeyRow } from "./KeyRow.tsx";
import "./keys.css";

const groups: readonly Action["group"][] = ["group.file", "group.edit", "group.run", "group.view"];

/** Opened by `?`. One action at a time waits for its keys. */
export function KeysDialog({ close }: { close: () => void }) {
  const editor = useEditor();
  const { t } = useWords();
  const map = useEditorState((state) => state.keys);
  const [query, setQuery] = useState("");
  const [asking, setAsking] = useState<Asking>();
  const found = actions.filter((action) => matchesQuery(action, keysOf(map, action), query));

  function pressed(action: Action, keys: string): void {
    if (isReserved(keys)) return setAsking({ action: action.id, keys, why: "reserved" });
    const owner = ownerOf(map, actions, keys, action);
    if (owner) return setAsking({ action: action.id, keys, why: "taken", owner });
    give(action, keys);
  }

  function give(action: Action, keys: string): void {
    setKeys(editor, giveKeys(map, actions, action, keys));
    setAsking(undefined);
  }

  return (
    <DialogFrame title={t("keys.title")} close={close} wide>
      <input
        className="field keys-filter"
        type="search"
        placeholder={t("keys.filter")}
        aria-label={t("keys.filter")}
        data-testid="keys-filter"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="keys" tabIndex={0} aria-label={t("keys.title")}>
        {groups.map((group) => {
          const rows = found.filter((action) => action.group === group);
          if (rows.length === 0) return null;
          return (
            <section key={group}>
              <h3>{t(group)}</h3>
              <ul>
                {rows.map((action) => (
                  <KeyRow
                    key={action.id}
                    action={action}
                    asking={asking?.action === action.id ? asking : undefined}
                    ask={setAsking}
                    pressed={(keys) => pressed(action, keys)}
                    give={(keys) => give(action, keys)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
        {found.length === 0 ? <p className="empty">{t("keys.none", { query })}</p> : null}
      </section>
      <footer className="dialog-foot keys-foot">
        <span className="dim">{t("keys.hint")}</span>
        <Button
          data-testid="keys-reset-all"
          disabled={Object.keys(map).length === 0}
          onClick={() => setKeys(editor, {})}
        >
          {t("keys.resetAll")}
        </Button>
      </footer>
    </DialogFrame>
  );
}

/** By words of either language, or by keys as they are shown. */
function matchesQuery(action: Action, keys: readonly string[], query: string): boolean {
  const text = [say("en", action.words), say("zh", action.words), ...keys.map(shownKeys), ...keys];
  return text.join(" ").toLowerCase().includes(query.trim().toLowerCase());
}
