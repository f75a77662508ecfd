import { spawn } from "node:child_process";

/** What a program printed, and how it ended; undefined for one that a signal ended. */
export interface Ended {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program, and its first arguments. */
export type Program = readonly [string, ...string[]];

/** What a program that is called gets besides its arguments, and what ends it. */
export interface Calling {
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** In characters. Ours, with a patch of all that we generate, has a tenth of it. */
const longestAnswer = 200_000_000;

/**
 * Runs a program in the working folder, without a shell: its arguments arrive as they are. Resolves when it has ended, at the
 * latest by the signal. Rejects if it cannot be started.
 */
export const runProgram = (
  [path, ...first]: Program,
  args: readonly string[],
  { environment, signal }: Calling,
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(path, [...first, ...args], {
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    const printed = { stdout: "", stderr: "" };
    // It writes nothing of ours, and may not listen to a gentler signal.
    const end = () => void child.kill("SIGKILL");
    const gather = (name: keyof typeof printed) => (text: string) => {
      printed[name] += text;
      if (printed[name].length > longestAnswer) end();
    };
    child.stdout.setEncoding("utf8").on("data", gather("stdout"));
    child.stderr.setEncoding("utf8").on("data", gather("stderr"));
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
    child.on("error", reject);
    child.on("close", (code) => {
      signal.removeEventListener("abort", end);
      resolve({ ...printed, code: code ?? undefined });
    });
  });
