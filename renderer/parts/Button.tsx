/** Buttons, as tokens have them. `ActionButton` takes name, keys and whether it can be pressed from the registry. */
import type { ComponentProps, ReactNode } from "react";
import { actionOf, perform } from "../actions/registry.ts";
import { useKeys } from "../actions/use-keys.ts";
import { useEditor, useEditorState, useWords } from "../store/use-editor.ts";
import "./parts.css";

type Look = "plain" | "primary" | "icon" | "ghost" | "danger";

/** A button. An icon button must have an `aria-label`. */
export function Button({
  look = "plain",
  className = "",
  ...rest
}: ComponentProps<"button"> & { look?: Look }) {
  return <button type="button" className={`button button-${look} ${className}`} {...rest} />;
}

/** A button for a named action. */
export function ActionButton(props: {
  action: string;
  look?: Look;
  testid?: string;
  children: ReactNode;
  hint?: string;
}) {
  const { action: id, look = "icon", testid, children, hint } = props;
  const editor = useEditor();
  const { t } = useWords();
  const action = actionOf(id);
  const enabled = useEditorState((state) => action.enabled?.(state) ?? true);
  const keys = useKeys(id);
  const name = hint ?? t(action.words);
  return (
    <Button
      look={look}
      data-testid={testid}
      aria-label={look === "icon" || look === "ghost" ? name : undefined}
      title={keys ? `${name} · ${keys}` : name}
      disabled={!enabled}
      onClick={() => perform(editor, action)}
    >
      {children}
    </Button>
  );
}
