/** Several nodes at once: what can be done with them, and the parameters that they share, each edit one step. */
import { useMemo } from "react";
import type { Json } from "../../core/base/json.ts";
import type { ParamDescriptor } from "../../core/node/descriptor.ts";
import { ActionButton } from "../parts/Button.tsx";
import { select } from "../store/select.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { ParamField } from "./ParamField.tsx";
import { type SharedParam, sharedParams } from "./shared-params.ts";

const acts = ["runSelected", "mute", "bypass", "group", "duplicate", "delete"] as const;
const mostNamed = 12;
const mostValues = 4;

/** Mounted anew for each selection. */
export function SharedInspector() {
  const editor = useEditor();
  const { t, local } = useWords();
  const selected = useEditorState((state) => state.selection.nodes);
  const nodes = useEditorState((state) => state.graph.nodes);
  const known = useEditorState((state) => state.known);
  const parts = useMemo(
    () =>
      [...selected].flatMap((id) => {
        const record = nodes[id];
        const descriptor = known.get(record?.type ?? "");
        return record && descriptor ? [{ id, record, descriptor }] : [];
      }),
    [selected, nodes, known],
  );
  const shared = useMemo(() => sharedParams(parts), [parts]);
  const named = [...selected].slice(0, mostNamed);
  return (
    <div className="inspector-body" data-testid="inspector-many">
      <h2 className="inspector-title">{t("inspector.many", { count: selected.size })}</h2>
      <p className="shared-nodes">
        {named.map((id) => {
          const own = known.get(nodes[id]?.type ?? "")?.title;
          return (
            <button type="button" className="link" key={id} onClick={() => select(editor, { nodes: [id] })}>
              {nodes[id]?.title ?? (own ? local(own) : id)}
            </button>
          );
        })}
        {selected.size > named.length ? (
          <span className="dim">{t("difference.more", { count: selected.size - named.length })}</span>
        ) : null}
      </p>
      <p className="shared-acts">
        {acts.map((action) => (
          <ActionButton key={action} action={action} look="plain">
            {t(actionWords[action])}
          </ActionButton>
        ))}
      </p>
      <h3 className="inspector-section">{t("inspector.shared")}</h3>
      {shared.length === 0 || parts.length < 2 ? (
        <p className="inspector-small">{t("inspector.sharedNone")}</p>
      ) : (
        shared.map((one) => (
          <SharedField key={one.param.name} shared={one} nodes={parts.map(({ id }) => id)} />
        ))
      )}
    </div>
  );
}

const actionWords = {
  runSelected: "inspector.runThem",
  mute: "action.mute",
  bypass: "action.bypass",
  group: "action.group",
  duplicate: "action.duplicate",
  delete: "action.delete",
} as const;

function SharedField({ shared, nodes }: { shared: SharedParam; nodes: readonly string[] }) {
  const { t, local, number } = useWords();
  const { param, values, same } = shared;
  const [first = "", ...others] = nodes;
  const distinct = [...new Set(values.map(worded))];
  const more = distinct.length > mostValues ? ["…"] : [];
  const mixed = same ? {} : { mixed: [...distinct.slice(0, mostValues), ...more].join(" · ") };
  // A list or a map that differs cannot be shown as one: it can be looked at node by node.
  if (!same && ["roles", "columns", "renames"].includes(param.spec.kind))
    return (
      <div className="param">
        <div className="param-label">
          <span className="clip">{local(param.title)}</span>
          <span className="param-mixed">{t("inspector.mixed")}</span>
        </div>
        <p className="param-help">{t("inspector.mixedLists")}</p>
      </div>
    );
  return <ParamField node={first} others={others} param={param} value={values[0]} {...mixed} />;

  function worded(value: Json): string {
    return wordedValue(param, value, local, number, t("inspector.empty"), [
      t("inspector.on"),
      t("inspector.off"),
    ]);
  }
}

function wordedValue(
  param: ParamDescriptor,
  value: Json,
  local: (words: { en: string; zh: string }) => string,
  number: (value: number) => string,
  empty: string,
  [on, off]: readonly [string, string],
): string {
  const choice = param.choices?.find((item) => item.value === value);
  if (choice) return local(choice.title);
  if (typeof value === "number") return param.spec.kind === "seed" ? String(value) : number(value);
  if (typeof value === "boolean") return value ? on : off;
  return value === "" ? empty : typeof value === "string" ? value : JSON.stringify(value);
}
