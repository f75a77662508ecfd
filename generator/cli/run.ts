import type { Args, Call, CommandName, Given } from "./options/commands.js";
import { asksForJson, findAskedText } from "./options/help-text.js";
import { problemEnding, type Ending } from "./report/ending.js";
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

const loadContract = () => import("./commands/of-the-contract.js");
const loadReceiver = () => import("./commands/at-a-receiver.js");

/** Only the command that runs is loaded, and what lies in one part of the build with it. */
const runners: {
  readonly [Name in CommandName]: (args: Args<Name>, around: Surroundings, given: Given) => Promise<Ending>;
} = {
  generate: async (...call) => (await import("./commands/generate.js")).generate(...call),
  lint: async (args, around) => (await loadContract()).lint(args, around),
  diff: async (args, around) => (await loadContract()).diff(args, around),
  explain: async (args, around) => (await loadContract()).explain(args, around),
  release: async (args, around) => (await loadContract()).release(args, around),
  init: async (args, around) => (await loadContract()).init(args, around),
  mock: async (args) => (await loadContract()).mock(args),
  drift: async (args, around) => (await import("./commands/drift.js")).drift(args, around),
  send: async (args, around) => (await loadReceiver()).send(args, around),
  simulate: async (args, around) => (await loadReceiver()).simulate(args, around),
  till: async (args, around) => (await loadReceiver()).till(args, around),
  doctor: async (args, around) => (await loadReceiver()).doctor(args, around),
  explore: async (args, around) => (await import("./commands/explore.js")).explore(args, around),
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
