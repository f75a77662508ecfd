import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "../../generator/cli/run.js";
import { runProgram, shellEnvironment, type Ended } from "../cli/running.js";

/** Where a call is made. */
export interface Place {
  readonly cwd?: string;
  /** What the user's shell sets besides what ours does. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** A call reads paths from the working folder, and a process has one: so each call waits for the one before. */
let last: Promise<unknown> = Promise.resolve();

/** Calls the command line in this process, as it prints into pipes. */
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

/** The command line as it was built. */
export const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

/** Calls the command line as a user does: as a process. */
export function runBuilt(
  argv: readonly string[],
  { cwd = process.cwd(), environment }: Place = {},
): Promise<Ended> {
  if (!existsSync(main)) throw new Error("dist/ is missing: run npm run build first");
  return runProgram(cwd, [process.execPath, main, ...argv], environment);
}

/** The words of a call as a shell reads them: quoted ones may hold spaces, and a comment has none. */
export const splitWords = (line: string): string[] =>
  [...line.replace(/ # .*/, "").matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, once, twice, bare = ""]) => once ?? twice ?? bare,
  );
