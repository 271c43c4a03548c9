/** A group: its title, what is in it, and its ports, which can be renamed, ordered, taken away. */
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import type { Command } from "../../core/graph/commands.ts";
import type { GroupRecord } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import { graphAt, splitPath } from "../../core/graph/scope.ts";
import type { PortDescriptor } from "../../core/node/descriptor.ts";
import { Button } from "../parts/Button.tsx";
import { colourOf, shapeOf } from "../parts/kinds.ts";
import { edit } from "../store/edit.ts";
import { enterGroup, ungroupSelection } from "../store/groups.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import { DraftInput } from "./DraftInput.tsx";

type Side = "inputs" | "outputs";

/** Mounted anew for each group. */
export function GroupInspector({ id }: { id: string }) {
  const editor = useEditor();
  const { t } = useWords();
  const record = useEditorState((state) => lookup(state.graph.nodes, id));
  const descriptor = useEditorState((state) => state.descriptors.get(record?.type ?? ""));
  const readOnly = useEditorState((state) => state.file.readOnly);
  if (!record || !descriptor) return null;
  return (
    <div className="inspector-body" style={colourOf(descriptor.makes)} data-testid={`inspector-${id}`}>
      <div className="inspector-head">
        <i aria-hidden />
        <DraftInput
          className="inspector-title"
          label={t("inspector.title")}
          testId="node-title"
          value={record.title ?? ""}
          disabled={readOnly}
          commit={(title) =>
            edit(editor, { kind: "setNode", node: id, fields: ["title"], title }, { label: "step.node" })
          }
        />
        <span className="dim">{t("category.group")}</span>
      </div>
      <p className="inspector-buttons">
        <Button onClick={() => enterGroup(editor, id)}>{t("card.groupEnter")}</Button>
        <Button disabled={readOnly} onClick={() => ungroupSelection(editor)}>
          {t("action.ungroup")}
        </Button>
      </p>
      <GroupPorts group={id} side="inputs" ports={descriptor.inputs} />
      <GroupPorts group={id} side="outputs" ports={descriptor.outputs} />
    </div>
  );
}

function GroupPorts({ group, side, ports }: { group: string; side: Side; ports: readonly PortDescriptor[] }) {
  const { t } = useWords();
  const title = t(side === "inputs" ? "inspector.inputs" : "inspector.outputs");
  return (
    <>
      <h3 className="inspector-section">{title}</h3>
      {ports.length === 0 ? <p className="inspector-small">{t("inspector.groupNoPorts")}</p> : null}
      <ul className="group-ports" aria-label={title}>
        {ports.map((port, index) => (
          <GroupPort key={port.name} group={group} side={side} ports={ports} index={index} />
        ))}
      </ul>
    </>
  );
}

function GroupPort({
  group,
  side,
  ports,
  index,
}: {
  group: string;
  side: Side;
  ports: readonly PortDescriptor[];
  index: number;
}) {
  const editor = useEditor();
  const { t } = useWords();
  const port = ports[index];
  const readOnly = useEditorState((state) => state.file.readOnly);
  const change = (command: Command) => edit(editor, command, { label: "step.ports" });

  function move(by: number): void {
    const names = ports.map(({ name }) => name);
    const [name = ""] = names.splice(index, 1);
    names.splice(index + by, 0, name);
    change({ kind: "batch", commands: names.flatMap((one, order) => reorder(one, order)) });
  }

  function reorder(name: string, order: number): Command[] {
    const { document } = editor.store.getState();
    const { scope, id } = splitPath(group);
    const record = graphAt(document, [...scope, id]) as GroupRecord | undefined;
    if (side === "inputs") {
      const input = record?.inputs[name];
      return input ? [{ kind: "setGroupInput", group, port: name, record: { ...input, order } }] : [];
    }
    const output = record?.outputs[name];
    return output ? [{ kind: "setGroupOutput", group, port: name, record: { ...output, order } }] : [];
  }

  return (
    <li className="group-port" style={colourOf(port.type)}>
      <i
        className="mark"
        data-shape={shapeOf(port.type)}
        data-side={side === "inputs" ? "in" : "out"}
        aria-hidden
      />
      <DraftInput
        className="field"
        label={t("inspector.portName")}
        testId={`group-port-${side}-${port.name}`}
        value={port.name}
        disabled={readOnly}
        commit={(name) => change({ kind: "renameGroupPort", group, side, port: port.name, name })}
      />
      <Button
        look="ghost"
        disabled={readOnly || index === 0}
        aria-label={t("inspector.portUp")}
        title={t("inspector.portUp")}
        onClick={() => move(-1)}
      >
        <ArrowUp size={13} aria-hidden />
      </Button>
      <Button
        look="ghost"
        disabled={readOnly || index === ports.length - 1}
        aria-label={t("inspector.portDown")}
        title={t("inspector.portDown")}
        onClick={() => move(1)}
      >
        <ArrowDown size={13} aria-hidden />
      </Button>
      <Button
        look="ghost"
        disabled={readOnly}
        aria-label={t("inspector.portRemove")}
        title={t("inspector.portRemove")}
        onClick={() => change({ kind: "removeGroupPort", group, side, port: port.name })}
      >
        <Trash2 size={13} aria-hidden />
      </Button>
    </li>
  );
}
