import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { removeFolder } from "../../workbench/folders.js";
import { emitInbox, node } from "./scene.js";

/** What a process said of an inbox that it opened, or could not. */
interface Opened {
  readonly pid: number;
  readonly waiting?: number;
  readonly error?: string;
}

const program = fileURLToPath(new URL("programs/open.mjs", import.meta.url));

let folder = "";
const children: ChildProcessWithoutNullStreams[] = [];

beforeAll(async () => void (folder = await emitInbox()));
afterAll(async () => {
  await Promise.all(children.map((child) => end(child, "SIGKILL")));
  removeFolder(folder);
});

it("lets one process have a folder, says which has it, and does not mind how that one ends", async () => {
  const first = await open();
  expect(first.said).toEqual({ pid: first.child.pid, waiting: 0 });

  const second = await open();
  expect(second.said.error).toContain(`is in use by process ${first.said.pid} on `);
  await end(second.child);

  await end(first.child, "SIGKILL");
  const third = await open();
  expect(third.said).toEqual({ pid: third.child.pid, waiting: 1 });

  await end(third.child);
  const fourth = await open();
  expect(fourth.said.waiting).toBe(2);
});

async function open(): Promise<{ child: ChildProcessWithoutNullStreams; said: Opened }> {
  const child = spawn(node, ["--no-warnings", program, join(folder, "generated"), join(folder, "inbox")]);
  children.push(child);
  child.stderr.pipe(process.stderr);
  for await (const line of createInterface(child.stdout)) return { child, said: JSON.parse(line) as Opened };
  throw new Error("The process ended before it said anything.");
}

/** Ends a process by a signal, or by closing what it reads, and waits until it is gone. */
async function end(child: ChildProcessWithoutNullStreams, signal?: "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  if (signal) child.kill(signal);
  else child.stdin.end();
  await gone;
}
