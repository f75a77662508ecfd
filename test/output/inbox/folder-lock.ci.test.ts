import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "../../../generator/package/package-root.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { emitInbox, emitInboxFiles, node } from "./scene.js";

/** What a process said of an inbox that it opened, or could not. */
interface Opened {
  readonly pid: number;
  readonly waiting?: number;
  readonly error?: string;
}

let folder = "";
const bare = mkdtempSync(join(tmpdir(), "mplus-no-pglite-"));
const children: ChildProcessWithoutNullStreams[] = [];

beforeAll(async () => void (folder = await emitInbox()));
afterAll(async () => {
  await Promise.all(children.map((child) => end(child, "SIGKILL")));
  [folder, bare].forEach(removeFolder);
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

it("says without PGlite what to install, in the version of its guide", async () => {
  writeFiles(bare, [["package.json", '{"type":"module"}'], ...(await emitInboxFiles())]);
  for (const name of ["pg-boss", "@opentelemetry/api"]) {
    const path = join(bare, "node_modules", name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(join(packageRoot, "node_modules", name), path);
  }
  const { version } = JSON.parse(
    readFileSync(join(packageRoot, "node_modules/@electric-sql/pglite/package.json"), "utf8"),
  ) as { version: string };
  const command = `npm install @electric-sql/pglite@${version}`;
  const { said } = await open(bare);
  expect(said.error).toBe(`An inbox in a folder needs the package @electric-sql/pglite: ${command}`);
  expect(readFileSync(join(bare, "generated/inbox/README.md"), "utf8")).toContain(`${command} #`);
});

async function open(home = folder): Promise<{ child: ChildProcessWithoutNullStreams; said: Opened }> {
  const program = join(import.meta.dirname, "programs/open.mjs");
  const child = spawn(node, ["--no-warnings", program, join(home, "generated"), join(home, "inbox")]);
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
