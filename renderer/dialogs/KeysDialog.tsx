/** Every action with its keys, from the registry. */
import type { Action } from "../actions/action.ts";
import { shownKeys } from "../actions/keys.ts";
import { actions } from "../actions/registry.ts";
import { useWords } from "../store/use-editor.ts";
import { DialogFrame } from "./Frame.tsx";

const groups: readonly Action["group"][] = ["group.file", "group.edit", "group.run", "group.view"];

/** Opened by `?`. */
export function KeysDialog({ close }: { close: () => void }) {
  const { t } = useWords();
  return (
    <DialogFrame title={t("keys.title")} close={close} wide>
      <div className="keys">
        {groups.map((group) => (
          <section key={group}>
            <h3>{t(group)}</h3>
            <dl>
              {actions
                .filter((action) => action.group === group && action.keys.length > 0)
                .map((action) => (
                  <div key={action.id}>
                    <dt>{t(action.words)}</dt>
                    <dd>
                      {action.keys.map((keys) => (
                        <span className="kbd" key={keys}>
                          {shownKeys(keys)}
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}
