import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { inNamespace, noNamespaces } from "../../workbench/namespaces.js";
import { withReason } from "../../workbench/tools.js";
import { emitInbox, emitInboxFiles, node } from "./scene.js";

/** What a process said of an inbox that it opened, or could not. */
interface Said {
  readonly pid: number;
  readonly waiting?: number;
  readonly error?: string;
  readonly isOwner?: boolean;
  readonly isKept?: boolean;
}

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  /** What it said first. */
  readonly said: Said;
  /** Writes it a line; resolves with what it says then. */
  readonly ask: (line?: string) => Promise<Said>;
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

describe.skipIf(noNamespaces !== undefined)(
  withReason("two containers of one host name", noNamespaces),
  () => {
    const openApart = (name: string) => open({ name, starter: inNamespace });

    it("do not take a folder from each other, and lose nothing", async () => {
      const first = await openApart("apart");
      expect(first.said).toEqual({ pid: 1, waiting: 0 });
      const second = await openApart("apart");
      expect(second.said.error).toMatch(/ is in use by process 1 on .* wait 20 seconds: /);
      for (const _ of [1, 2, 3]) expect(await first.ask()).toEqual({ pid: 1 });
      expect((await open({ name: "apart" })).said.error).toContain(" is in use by process 1 on ");
      await end(first.child);
      expect((await openApart("apart")).said).toEqual({ pid: 1, waiting: 4 });
    });

    it("have it one after the other, where the first was suspended: it keeps nothing any more, and leaves alone what is there", async () => {
      const first = await openApart("suspended");
      const pid = findChild(first.child.pid);
      process.kill(pid, "SIGSTOP");
      letAge(join(folder, "suspended/lock"));
      const second = await openApart("suspended");
      expect(second.said).toEqual({ pid: 1, waiting: 1 });
      process.kill(pid, "SIGCONT");
      expect((await first.ask()).error).toMatch(/no more|is in use by process 1 on /);
      expect(await second.ask()).toEqual({ pid: 1 });
      await end(first.child);
      expect(await second.ask()).toEqual({ pid: 1 });
      await end(second.child);
      expect((await openApart("suspended")).said).toEqual({ pid: 1, waiting: 4 });
    });
  },
);

/** Locks that processes left, each with what is in it and where that is. */
const lefts: readonly (readonly [path: string, holder: object])[] = [
  ["lock/left", { host: hostname(), place: "boot pid:[1]", pid: 1, started: "1" }],
  ["lock/left", { host: "old-pod", place: "boot pid:[1]", pid: 1, started: "1" }],
  ["lock", { host: "old-pod", pid: 1, started: "boot 1" }],
];

it("gives a lock that was left to exactly one of six processes that start at once", async () => {
  const raced = mkdtempSync(join(tmpdir(), "mplus-race-"));
  const module = join(folder, "generated/inbox/folder-lock.ts");
  const program = join(import.meta.dirname, "programs/lock.mjs");
  const start = (_: unknown, index: number): Promise<Started> =>
    // Half of them cannot look each other up, where that can be had.
    startProgram([
      ...(noNamespaces === undefined && index % 2 === 0 ? inNamespace : []),
      node,
      "--no-warnings",
      program,
      module,
      raced,
    ]);
  const all = await Promise.all(Array.from({ length: 6 }, start));
  for (let round = 0; round < 200; round += 1) {
    const [path, holder] = lefts[round % lefts.length] ?? ["lock/left", {}];
    writeFiles(raced, [[path, JSON.stringify(holder)]]);
    letAge(join(raced, "lock"));
    const said = await Promise.all(all.map(({ ask }) => ask("take")));
    const errors = said.flatMap(({ error }) => error ?? []);
    expect(errors.filter((each) => !/^The inbox in .* is in use by /.test(each))).toEqual([]);
    expect([round, said.filter(({ isOwner }) => isOwner).length]).toEqual([round, 1]);
    const kept = await Promise.all(all.map(({ ask }) => ask("release")));
    expect(kept.filter(({ isKept }) => isKept !== true)).toEqual([]);
    expect(readdirSync(raced)).toEqual([]);
  }
  await Promise.all(all.map(({ child }) => end(child)));
  removeFolder(raced);
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
  const { said } = await open({ home: bare });
  expect(said.error).toBe(`An inbox in a folder needs the package @electric-sql/pglite: ${command}`);
  expect(readFileSync(join(bare, "generated/inbox/README.md"), "utf8")).toContain(`${command} #`);
});

/** Opens an inbox, in a process of its own. `starter` is the command that starts it. */
function open({ home = folder, name = "inbox", starter = [] as readonly string[] } = {}): Promise<Started> {
  const program = join(import.meta.dirname, "programs/open.mjs");
  return startProgram([
    ...starter,
    node,
    "--no-warnings",
    program,
    join(home, "generated"),
    join(home, name),
  ]);
}

async function startProgram([command = "", ...args]: readonly string[]): Promise<Started> {
  const child = spawn(command, args);
  children.push(child);
  child.stderr.pipe(process.stderr);
  const lines: AsyncIterator<string, undefined> = createInterface(child.stdout)[Symbol.asyncIterator]();
  const read = async (): Promise<Said> => {
    const { value } = await lines.next();
    if (value === undefined) throw new Error("The process ended before it said anything.");
    return JSON.parse(value) as Said;
  };
  const ask = (line = ""): Promise<Said> => {
    child.stdin.write(`${line}\n`);
    return read();
  };
  return { child, said: await read(), ask };
}

/** The process that another one started, by its number here. */
const findChild = (pid = 0): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim());

/** Makes the last touch of a lock one of 25 seconds ago. */
function letAge(path: string): void {
  const at = Date.now() / 1000 - 25;
  const files = statSync(path).isFile() ? [path] : readdirSync(path).map((name) => join(path, name));
  for (const file of files) utimesSync(file, at, at);
}

/** Ends a process by a signal, or by closing what it reads, and waits until it is gone. */
async function end(child: ChildProcessWithoutNullStreams, signal?: "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  if (signal) child.kill(signal);
  else child.stdin.end();
  await gone;
}
