import { TillError } from "../till/engine/till.js";
import type { Args, Call, CommandName, ExplicitOptions } from "./options/commands.js";
import { asksForJson, findHelpOrVersion } from "./options/help-text.js";
import { CallError, usageProblem } from "./call-error.js";
import { renderProblems, renderResult, type RenderedResult, type CommandResult } from "./command-result.js";
import { noTerminal, type CommandContext } from "./terminal/terminal.js";

/** Reads the arguments and runs the command that they name. */
export async function run(argv: readonly string[], context: CommandContext): Promise<RenderedResult> {
  // What the script of `completion` calls, with the name of the program and the words so far.
  if (argv[0] === "--get-yargs-completions")
    return (await import("./commands/completion.js")).complete(argv.slice(2));
  const text = await findHelpOrVersion(argv);
  if (text !== undefined) return { code: 0, stdout: text, stderr: "" };
  // yargs takes as long to load as all that a call for help does.
  const { parseArguments } = await import("./options/parse.js");
  const parsed = await parseArguments(argv);
  if (!parsed.ok) return renderProblems(parsed.problems, asksForJson(argv));
  return runCommand(parsed.value, context);
}

type CommandFunction<Name extends CommandName> = (
  args: Args<Name>,
  context: CommandContext,
  explicit: ExplicitOptions,
) => RenderedResult | CommandResult | Promise<RenderedResult | CommandResult>;

/** Only the command that runs is loaded. */
const loaders: {
  readonly [Name in CommandName]: () => Promise<Readonly<Record<Name, CommandFunction<Name>>>>;
} = {
  generate: () => import("./commands/generate.js"),
  lint: () => import("./commands/lint.js"),
  diff: () => import("./commands/diff.js"),
  explain: () => import("./commands/explain.js"),
  drift: () => import("./commands/drift.js"),
  release: () => import("./commands/release.js"),
  init: () => import("./commands/init.js"),
  send: () => import("./commands/send.js"),
  doctor: () => import("./commands/doctor.js"),
  simulate: () => import("./commands/simulate.js"),
  till: () => import("./commands/till.js"),
  explore: () => import("./commands/explore.js"),
  mock: () => import("./commands/mock.js"),
  inbox: () => import("./commands/inbox.js"),
  completion: () => import("./commands/completion.js"),
};

/** Where a program reads the result, or only problems are wanted, no progress is shown. */
async function runCommand<Name extends CommandName>(
  { name, args, explicit }: Call<Name>,
  context: CommandContext,
): Promise<RenderedResult> {
  const { json = false, quiet = false }: { json?: boolean; quiet?: boolean } = args;
  const { progress } = json || quiet ? noTerminal : context.terminal;
  const terminal = { ...context.terminal, progress };
  try {
    const { [name]: command } = await loaders[name]();
    const result = await command(args, { ...context, terminal }, explicit);
    return "report" in result ? renderResult(result, json, terminal) : result;
  } catch (error) {
    if (error instanceof CallError) return renderProblems(error.problems, json);
    if (error instanceof TillError) return renderProblems([usageProblem(error.message)], json);
    throw error;
  }
}
