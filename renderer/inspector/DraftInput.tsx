/** One line of text that becomes true when it is left or Enter is pressed, and is forgotten by Escape. */
import { useState } from "react";

/** `commit` is called with trimmed text that differs and is not empty. */
export function DraftInput({
  value,
  label,
  commit,
  className,
  testId,
  disabled,
}: {
  value: string;
  label: string;
  commit: (text: string) => void;
  className?: string;
  testId?: string;
  disabled?: boolean;
}) {
  const [draft, setDraft] = useState<string>();

  function leave(): void {
    const text = draft?.trim() ?? "";
    if (draft !== undefined && text !== "" && text !== value) commit(text);
    setDraft(undefined);
  }

  return (
    <input
      className={className}
      aria-label={label}
      data-testid={testId}
      value={draft ?? value}
      disabled={disabled}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") setDraft(undefined);
      }}
    />
  );
}
