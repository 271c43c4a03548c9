/** The sign before a tab's title. Its room is always taken, so that titles do not jump. */
import { CircleCheck, CircleX, LoaderCircle, TriangleAlert, Workflow } from "lucide-react";

const signs = {
  asks: TriangleAlert,
  running: LoaderCircle,
  done: CircleCheck,
  failed: CircleX,
  plain: Workflow,
};

/** `kind` as `signOf` gives it. */
export function TabSign({ kind }: { kind: string }) {
  const Sign = signs[kind as keyof typeof signs] ?? Workflow;
  return (
    <Sign
      className={kind === "running" ? "document-sign turning" : "document-sign"}
      data-kind={kind}
      size={13}
      aria-hidden
    />
  );
}
