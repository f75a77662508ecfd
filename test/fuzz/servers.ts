import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { TargetName } from "../conformance/targets/target.js";
import type { Census } from "./server-process.js";

/** Every target that runs for long, and the file that has it. */
export const longLived: readonly (readonly [name: TargetName, file: string])[] = [
  ["node", "node"],
  ["express 5", "express"],
  ["express 4", "express"],
  ["fastify", "fastify"],
  ["koa", "koa"],
  ["nest", "nest"],
  ["hono", "hono"],
];

/** A server in a process of its own, so that its memory is its own. */
export interface ServerProcess {
  readonly port: number;
  /** Collects what is no longer used, and tells how things are. */
  readonly ask: () => Promise<Census>;
  readonly stop: () => void;
}

/** Starts one; it counts how often it handles events with so many numbers, from the first one on. */
export async function startServer(
  name: TargetName,
  file: string,
  { first = 0, amount = 1 } = {},
): Promise<ServerProcess> {
  const script = fileURLToPath(new URL("server-process.ts", import.meta.url));
  const args = ["--expose-gc", "--import", "tsx", script, file, name, String(first), String(amount)];
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [port] = (await once(child, "message")) as [number];
  return {
    port,
    async ask() {
      child.send("census");
      const [census] = (await once(child, "message")) as [Census];
      return census;
    },
    stop: () => void child.kill(),
  };
}
