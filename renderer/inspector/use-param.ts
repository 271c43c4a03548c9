/** Setting one parameter: typing and sliding on the same one squash into one step of history. */
import { useCallback } from "react";
import type { Json } from "../../core/base/json.ts";
import { edit } from "../store/edit.ts";
import { useEditor } from "../store/use-editor.ts";

/** The setter of `node`'s parameter `name`. */
export function useSetParam(node: string, name: string): (value: Json) => void {
  const editor = useEditor();
  return useCallback(
    (value) => {
      edit(
        editor,
        { kind: "setParam", node, name, value },
        { label: "step.param", squash: `param/${node}.${name}` },
      );
    },
    [editor, node, name],
  );
}
