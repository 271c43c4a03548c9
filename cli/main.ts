/** The command line: parses the call, hands over, turns the answer into an exit code. */
import { Command, CommanderError } from "commander";
import { engineVersion } from "../core/engine/engine.ts";
import { checkCommand } from "./check.ts";
import { doctorCommand } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { runCommand } from "./run.ts";
import { serveCommand } from "./serve.ts";

const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** Runs one call and answers with its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command("espalier")
    .description("Machine-learning experiments as graphs: run, check, export, serve.")
    .version(engineVersion)
    .exitOverride()
    .showHelpAfterError("(espalier --help lists the commands)");

  program
    .command("run")
    .description("Run a graph and print its scores.")
    .argument("<file>", "a .espalier file")
    .option("--set <node.param=value>", "change a parameter for this run; may be repeated", collect)
    .option("--to <node>", "run only this node and what it needs; may be repeated", collect)
    .option("--grant <folder>", "a further folder that the graph may read; may be repeated", collect)
    .option("--backend <name>", "tensorflow, webgpu, wasm, cpu, or auto: what tensor nodes compute on")
    .option("--json", "one JSON object a line on stdout, the last with event done")
    .option("--store <folder>", "where results are kept between runs (default: the user's cache folder)")
    .option("--no-store", "keep results in memory only")
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 a node failed, 2 the graph or the call is wrong, 130 cancelled.",
    )
    .action(async (file, options) => {
      code = await runCommand(file, options);
    });

  program
    .command("check")
    .description("List all problems of a graph without running it.")
    .argument("<file>", "a .espalier file")
    .option("--grant <folder>", "a further folder that the graph may read; may be repeated", collect)
    .option("--json", "one JSON object on stdout")
    .option("--store <folder>", "where results are kept between runs (default: the user's cache folder)")
    .option("--no-store", "keep results in memory only")
    .addHelpText("after", "\nExit codes: 0 no problems, 2 problems.")
    .action(async (file, options) => {
      code = await checkCommand(file, options);
    });

  program
    .command("export")
    .description("Run a graph and write it as a TypeScript folder that gives, and proves, the same numbers.")
    .argument("<file>", "a .espalier file")
    .requiredOption("--out <folder>", "a new or empty folder")
    .option("--set <node.param=value>", "change a parameter first; may be repeated", collect)
    .option("--grant <folder>", "a further folder that the graph may read; may be repeated", collect)
    .option("--overwrite", "write into a folder that is not empty")
    .option("--store <folder>", "where results are kept between runs (default: the user's cache folder)")
    .option("--no-store", "keep results in memory only")
    .addHelpText("after", "\nExit codes: 0 written, 1 a node failed, 2 the graph or the call is wrong.")
    .action(async (file, options) => {
      code = await exportCommand(file, options);
    });

  program
    .command("doctor")
    .description("Say which tensor backends are found, which is used, and why the others are not.")
    .option("--backend <name>", "as if this one were named: tensorflow, webgpu, wasm, cpu, or auto")
    .option("--fresh", "probe again, whatever is remembered")
    .option("--json", "one JSON object on stdout")
    .action(async (options) => {
      code = await doctorCommand(options);
    });

  program
    .command("serve")
    .description("Open the editor in a browser, over one folder (default: Espalier in the home folder).")
    .argument("[folder]", "the folder that graphs are read from and saved to")
    .option("--port <number>", "port on 127.0.0.1; 0 for any free one")
    .option("--backend <name>", "tensorflow, webgpu, wasm, cpu, or auto: what tensor nodes compute on")
    .option("--no-open", "do not open a browser")
    .option("--store <folder>", "where results are kept between runs (default: the user's cache folder)")
    .option("--no-store", "keep results in memory only")
    .action(async (folder, options) => {
      code = await serveCommand(folder, options);
    });

  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
    throw thrown;
  }
}
