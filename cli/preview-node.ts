/** `npm run preview:node <id>`: runs a node's examples and shows what each output looks like, for whoever writes nodes. */
import { inspect } from "node:util";
import { diagnosticOf, problem } from "../core/base/diagnostic.ts";
import { exampleGraph, exampleNodeId } from "../core/engine/example-graph.ts";
import { createRegistry } from "../core/node/registry.ts";
import type { Look } from "../core/service/look.ts";
import { nodes } from "../nodes/nodes.generated.ts";
import { startEngine } from "./engine.ts";
import { printDiagnostic } from "./terminal.ts";

/** Exit codes: 0 every example ran, 1 one failed, 2 no such node. */
export async function previewNode(id: string | undefined): Promise<number> {
  const registry = createRegistry(nodes);
  const node = registry.get(id ?? "");
  if (!node) {
    printDiagnostic(problem("node.unknown-type", { type: id ?? "" }));
    console.error(`The nodes are: ${nodes.map((one) => one.id).join(", ")}`);
    return 2;
  }
  const engine = startEngine({ granted: [process.cwd()] });
  let failed = false;
  try {
    for (const example of node.examples) {
      console.log(`\n${node.id} · ${example.title}`);
      const document = exampleGraph(registry, node, example);
      const finished = new Promise<string>((done) => {
        const stop = engine.subscribe((event) => {
          if (event.kind === "diagnostic") printDiagnostic(event.diagnostic);
          if (event.kind !== "finished") return;
          stop();
          done(event.status);
        });
      });
      await engine.run({ document, targets: [exampleNodeId] });
      failed ||= (await finished) !== "done";
      const { signature, outputs } = (await engine.check({ document })).nodes[exampleNodeId] ?? {
        outputs: {},
      };
      for (const port of signature === undefined ? [] : Object.keys(outputs)) {
        show(port, await engine.look({ signature: signature ?? "", port, limit: 5 }));
      }
    }
  } catch (thrown) {
    printDiagnostic(diagnosticOf(thrown));
    failed = true;
  } finally {
    await engine.dispose();
  }
  return failed ? 1 : 0;
}

function show(port: string, look: Look): void {
  console.log(
    `  ${port}: ${inspect(look, { depth: 4, maxArrayLength: 8, breakLength: 110, colors: process.stdout.isTTY })}`,
  );
}
