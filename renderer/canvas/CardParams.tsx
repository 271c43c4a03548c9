/** The key parameters on a card, edited in place with the inspector's own fields. */
import type { NodeRecord } from "../../core/graph/document.ts";
import { lookup } from "../../core/graph/entries.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { isShown } from "../inspector/conditions.ts";
import { ParamControl } from "../inspector/ParamControl.tsx";
import { useWords } from "../store/use-editor.ts";

/** A row a parameter. Rows whose condition is not met stay, dimmed, so that the card keeps its size. */
export function CardParams({
  id,
  record,
  descriptor,
}: {
  id: string;
  record: NodeRecord;
  descriptor: NodeDescriptor;
}) {
  const { local } = useWords();
  const keys = descriptor.params.filter(({ spec }) => spec.key);
  if (keys.length === 0) return null;
  return (
    <div className="card-params">
      {keys.map((param) => (
        <div
          className="card-param nodrag"
          key={param.name}
          data-off={!isShown(param.spec, record.params, descriptor)}
        >
          <span className="clip" title={local(param.help)}>
            {local(param.title)}
          </span>
          <ParamControl node={id} param={param} value={lookup(record.params, param.name)} place="card" />
        </div>
      ))}
    </div>
  );
}
