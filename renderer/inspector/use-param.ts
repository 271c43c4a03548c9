/** Setting one parameter: typing and sliding on the same one squash into one step of history. */
import { useCallback } from "react";
import type { Json } from "../../core/base/json.ts";
import type { Command } from "../../core/graph/commands.ts";
import { edit } from "../store/edit.ts";
import { useEditor } from "../store/use-editor.ts";

/** The setter of parameter `name` of one node, or of several at once, which is one step of history too. */
export function useSetParam(nodes: string | readonly string[], name: string): (value: Json) => void {
  const editor = useEditor();
  const key = typeof nodes === "string" ? nodes : nodes.join("\n");
  return useCallback(
    (value) => {
      const commands = key.split("\n").map((node): Command => ({ kind: "setParam", node, name, value }));
      const command: Command = commands.length === 1 ? commands[0] : { kind: "batch", commands };
      edit(editor, command, { label: "step.param", squash: `param/${key}.${name}` });
    },
    [editor, key, name],
  );
}
