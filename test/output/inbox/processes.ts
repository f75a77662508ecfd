import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Health } from "../../../templates/inbox/health.js";
import { secret } from "../../conformance/signature.js";

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
  /** Kills it as nothing else can, and starts it again; resolves when it is ready. */
  kill(): Promise<void>;
  ask(): Promise<Health>;
  /** Ends it for good. */
  end(): Promise<void>;
  /** How it ended when nobody had killed it. */
  readonly ownEnds: readonly string[];
}

const program = fileURLToPath(new URL("programs/program.mjs", import.meta.url));

/** Starts a process; resolves when it is ready. */
export async function supervise(node: string, setup: Setup): Promise<Supervised> {
  const ownEnds: string[] = [];
  const killed = new WeakSet<ChildProcess>();
  let isOver = false;
  let starts = 0;
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    const own = { ...setup, secret, seed: setup.seed + (starts += 1) };
    const started = spawn(node, ["--no-warnings", program, JSON.stringify(own)], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      cwd: setup.folder,
    });
    child = started;
    const ended = once(started, "exit").then(async ([code, signal]) => {
      if (!killed.has(started)) ownEnds.push(`${setup.name}: ${String(code ?? signal)}`);
      if (!killed.has(started) && !isOver && ownEnds.length < 20) await start();
    });
    await Promise.race([once(started, "message"), ended]);
  };
  const end = async (): Promise<void> => {
    const ended = child;
    if (ended.exitCode !== null || ended.signalCode !== null) return;
    killed.add(ended);
    const gone = once(ended, "exit");
    ended.kill("SIGKILL");
    await gone;
  };
  await start();
  return {
    ownEnds,
    async kill() {
      await end();
      await start();
    },
    async ask() {
      const [asked, over] = [child, new AbortController()];
      const reply = once(asked, "message", { signal: over.signal }) as Promise<[Health]>;
      const gone = once(asked, "exit", { signal: over.signal }).then(() => {
        throw new Error(`${setup.name} ended while it was asked`);
      });
      asked.send("health");
      const [health] = await Promise.race([reply, gone]);
      over.abort();
      return health;
    },
    async end() {
      isOver = true;
      await end();
    },
  };
}

/** In milliseconds: far longer than the events of a killed process, or those that failed again and again, wait. */
const longestStandstill = 600_000;

/** Resolves when nothing waits any more; or when nothing moves any more, as what is then lost shows better than a hang. */
export async function untilHandled(one: Supervised): Promise<Health> {
  let last = await one.ask();
  let since = performance.now();
  while (last.database === "down" || (last.waiting > 0 && performance.now() - since < longestStandstill)) {
    await sleep(200);
    const next = await one.ask();
    if (next.waiting !== last.waiting) since = performance.now();
    last = next;
  }
  return last;
}
