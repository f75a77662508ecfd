import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Health } from "../../../templates/copied/inbox/health.js";
import { subscriptions } from "./load.js";

/** What a process of a fleet is told. */
export interface Setup {
  /** It finds the generated code in its `generated/`, and writes its log beside. */
  readonly folder: string;
  readonly name: string;
  readonly database: string;
  /** Where it receives, if it does. */
  readonly port?: number;
  /** Whether it handles what is stored. */
  readonly works: boolean;
  readonly inboxOptions?: object;
  /** Whether first answers are kept in the inbox's database, or in memory; undefined keeps none. */
  readonly usesStore?: boolean;
  /** What the choices of a handler follow; each start of a process makes choices of its own. */
  readonly seed: number;
  /** How many of the runs of a handler throw: 0.02 is two in a hundred. */
  readonly failing: number;
  /** The most milliseconds that a handler takes. */
  readonly slowest: number;
}

/** A process that is started again when it ended, as a supervisor does. */
export interface Supervised {
  /** Kills it as nothing else can; resolves when the next one is ready. */
  kill(): Promise<void>;
  /** How its inbox is; while it starts it knows as little as one whose database is down. */
  ask(): Promise<Health>;
  /** What the events that are dead are about. */
  listDead(): Promise<readonly string[]>;
  /** Ends it for good. */
  end(): Promise<void>;
  /** How it ended when nobody had killed it. */
  readonly ownEnds: readonly string[];
}

const program = fileURLToPath(new URL("programs/program.mjs", import.meta.url));

/** With a process that ends at each start it would go on for ever. */
const maxOwnEnds = 100;

/** Starts a process; resolves when it is ready. */
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

/** What a process says; `otherwise` if it ends meanwhile. */
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

/** In milliseconds: far longer than the events of a killed process, or those that failed again and again, wait. */
export const longestStandstill = 180_000;

/** Resolves when nothing waits any more; or when nothing moves any more, as what is then lost shows better than a hang. */
export async function untilHandled(one: Supervised): Promise<Health> {
  // What is told was counted up to a second ago.
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
