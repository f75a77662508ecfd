import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A process of a test, and what it has told. */
export interface Child {
  /** All that it has told so far. */
  readonly told: readonly unknown[];
  say(message: object): void;
  /** Waits for the next thing that it tells. */
  next(): Promise<unknown>;
  end(): Promise<void>;
}

/** Starts a program of `children/`, and hands it what it needs. */
export function startChild(program: string, setup: object): Child {
  const child = fork(fileURLToPath(new URL(`children/${program}`, import.meta.url)));
  const told: unknown[] = [];
  child.on("message", (message) => told.push(message));
  child.send(setup);
  return {
    told,
    say: (message) => child.send(message),
    next: () => nextMessage(child),
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = (code: number | null): void => reject(new Error(`the process ended with ${code}`));
    child.once("exit", fail);
    child.once("message", (message) => {
      child.off("exit", fail);
      resolve(message);
    });
  });
}
