import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "../../generator/cli/run.js";
import { runProgram, shellEnvironment, type Ended } from "./run.js";

export interface Place {
  readonly cwd?: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Calls run one after another, because a process has only one working folder. */
let last: Promise<unknown> = Promise.resolve();

/** Runs the command line in this process, with piped output. */
export function runCommand(argv: readonly string[], place: Place = {}): Promise<Ended> {
  const ended = last.then(() => runHere(argv, place));
  last = ended.catch(() => undefined);
  return ended;
}

async function runHere(argv: readonly string[], { cwd = process.cwd(), environment }: Place): Promise<Ended> {
  const printed = { stdout: "", stderr: "" };
  const toStream = (name: keyof typeof printed) => ({ write: (text: string) => (printed[name] += text) });
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const code = await run(argv, {
      environment: { ...shellEnvironment(), ...environment },
      stdout: toStream("stdout"),
      stderr: toStream("stderr"),
    });
    return { code, ...printed };
  } finally {
    process.chdir(before);
  }
}

export const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

export function runBuilt(
  argv: readonly string[],
  { cwd = process.cwd(), environment }: Place = {},
): Promise<Ended> {
  if (!existsSync(main)) throw new Error("dist/ is missing: run npm run build first");
  return runProgram(cwd, [process.execPath, main, ...argv], environment);
}

/** Splits a call into words as a shell does. Quoted words may contain spaces, and comments are dropped. */
export const splitWords = (line: string): string[] =>
  [...line.replace(/ # .*/, "").matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, once, twice, bare = ""]) => once ?? twice ?? bare,
  );
