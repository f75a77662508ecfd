import { parseEnv } from "node:util";
import { TillError } from "../till/engine/till-error.js";
import { stripStyles } from "../base/text/style.js";
import { commandNames, type Args, type Call, type CommandName } from "./options/commands.js";
import { introduction, parseArguments } from "./options/parse.js";
import { CallError, usageProblem } from "./call-error.js";
import {
  renderProblems,
  renderResult,
  renderText,
  type CommandResult,
  type ExitCode,
  type RenderedResult,
} from "./command-result.js";
import { readUserFile } from "./inputs/user-files.js";
import { showsColors, type CommandContext, type Environment, type Stream } from "./terminal/terminal.js";

/** Everything that a shell passes to a program. Paths are relative to the working folder. */
export interface Shell {
  readonly environment: Environment;
  readonly stdout: Stream;
  readonly stderr: Stream;
}

export async function run(argv: readonly string[], shell: Shell): Promise<ExitCode> {
  const { environment, stdout, stderr } = shell;
  const isNpx = environment["npm_command"] === "exec";
  const show = (stream: Stream, text: string): void => {
    const called = isNpx ? text.replace(calls, "npx $&") : text;
    const hasColors = showsColors(stream.isTTY ?? false, environment);
    stream.write(hasColors ? called : stripStyles(called));
  };
  const print = (out: string, error = ""): void => {
    show(stdout, out);
    show(stderr, error);
  };
  const terminal = {
    // A terminal that does not know its width reports 0.
    columns: stdout.columns === 0 ? undefined : stdout.columns,
    print,
    announce: (line: string) => (stderr.isTTY ? print("", `${line}\n`) : undefined),
  };
  const result = await call(argv, { environment: { ...readEnvFile(), ...environment }, terminal });
  print(result.stdout, result.stderr);
  return result.code;
}

const calls = new RegExp(
  `(?<!npx |bunx |exec |run |=)\\bmplus-codegen (?=--(?!get-)|<|(?:${commandNames.join("|")})\\b)`,
  "g",
);

/** Reads `.env` in the working folder as `node --env-file` does. Empty if it cannot be read. */
function readEnvFile(): Environment {
  try {
    return parseEnv(new TextDecoder().decode(readUserFile(".env", 1_000_000)));
  } catch {
    return {};
  }
}

async function call(argv: readonly string[], context: CommandContext): Promise<RenderedResult> {
  const json = argv.includes("--json");
  try {
    // Yargs' completion script calls this with the program name and the words so far.
    if (argv[0] === "--get-yargs-completions")
      return renderText(await (await import("./commands/completion.js")).complete(argv.slice(2)));
    if (argv.length === 0 && (await import("./inputs/config.js")).findConfig() === undefined)
      return { code: 2, stdout: "", stderr: introduction };
    const parsed = await parseArguments(argv);
    return typeof parsed === "string" ? renderText(parsed) : await runCommand(parsed, context);
  } catch (error) {
    if (error instanceof CallError) return renderProblems(error.problems, json);
    if (error instanceof TillError) return renderProblems([usageProblem(error.message)], json);
    throw error;
  }
}

type CommandFunction<Name extends CommandName> = (
  args: Args<Name>,
  context: CommandContext,
) => RenderedResult | CommandResult | Promise<RenderedResult | CommandResult>;

/** Loads only the command that runs. */
const loaders: {
  readonly [Name in CommandName]: () => Promise<Readonly<Record<Name, CommandFunction<Name>>>>;
} = {
  init: () => import("./commands/init.js"),
  generate: () => import("./commands/generate.js"),
  till: () => import("./commands/till.js"),
  send: () => import("./commands/send.js"),
  simulate: () => import("./commands/simulate.js"),
  doctor: () => import("./commands/doctor.js"),
  explore: () => import("./commands/explore.js"),
  listen: () => import("./commands/listen.js"),
  replay: () => import("./commands/replay.js"),
  mock: () => import("./commands/mock.js"),
  validate: () => import("./commands/validate.js"),
  explain: () => import("./commands/explain.js"),
  diff: () => import("./commands/diff.js"),
  lint: () => import("./commands/lint.js"),
  release: () => import("./commands/release.js"),
  drift: () => import("./commands/drift.js"),
  inbox: () => import("./commands/inbox.js"),
  completion: () => import("./commands/completion.js"),
};

async function runCommand<Name extends CommandName>(
  { name, args }: Call<Name>,
  context: CommandContext,
): Promise<RenderedResult> {
  const { json = false }: { json?: boolean } = args;
  const { [name]: command } = await loaders[name]();
  const result = await command(args, context);
  return "report" in result ? renderResult(result, json, context.terminal) : result;
}
