/** Another member of an ensemble, fetched when the reader turns to it; the last one stays until it is here. */
import { useEffect, useRef, useState } from "react";
import type { ModelLook } from "../../../core/service/look.ts";
import { useEditor } from "../../store/use-editor.ts";
import type { Source } from "../view.ts";

/** The look opened at `member` (0-based). One question is under way at a time; the newest wish is asked next. */
export function useMember(look: ModelLook, { signature, port, path }: Source, member: number | undefined): ModelLook {
  const { services } = useEditor();
  const [opened, setOpened] = useState<{ of: ModelLook; look: ModelLook }>();
  const known = useRef<{ of: ModelLook; looks: Map<number, ModelLook> }>({ of: look, looks: new Map() });
  if (known.current.of !== look) known.current = { of: look, looks: new Map() };
  const asking = useRef(false);
  const wish = useRef(member);
  wish.current = member;

  useEffect(() => {
    let gone = false;
    const { looks } = known.current;
    const turn = () => {
      const wanted = wish.current;
      if (gone || wanted === undefined || signature === "" || !look.members) return;
      const here = wanted === look.members.shown ? look : looks.get(wanted);
      if (here) return setOpened({ of: look, look: here });
      if (asking.current) return;
      asking.current = true;
      services.engine
        .look({ signature, port, ...(path === undefined ? {} : { path }), member: wanted })
        .then(
          (found) => found.kind === "model" && looks.set(wanted, found),
          // The member that is shown stays; turning again asks again.
          () => undefined,
        )
        .then((found) => {
          asking.current = false;
          if (found !== undefined) turn();
        });
    };
    turn();
    return () => {
      gone = true;
    };
  }, [services, look, signature, port, path, member]);
  return opened?.of === look ? opened.look : look;
}
