import { createMemo, type Memo } from "../memo.js";
import type { Args, Call, CommandName, Given } from "./options/commands.js";
import { asksForJson, findAskedText } from "./options/help-text.js";
import { problemEnding, type Ending } from "./report/ending.js";
import type { Surroundings } from "./surroundings.js";
import { noTerminal, type Terminal } from "./terminal/terminal.js";

/** Reads the arguments and runs the command that they name. */
export async function run(
  argv: readonly string[],
  { environment, terminal = noTerminal, memo = createMemo() }: RunOptions,
): Promise<Ending> {
  // What the script of `completion` calls, with the name of the program and the words so far.
  if (argv[0] === "--get-yargs-completions")
    return (await import("./commands/completion.js")).complete(argv.slice(2), { memo });
  const text = await findAskedText(argv, memo);
  if (text !== undefined) return { code: 0, stdout: text, stderr: "" };
  // yargs takes as long to load as all that a call for help does.
  const { parseArguments } = await import("./options/parse.js");
  const parsed = await parseArguments(argv);
  if (!parsed.ok) return problemEnding(parsed.problems, asksForJson(argv));
  return runCommand(parsed.value, { environment, terminal, memo });
}

/** Without a terminal nobody is in front of it. */
interface RunOptions extends Pick<Surroundings, "environment"> {
  readonly terminal?: Terminal | undefined;
  readonly memo?: Memo | undefined;
}

/** Only the command that runs is loaded. */
const runners: {
  readonly [Name in CommandName]: (args: Args<Name>, around: Surroundings, given: Given) => Promise<Ending>;
} = {
  generate: async (args, around, given) =>
    (await import("./commands/generate.js")).generate(args, around, given),
  lint: async (args, around) => (await import("./commands/lint.js")).lint(args, around),
  targets: async (args, { terminal }) => (await import("./commands/targets.js")).targets(args, terminal),
  versions: async (args, around) => (await import("./commands/versions.js")).versions(args, around),
  diff: async (args, around) => (await import("./commands/diff.js")).diff(args, around),
  explain: async (args, around) => (await import("./commands/explain.js")).explain(args, around),
  drift: async (args, around) => (await import("./commands/drift.js")).drift(args, around),
  release: async (args, around) => (await import("./commands/release.js")).release(args, around),
  init: async (args, around) => (await import("./commands/init.js")).init(args, around),
  send: async (args, around) => (await import("./commands/send.js")).send(args, around),
  simulate: async (args, around) => (await import("./commands/simulate.js")).simulate(args, around),
  till: async (args, around) => (await import("./commands/till.js")).till(args, around),
  explore: async (args, around) => (await import("./commands/explore.js")).explore(args, around),
  mock: async (args, around) => (await import("./commands/mock.js")).mock(args, around),
  doctor: async (args, around) => (await import("./commands/doctor.js")).doctor(args, around),
  inbox: async (args, around) => (await import("./commands/inbox.js")).inbox(args, around),
  completion: async (_, around) => (await import("./commands/completion.js")).completion(around),
};

/** Where a program reads the result, or only problems are wanted, no progress is shown. */
function runCommand<Name extends CommandName>(
  { name, args, given }: Call<Name>,
  around: Surroundings,
): Promise<Ending> {
  const { terminal } = around;
  const { json = false, quiet = false }: { json?: boolean; quiet?: boolean } = args;
  const quieted = json || quiet ? { ...terminal, progress: noTerminal.progress } : terminal;
  return runners[name](args, { ...around, terminal: quieted }, given);
}
