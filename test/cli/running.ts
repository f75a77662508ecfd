import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** What a program printed, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program and its arguments. */
export type Command = readonly [string, ...string[]];

/** Runs a program to its end. */
export const runProgram = (cwd: string, command: Command, env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  startProgram(cwd, command, env).ended;

/** A program that runs. */
export interface StartedProgram {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has printed so far. */
  printed(): Pick<Ended, "stdout" | "stderr">;
}

/** Starts a program that goes on running, as a terminal does: what it starts belongs to its process group. */
export function startProgram(cwd: string, command: Command, env: NodeJS.ProcessEnv = {}): StartedProgram {
  const [program, ...args] = command;
  const child = spawn(program, args, { cwd, env: { ...shellEnvironment(), ...env }, detached: true });
  const printed = collect(child);
  return { child, printed: () => ({ ...printed }), ended: waitForEnd(child, printed) };
}

/**
 * Starts a server and uses it once it listens; ends it and all that it started, whatever happens. Not by vitest's
 * `onTestFinished`: beside concurrent tests that runs when any of them ends.
 */
export async function withServer(
  { cwd, command, port, env = {} }: { cwd: string; command: Command; port: number; env?: NodeJS.ProcessEnv },
  use: (server: StartedProgram) => Promise<void>,
): Promise<void> {
  const server = startProgram(cwd, command, { ...env, PORT: `${port}` });
  try {
    await waitUntilListening(server, port);
    await use(server);
  } finally {
    signalGroup(server.child, "SIGKILL");
    await server.ended;
  }
}

/** Resolves once a server listens; rejects with what it printed where it ends before. */
export const waitUntilListening = ({ ended }: StartedProgram, port: number): Promise<void> =>
  Promise.race([
    listening(port),
    ended.then((how) => Promise.reject(new Error(`The server ended: ${JSON.stringify(how)}`))),
  ]);

/** Signals a program and all that it started, as Ctrl-C in a terminal does. */
export function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // All of them have ended.
  }
}

/** What a user's shell sets: not what npm adds where it runs these tests, nor the colours that vitest asks for. */
export const shellEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^FORCE_COLOR$/i.test(name)));

type Printed = Record<"stdout" | "stderr", string>;

/** Gathers what a program prints, while it does. */
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

/** The programs of a list that this machine lacks. */
export const missingPrograms = (...names: readonly string[]): string[] =>
  names.filter((name) => spawnSync("which", [name]).status !== 0);

/** Resolves to whether something listens on a port of this machine. */
export async function listens(port: number): Promise<boolean> {
  const socket = connect({ port, host: "localhost" });
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  });
  socket.destroy();
  return isOpen;
}

/** Resolves once something listens on a port of this machine. */
async function listening(port: number): Promise<void> {
  while (!(await listens(port))) await wait(100);
}

/** The fenced blocks of a language in a Markdown text, in order. */
export const fencedBlocks = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))].map(([, text = ""]) => text);
