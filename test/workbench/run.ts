import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Command = readonly [string, ...string[]];

export const runProgram = (cwd: string, command: Command, env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  startProgram(cwd, command, env).ended;

export interface StartedProgram {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  printed(): Pick<Ended, "stdout" | "stderr">;
}

/** Starts a long-running program in its own process group, as a terminal does. */
export function startProgram(cwd: string, command: Command, env: NodeJS.ProcessEnv = {}): StartedProgram {
  const [program, ...args] = command;
  const child = spawn(program, args, { cwd, env: { ...shellEnvironment(), ...env }, detached: true });
  const printed = collect(child);
  return { child, printed: () => ({ ...printed }), ended: waitForEnd(child, printed) };
}

/**
 * Starts a server, uses it once it listens, and always ends it with every process that it started. Vitest's
 * `onTestFinished` cannot do this: with concurrent tests, it runs when any of them ends.
 *
 * Returns all that it printed. Before its end, a line may come later than the answer that it belongs to.
 */
export async function withServer(
  { cwd, command, port, env = {} }: { cwd: string; command: Command; port: number; env?: NodeJS.ProcessEnv },
  use: (server: StartedProgram) => Promise<void>,
): Promise<Ended> {
  const server = startProgram(cwd, command, { ...env, PORT: `${port}` });
  try {
    await waitUntilListening(server, port);
    await use(server);
  } finally {
    signalGroup(server.child, "SIGKILL");
    await server.ended;
  }
  return server.ended;
}

export const waitUntilListening = ({ ended }: StartedProgram, port: number): Promise<void> =>
  Promise.race([
    listening(port),
    ended.then((how) => Promise.reject(new Error(`The server ended: ${JSON.stringify(how)}`))),
  ]);

/** Signals the whole process group, as Ctrl-C in a terminal does. */
export function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // Every process in the group has ended.
  }
}

/** Excludes npm's additions and the colors that vitest requests. */
export const shellEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^FORCE_COLOR$/i.test(name)));

type Printed = Record<"stdout" | "stderr", string>;

function collect(child: ChildProcess): Printed {
  const printed = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
  return printed;
}

async function waitForEnd(child: ChildProcess, printed: Printed): Promise<Ended> {
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...printed };
}

export async function listens(port: number): Promise<boolean> {
  const socket = connect({ port, host: "localhost" });
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  });
  socket.destroy();
  return isOpen;
}

async function listening(port: number): Promise<void> {
  while (!(await listens(port))) await wait(100);
}

/** The fenced blocks of a page in a language, which may be "". */
export const fencedBlocks = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(/^```(.*)\n([^]*?)^```$/gm)].flatMap(([, found, text = ""]) =>
    found === language ? [text] : [],
  );
