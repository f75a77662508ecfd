import { TillError } from "../till/engine/till.js";
import type { Args, Call, CommandName, Given } from "./options/commands.js";
import { asksForJson, findAskedText } from "./options/help-text.js";
import { problemEnding, Refusal, tell, usage, type Ending, type Told } from "./report/ending.js";
import { noTerminal, type Surroundings } from "./terminal.js";

/** Reads the arguments and runs the command that they name. */
export async function run(argv: readonly string[], around: Surroundings): Promise<Ending> {
  // What the script of `completion` calls, with the name of the program and the words so far.
  if (argv[0] === "--get-yargs-completions")
    return (await import("./commands/completion.js")).complete(argv.slice(2));
  const text = await findAskedText(argv);
  if (text !== undefined) return { code: 0, stdout: text, stderr: "" };
  // yargs takes as long to load as all that a call for help does.
  const { parseArguments } = await import("./options/parse.js");
  const parsed = await parseArguments(argv);
  if (!parsed.ok) return problemEnding(parsed.problems, asksForJson(argv));
  return runCommand(parsed.value, around);
}

type Runner<Name extends CommandName> = (
  args: Args<Name>,
  around: Surroundings,
  given: Given,
) => Ending | Told | Promise<Ending | Told>;

/** Only the command that runs is loaded. */
const loaders: { readonly [Name in CommandName]: () => Promise<Readonly<Record<Name, Runner<Name>>>> } = {
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
  { name, args, given }: Call<Name>,
  around: Surroundings,
): Promise<Ending> {
  const { json = false, quiet = false }: { json?: boolean; quiet?: boolean } = args;
  const { progress } = json || quiet ? noTerminal : around.terminal;
  const terminal = { ...around.terminal, progress };
  try {
    const { [name]: command } = await loaders[name]();
    const ended = await command(args, { ...around, terminal }, given);
    return "report" in ended ? tell(ended, json, terminal) : ended;
  } catch (error) {
    if (error instanceof Refusal) return problemEnding(error.problems, json);
    if (error instanceof TillError) return problemEnding([usage(error.message)], json);
    throw error;
  }
}
