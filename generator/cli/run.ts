import yargs, { type Argv } from "yargs";
import { report } from "../problem/catalogue.js";
import type { GenerateEnding } from "./commands/generate.js";
import {
  diffOptions,
  explainOptions,
  generateOptions,
  initOptions,
  readOptions,
  releaseOptions,
  type DiffArguments,
  type ExplainArguments,
  type GenerateArguments,
  type InitArguments,
  type OptionRow,
  type ReadArguments,
  type ReleaseArguments,
  type VersionsArguments,
} from "./options.js";
import { readToolVersion } from "./package-files.js";
import { problemEnding, type Ending } from "./terminal.js";
import { findUnknownWords } from "./unknown-words.js";

/** A call of the command line, run; `generated` is set where it was one of `generate`. */
export interface Run {
  readonly ending: Ending;
  readonly generated?: { readonly args: GenerateArguments; readonly ending: GenerateEnding };
}

/** Understands the arguments and runs the command they name, of which only that one is loaded. */
export async function run(argv: readonly string[]): Promise<Run> {
  let chosen: (() => Promise<Run>) | undefined;
  const complaints: string[] = [];
  let printed = "";
  // yargs goes on to the command after a fault, so that it only chooses here; it runs below.
  const choose = (command: () => Promise<Run>): void => void (chosen = command);
  const parser = createParser({
    generate: (args) => choose(async () => runGenerate(args)),
    lint: (args) => choose(async () => ({ ending: (await import("./commands/lint.js")).lint(args) })),
    targets: (args) =>
      choose(async () => ({ ending: (await import("./commands/targets.js")).targets(args) })),
    versions: (args) =>
      choose(async () => ({ ending: (await import("./commands/versions.js")).versions(args) })),
    diff: (args) => choose(async () => ({ ending: (await import("./commands/diff.js")).diff(args) })),
    explain: (args) =>
      choose(async () => ({ ending: (await import("./commands/explain.js")).explain(args) })),
    release: (args) =>
      choose(async () => ({ ending: (await import("./commands/release.js")).release(args) })),
    init: (args) => choose(async () => ({ ending: await (await import("./commands/init.js")).init(args) })),
  }).fail((message, error) => {
    if (error instanceof Error && error.name !== "YError") throw error;
    complaints.push(inOneLine(message));
  });
  await parser.parse([...argv], (_error: unknown, _args: unknown, output: string) => void (printed = output));
  if (complaints.length > 0) return { ending: usageEnding(complaints, argv) };
  return chosen ? chosen() : { ending: { code: 0, stdout: `${printed}\n`, stderr: "" } };
}

async function runGenerate(args: GenerateArguments): Promise<Run> {
  const { generate } = await import("./commands/generate.js");
  const ending = await generate(args);
  return { ending, generated: { args, ending } };
}

interface Commands {
  readonly generate: (args: GenerateArguments) => void;
  readonly lint: (args: ReadArguments) => void;
  readonly targets: (args: { readonly json: boolean }) => void;
  readonly versions: (args: VersionsArguments) => void;
  readonly diff: (args: DiffArguments) => void;
  readonly explain: (args: ExplainArguments) => void;
  readonly release: (args: ReleaseArguments) => void;
  readonly init: (args: InitArguments) => void;
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
    .command(
      "versions [range]",
      "List the releases of the POS that the spec knows, or what each of a range brought",
      (command) =>
        command
          .positional("range", {
            type: "string",
            describe: "Releases from A to B: 48..59, 48.., ..59, or one; 48,59 is as 48..59",
          })
          .options(readOptions),
      (args) => commands.versions(args as unknown as VersionsArguments),
    )
    .command(
      "diff [from] [to]",
      "Tell what changes between two releases, two fleets or two states of the spec",
      (command) =>
        command
          .positional("from", {
            type: "string",
            describe: "A release (48), or a fleet: its range (48..) or list (48,59)",
          })
          .positional("to", { type: "string", describe: "What to compare it with" })
          .options(diffOptions),
      (args) => commands.diff(args as unknown as DiffArguments),
    )
    .command(
      "explain <path>",
      "Tell since when something is there, and why your fleet may not have it",
      (command) =>
        command
          .positional("path", {
            type: "string",
            describe: "form.fields[].separator, receiptFooter, or an event",
          })
          .options(explainOptions),
      (args) => commands.explain(args as unknown as ExplainArguments),
    )
    .command(
      "release <number>",
      "Add a release of the POS to a spec, and show where to go on",
      (command) =>
        command.positional("number", { type: "string", describe: "60, or 59.5.1" }).options(releaseOptions),
      (args) => commands.release(args as unknown as ReleaseArguments),
    )
    .command(
      "init <framework>",
      "Make a small project that answers webhooks: yours from then on",
      (command) =>
        command
          .positional("framework", { type: "string", describe: "express, fastify, hono, koa, nest or node" })
          .options(initOptions),
      (args) => commands.init(args as unknown as InitArguments),
    )
    .example("$0 --target express --min-version 48", "a router, for shops from v48 on")
    .example("$0 --target docs,types --out webhooks", "docs and types, in webhooks/")
    .epilogue("Exit code: 0 done, 1 --check or --fail-on found something, 2 the call or the spec is wrong.")
    .version(readToolVersion())
    .strict()
    .check(eachOnce)
    .locale("en")
    .wrap(110)
    .parserConfiguration({
      "duplicate-arguments-array": true,
      "dot-notation": false,
      "boolean-negation": false,
    })
    .exitProcess(false);
}

/** Only --target and --events may be repeated: of two folders or releases, which one is meant? */
function eachOnce(args: Readonly<Record<string, unknown>>): true | string {
  const nameless = ["out", "dir"].find((name) => args[name] === "");
  if (nameless !== undefined) return `--${nameless} needs the name of a folder.`;
  const options = {
    ...generateOptions,
    ...diffOptions,
    ...explainOptions,
    ...releaseOptions,
    ...initOptions,
  } as const;
  const once = Object.entries<OptionRow>(options).filter(([, { array }]) => array !== true);
  const twice = once.map(([name]) => name).find((name) => Array.isArray(args[name]));
  return twice === undefined || `--${twice} is given more than once.`;
}

/** A misspelt option comes before what is missing in its place. */
function usageEnding(complaints: readonly string[], argv: readonly string[]): Ending {
  const [found] = complaints.flatMap((complaint) => findUnknownWords(complaint, argv) ?? []);
  const message = found
    ? `Unknown argument${found.words.length > 1 ? "s" : ""}: ${found.words.join(", ")}`
    : (complaints[0] ?? "");
  const meant = found && found.meant.length > 0 ? `Did you mean ${found.meant.join(" and ")}? ` : "";
  const sentence = /[.?]$/.test(message) ? message : `${message}.`;
  return problemEnding(
    [report("usage", { message: sentence, hint: `${meant}See mplus-codegen --help.` })],
    false,
  );
}

const inOneLine = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
