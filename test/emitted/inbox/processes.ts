import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Health } from "../../../templates/copied/inbox/health.js";
import { subscriptions } from "./load.js";

export interface Setup {
  /** Its folder, with the generated code in `generated/` and the process's log. */
  readonly folder: string;
  readonly name: string;
  readonly database: string;
  /** Undefined if it does not receive. */
  readonly port?: number;
  /** True if it handles stored events. */
  readonly works: boolean;
  readonly inboxOptions?: object;
  /** Keeps first answers in the inbox's database or in memory. Undefined keeps none. */
  readonly usesStore?: boolean;
  /** Seed of the handler's random choices; each start of a process makes its own. */
  readonly seed: number;
  /** 0.02 is two in a hundred. */
  readonly failing: number;
  /** In milliseconds. */
  readonly slowest: number;
}

/** A process that restarts when it ends, as under a supervisor. */
export interface Supervised {
  /** Kills it with SIGKILL, and resolves when the next one is ready. */
  kill(): Promise<void>;
  /** A starting process reports what it would if its database were down. */
  ask(): Promise<Health>;
  listDead(): Promise<readonly string[]>;
  end(): Promise<void>;
  /** Its exits, except kills. */
  readonly ownEnds: readonly string[];
}

const program = fileURLToPath(new URL("programs/program.mjs", import.meta.url));

/** Otherwise, a process that exits at each start would loop forever. */
const maxOwnEnds = 100;

/** Resolves when the process is ready. */
export async function supervise(node: string, setup: Setup): Promise<Supervised> {
  const ownEnds: string[] = [];
  const killed = new WeakSet<ChildProcess>();
  let isOver = false;
  let starts = 0;
  let child: ChildProcess;
  let ready: Promise<unknown>;
  const start = (): void => {
    const own = { ...setup, subscriptions, seed: setup.seed + (starts += 1) };
    const started = spawn(node, ["--no-warnings", program, JSON.stringify(own)], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      cwd: setup.folder,
    });
    child = started;
    const ended = once(started, "exit").then(([code, signal]) => {
      if (!killed.has(started)) ownEnds.push(`${setup.name}: ${String(code ?? signal)}`);
      if (isOver || ownEnds.length >= maxOwnEnds) return undefined;
      start();
      return ready;
    });
    ready = Promise.race([once(started, "message"), ended]);
  };
  const end = async (): Promise<void> => {
    if (!isAlive(child)) return;
    killed.add(child);
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  start();
  const untilReady = (): Promise<unknown> => ready;
  await untilReady();
  return {
    ownEnds,
    async kill() {
      await untilReady();
      await end();
      await untilReady();
    },
    ask: () => untilReady().then(() => ask(child, "health", { database: "down" })),
    listDead: () => untilReady().then(() => ask(child, "dead", [] as string[])),
    async end() {
      isOver = true;
      await end();
    },
  };
}

const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

/** Resolves to `otherwise` if the process exits first. */
async function ask<T>(asked: ChildProcess, what: string, otherwise: T): Promise<T> {
  if (!isAlive(asked)) return otherwise;
  const over = new AbortController();
  const reply = once(asked, "message", { signal: over.signal }).then(([message]) => message as T);
  const gone = once(asked, "exit", { signal: over.signal }).then(() => otherwise);
  asked.send(what, () => undefined);
  const [first] = await Promise.all([Promise.race([reply, gone])]);
  over.abort();
  return first;
}

/** In milliseconds. Much longer than an event waits after its process was killed or its handler failed repeatedly. */
export const longestStandstill = 180_000;

/** Also resolves when nothing moves, so that a lost event is reported instead of hanging the test. */
export async function untilHandled(one: Supervised): Promise<Health> {
  // The reported count is up to a second old.
  await sleep(2000);
  let last = await one.ask();
  let since = performance.now();
  while (last.waiting !== 0 && performance.now() - since < longestStandstill) {
    await sleep(200);
    const next = await one.ask();
    if (next.waiting !== last.waiting) since = performance.now();
    last = next;
  }
  return last;
}
