/** Title, summary, parameters, ports, formula and sources of one node. */
import { useState } from "react";
import type { NodeRecord } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { actionOf, perform } from "../actions/registry.ts";
import { useKeys } from "../actions/use-keys.ts";
import { Formula } from "../parts/Formula.tsx";
import { colourOf } from "../parts/kinds.ts";
import { edit } from "../store/edit.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { isWordKey } from "../words/words.ts";
import { isShown } from "./conditions.ts";
import { NodeCost } from "./NodeCost.tsx";
import { NodeProblems } from "./NodeProblems.tsx";
import { ParamField } from "./ParamField.tsx";
import { PortList } from "./PortList.tsx";

/** Mounted anew for each node, so that drafts never cross over. */
export function NodeInspector({ id }: { id: string }) {
  const editor = useEditor();
  const { t, local } = useWords();
  const record = useEditorState((state) => lookup(state.graph.nodes, id));
  const descriptor = useEditorState((state) => state.descriptors.get(record?.type ?? ""));
  if (!record) return null;
  if (!descriptor) {
    return (
      <div className="inspector-none">
        <b>{record.title ?? record.type}</b>
        <p>{t("card.unknown", { type: record.type })}</p>
      </div>
    );
  }
  const shown = descriptor.params.filter(({ spec }) => isShown(spec, record.params, descriptor));
  return (
    <div className="inspector-body" style={colourOf(descriptor.makes)} data-testid={`inspector-${id}`}>
      <Head id={id} record={record} descriptor={descriptor} />
      <p className="inspector-summary">{local(descriptor.summary)}</p>
      <p className="inspector-links">
        <button
          type="button"
          className="link"
          data-testid="open-reference"
          onClick={() => editor.store.setState({ dialog: { kind: "reference", type: descriptor.id } })}
        >
          {t("inspector.reference")}
        </button>
      </p>
      <NodeProblems id={id} />
      {shown.map((param) => (
        <ParamField key={param.name} node={id} param={param} value={lookup(record.params, param.name)} />
      ))}
      <hr />
      <NodeCost id={id} />
      <PortList id={id} descriptor={descriptor} />
      <hr />
      {descriptor.formula ? <Formula text={descriptor.formula} /> : null}
      {descriptor.sources.length > 0 ? (
        <p className="inspector-small">{descriptor.sources.join(" · ")}</p>
      ) : null}
      <RunHere />
    </div>
  );
}

function Head({ id, record, descriptor }: { id: string; record: NodeRecord; descriptor: NodeDescriptor }) {
  const editor = useEditor();
  const { t, local } = useWords();
  const readOnly = useEditorState((state) => state.file.readOnly);
  const [draft, setDraft] = useState<string>();
  const own = local(descriptor.title);
  const category = `category.${descriptor.category}`;

  function commit(): void {
    if (draft !== undefined && draft !== (record.title ?? own)) {
      const title = draft.trim();
      const named = title !== "" && title !== own ? { title } : {};
      edit(editor, { kind: "setNode", node: id, fields: ["title"], ...named }, { label: "step.node" });
    }
    setDraft(undefined);
  }

  return (
    <div className="inspector-head">
      <i aria-hidden />
      <input
        className="inspector-title"
        aria-label={t("inspector.title")}
        data-testid="node-title"
        value={draft ?? record.title ?? own}
        disabled={readOnly}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key === "Escape") setDraft(undefined);
        }}
      />
      <span className="dim" title={`${descriptor.id} · ${t("inspector.id")} ${id}`}>
        {isWordKey(category) ? t(category) : descriptor.category}
      </span>
    </div>
  );
}

function RunHere() {
  const editor = useEditor();
  const { t } = useWords();
  const action = actionOf("runSelected");
  const enabled = useEditorState((state) => action.enabled?.(state) ?? true);
  return (
    <p className="inspector-small">
      <button type="button" className="link" disabled={!enabled} onClick={() => perform(editor, action)}>
        {t("inspector.runNode")}
      </button>{" "}
      <span className="kbd">{useKeys("runSelected")}</span>
    </p>
  );
}
