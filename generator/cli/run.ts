import yargs, { type Argv } from "yargs";
import { report } from "../problem/catalogue.js";
import type { GenerateEnding } from "./commands/generate.js";
import { generateOptions, readOptions, type GenerateArguments, type ReadArguments } from "./options.js";
import { readToolVersion } from "./package-files.js";
import { problemEnding, type Ending } from "./terminal.js";

/** A call of the command line, run; `generated` is set where it was one of `generate`. */
export interface Run {
  readonly ending: Ending;
  readonly generated?: { readonly args: GenerateArguments; readonly ending: GenerateEnding };
}

/** Understands the arguments and runs the command they name, of which only that one is loaded. */
export async function run(argv: readonly string[]): Promise<Run> {
  let result: Run | undefined;
  let fault: string | undefined;
  const settle = (ending: Ending): void => void (result = { ending });
  const parser = createParser({
    generate: async (args) => {
      const { generate } = await import("./commands/generate.js");
      const ending = await generate(args);
      result = { ending, generated: { args, ending } };
    },
    lint: async (args) => settle((await import("./commands/lint.js")).lint(args)),
    targets: async (args) => settle((await import("./commands/targets.js")).targets(args)),
    versions: async (args) => settle((await import("./commands/versions.js")).versions(args)),
  }).fail((message, error) => {
    if (error as Error | undefined) throw error;
    fault = message;
  });
  let printed = "";
  await parser.parse([...argv], (_error: unknown, _args: unknown, output: string) => void (printed = output));
  if (fault !== undefined) return { ending: usageEnding(fault) };
  return result ?? { ending: { code: 0, stdout: `${printed}\n`, stderr: "" } };
}

interface Commands {
  readonly generate: (args: GenerateArguments) => Promise<void>;
  readonly lint: (args: ReadArguments) => Promise<void>;
  readonly targets: (args: { readonly json: boolean }) => Promise<void>;
  readonly versions: (args: ReadArguments) => Promise<void>;
}

/** The one door to yargs. */
function createParser(commands: Commands): Argv {
  return yargs()
    .scriptName("mplus-codegen")
    .usage("$0 [command] [options]\n\nTyped, signed and validated MplusKASSA webhook endpoints. Unofficial.")
    .command(
      ["generate", "$0"],
      "Generate code or docs for the releases that your shops run",
      generateOptions,
      (args) => commands.generate(args as unknown as GenerateArguments),
    )
    .command("lint", "Check a spec and its examples", readOptions, (args) =>
      commands.lint(args as unknown as ReadArguments),
    )
    .command("targets", "List what can be generated", { json: readOptions.json }, commands.targets)
    .command("versions", "List the releases of the POS that the spec knows", readOptions, (args) =>
      commands.versions(args as unknown as ReadArguments),
    )
    .example("$0 --target express --min-version 48", "a router, for shops from v48 on")
    .example("$0 --target docs,types --out webhooks", "docs and types, in webhooks/")
    .epilogue("Exit code: 0 done, 1 --check found a difference, 2 the call or the spec is wrong.")
    .version(readToolVersion())
    .strict()
    .locale("en")
    .wrap(110)
    .parserConfiguration({
      "duplicate-arguments-array": true,
      "dot-notation": false,
      "boolean-negation": false,
    })
    .exitProcess(false);
}

const usageEnding = (message: string): Ending => {
  const sentence = message.trim().replace(/\s*\n\s*/g, " ");
  return problemEnding(
    [
      report("usage", {
        message: /[.?]$/.test(sentence) ? sentence : `${sentence}.`,
        hint: "See mplus-codegen --help.",
      }),
    ],
    false,
  );
};
