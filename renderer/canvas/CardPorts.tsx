/** The ports of a card: inputs at the left, outputs at the right, each with its name. Handles stay at every zoom. */
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { Port } from "./Port.tsx";

/** As many rows as the longer side needs. */
export function CardPorts({ id, descriptor }: { id: string; descriptor: NodeDescriptor }) {
  const rows = Math.max(descriptor.inputs.length, descriptor.outputs.length);
  return (
    <div className="card-ports">
      {Array.from({ length: rows }, (_, row) => {
        const input = descriptor.inputs[row];
        const output = descriptor.outputs[row];
        return (
          <div className="card-port-row" key={`${input?.name ?? ""}/${output?.name ?? ""}`}>
            {input ? <Port node={id} port={input} side="in" /> : null}
            {output ? <Port node={id} port={output} side="out" /> : null}
          </div>
        );
      })}
    </div>
  );
}
