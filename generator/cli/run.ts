import { report } from "../problem/catalogue.js";
import { listWords } from "../text/list.js";
import type { Args, Call } from "./options/args.js";
import type { CommandName } from "./options/commands.js";
import { parseArguments } from "./options/parse.js";
import { findUnknownWords } from "./options/unknown-words.js";
import { readToolVersion } from "../package/package-files.js";
import { problemEnding, type Ending } from "./report/ending.js";

/** Reads the arguments and runs the command that they name. */
export async function run(argv: readonly string[]): Promise<Ending> {
  const parsed = await parseArguments(argv, await describeVersion(argv));
  if (parsed.kind === "invalid") return usageEnding(parsed.complaints, argv);
  if (parsed.kind === "text") return { code: 0, stdout: `${parsed.text}\n`, stderr: "" };
  return runCommand(parsed.call);
}

/** The spec is only read where the version is asked for. */
async function describeVersion(argv: readonly string[]): Promise<string> {
  if (!argv.includes("--version")) return readToolVersion();
  return (await import("./tool-version.js")).describeToolVersion();
}

/** Only the command that runs is loaded. */
const runners: { readonly [Name in CommandName]: (args: Args<Name>) => Promise<Ending> } = {
  generate: async (args) => (await import("./commands/generate.js")).generate(args),
  lint: async (args) => (await import("./commands/lint.js")).lint(args),
  targets: async (args) => (await import("./commands/targets.js")).targets(args),
  versions: async (args) => (await import("./commands/versions.js")).versions(args),
  diff: async (args) => (await import("./commands/diff.js")).diff(args),
  explain: async (args) => (await import("./commands/explain.js")).explain(args),
  release: async (args) => (await import("./commands/release.js")).release(args),
  init: async (args) => (await import("./commands/init.js")).init(args),
  send: async (args) => (await import("./commands/send.js")).send(args),
  simulate: async (args) => (await import("./commands/simulate.js")).simulate(args),
  doctor: async (args) => (await import("./commands/doctor.js")).doctor(args),
};

const runCommand = <Name extends CommandName>({ name, args }: Call<Name>): Promise<Ending> =>
  runners[name](args);

/** An unknown word explains more than what is missing because of it, so that it is reported first. */
function usageEnding(complaints: readonly string[], argv: readonly string[]): Ending {
  const [unknown] = complaints.flatMap((complaint) => findUnknownWords(complaint, argv) ?? []);
  const message = unknown
    ? `Unknown argument${unknown.words.length > 1 ? "s" : ""}: ${unknown.words.join(", ")}`
    : (complaints[0] ?? "");
  const meant =
    unknown && unknown.meant.length > 0 ? `Did you mean ${listWords(unknown.meant, "and")}? ` : "";
  const sentence = /[.?]$/.test(message) ? message : `${message}.`;
  return problemEnding(
    [report("usage", { message: sentence, hint: `${meant}See mplus-codegen --help.` })],
    false,
  );
}
