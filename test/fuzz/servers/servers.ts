import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { TargetName } from "../../conformance/targets/target.js";
import type { ServerState, Setup } from "./server-process.js";

export const longLived: readonly (readonly [name: TargetName, file: string])[] = [
  ["node", "node"],
  ["express 5", "express"],
  ["express 4", "express"],
  ["fastify", "fastify"],
  ["koa", "koa"],
  ["nest", "nest"],
  ["hono", "hono"],
];

export interface ServerProcess {
  readonly port: number;
  /** Collects garbage in the server, and returns its state. */
  readonly ask: () => Promise<ServerState>;
  readonly readErrors: () => string;
  readonly stop: () => void;
}

/** Starts a server. `changes` override the tests' common settings. */
export async function startServer(
  name: TargetName,
  file: string,
  changes: Partial<Setup> = {},
): Promise<ServerProcess> {
  const setup: Setup = { name, file, first: 0, amount: 1, bodyTimeout: 600_000, http: {}, ...changes };
  const child = startScript(new URL("server-process.ts", import.meta.url), setup);
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (part: string) => {
    errors += part;
  });
  const [port] = (await hear(child)) as [number];
  return {
    port,
    async ask() {
      child.send("state");
      const [state] = (await hear(child)) as [ServerState];
      return state;
    },
    readErrors: () => errors,
    stop: () => void child.kill(),
  };
}

export function startScript(script: URL, given: object): ChildProcess {
  const args = ["--expose-gc", "--import", "tsx", fileURLToPath(script), JSON.stringify(given)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "pipe", "ipc"] });
  child.stderr?.pipe(process.stderr);
  return child;
}

export function hear(child: ChildProcess): Promise<unknown[]> {
  const gone = new AbortController();
  const ended = once(child, "exit", { signal: gone.signal }).then(([code]) => {
    throw new Error(`The process has ended: ${String(code)}`);
  });
  const heard = once(child, "message", { signal: gone.signal });
  return Promise.race([heard, ended]).finally(() => gone.abort());
}

export async function runConcurrently(
  times: number,
  atOnce: number,
  act: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < times) await act(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
