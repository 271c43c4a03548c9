/** Another member of an ensemble, fetched when the reader turns to it; the last one stays until it is here. */
import { useEffect, useRef, useState } from "react";
import type { ModelLook } from "../../../core/service/look.ts";
import { useEditor } from "../../store/use-editor.ts";
import type { Source } from "../view.ts";

type Opened = { readonly of: ModelLook; readonly looks: Map<number, ModelLook>; last: ModelLook };

function open(look: ModelLook): Opened {
  return { of: look, looks: new Map(look.members ? [[look.members.shown, look]] : []), last: look };
}

/** The look opened at `member` (0-based). One question is under way at a time; the newest wish is asked next. */
export function useMember(
  look: ModelLook,
  { signature, port, path }: Source,
  member: number | undefined,
): ModelLook {
  const { services } = useEditor();
  const opened = useRef<Opened>(undefined);
  const asking = useRef(false);
  const [answers, setAnswers] = useState(0);
  if (opened.current?.of !== look) opened.current = open(look);
  const { looks } = opened.current;

  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer lets the newest wish be asked
  useEffect(() => {
    if (member === undefined || signature === "" || looks.has(member) || asking.current) return;
    asking.current = true;
    services.engine.look({ signature, port, ...(path === undefined ? {} : { path }), member }).then(
      (found) => {
        asking.current = false;
        if (found.kind === "model") looks.set(member, found);
        setAnswers((count) => count + 1);
      },
      () => {
        // The member that is shown stays; turning again asks again.
        asking.current = false;
      },
    );
  }, [services, looks, signature, port, path, member, answers]);

  const here = looks.get(member ?? look.members?.shown ?? 0);
  if (here) opened.current.last = here;
  return opened.current.last;
}
