import { report } from "../problem/catalogue.js";
import type { Args, Call, Given } from "./options/args.js";
import { findAskedText } from "./options/asked-text.js";
import { asksForJson } from "./options/asks-for-json.js";
import type { CommandName } from "./options/commands.js";
import { explainComplaints } from "./options/complaints.js";
import { parseArguments } from "./options/parse.js";
import { problemEnding, type Ending } from "./report/ending.js";
import { noTerminal, type Terminal } from "./terminal/terminal.js";

/** Reads the arguments and runs the command that they name. */
export async function run(argv: readonly string[], terminal: Terminal = noTerminal): Promise<Ending> {
  const text = await findAskedText(argv);
  if (text !== undefined) return { code: 0, stdout: text, stderr: "" };
  const parsed = await parseArguments(argv);
  if (parsed.kind === "invalid") return usageEnding(parsed.complaints, argv);
  return runCommand(parsed.call, terminal);
}

/** Where a command runs: what of its arguments was given, and the terminal in front of it. */
interface Surroundings {
  readonly given: Given;
  readonly terminal: Terminal;
}

/** Only the command that runs is loaded. */
const runners: {
  readonly [Name in CommandName]: (args: Args<Name>, around: Surroundings) => Promise<Ending>;
} = {
  generate: async (args, { given, terminal }) =>
    (await import("./commands/generate.js")).generate(args, given, terminal),
  "upgrade-preview": async (args, { given, terminal }) =>
    (await import("./commands/upgrade-preview.js")).upgradePreview(args, given, terminal),
  lint: async (args, { terminal }) => (await import("./commands/lint.js")).lint(args, terminal),
  targets: async (args, { terminal }) => (await import("./commands/targets.js")).targets(args, terminal),
  versions: async (args, { terminal }) => (await import("./commands/versions.js")).versions(args, terminal),
  diff: async (args, { terminal }) => (await import("./commands/diff.js")).diff(args, terminal),
  explain: async (args, { terminal }) => (await import("./commands/explain.js")).explain(args, terminal),
  drift: async (args, { terminal }) => (await import("./commands/drift.js")).drift(args, terminal),
  release: async (args) => (await import("./commands/release.js")).release(args),
  init: async (args, { terminal }) => (await import("./commands/init.js")).init(args, terminal),
  send: async (args, { terminal }) => (await import("./commands/send.js")).send(args, terminal),
  simulate: async (args, { terminal }) => (await import("./commands/simulate.js")).simulate(args, terminal),
  mock: async (args) => (await import("./commands/mock.js")).mock(args),
  doctor: async (args, { terminal }) => (await import("./commands/doctor.js")).doctor(args, terminal),
  inbox: async (args, { terminal }) => (await import("./commands/inbox.js")).inbox(args, terminal),
  completion: async (args) => (await import("./commands/completion.js")).completion(args),
};

/** Where a program reads the result, or only problems are wanted, no progress is shown. */
function runCommand<Name extends CommandName>(
  { name, args, given }: Call<Name>,
  terminal: Terminal,
): Promise<Ending> {
  const { json = false, quiet = false }: { json?: boolean; quiet?: boolean } = args;
  const quieted = json || quiet ? { ...terminal, progress: noTerminal.progress } : terminal;
  return runners[name](args, { given, terminal: quieted });
}

async function usageEnding(complaints: readonly string[], argv: readonly string[]): Promise<Ending> {
  const { targets } = await import("../targets/all.js");
  const call = { argv, targets: targets.map(({ name }) => name) };
  return problemEnding([report("usage", explainComplaints(complaints, call))], asksForJson(argv));
}
