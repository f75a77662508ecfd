import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { inNamespace, noNamespaces } from "../../workbench/namespaces.js";
import { withReason } from "../../workbench/tools.js";
import { emitInbox, emitInboxFiles, node } from "./scene.js";

interface Said {
  readonly pid: number;
  readonly waiting?: number;
  readonly error?: string;
}

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly said: Said;
  /** Stores another event, and resolves with its report. */
  readonly ask: () => Promise<Said>;
}

let folder = "";
const bare = mkdtempSync(join(tmpdir(), "mplus-no-pglite-"));
const children: ChildProcessWithoutNullStreams[] = [];

beforeAll(async () => void (folder = await emitInbox()));
afterAll(async () => {
  await Promise.all(children.map((child) => end(child, "SIGKILL")));
  [folder, bare].forEach(removeFolder);
});

it("opens a folder in one process at a time, names that process, and outlives its end", async () => {
  const first = await open();
  expect(first.said).toEqual({ pid: first.child.pid, waiting: 0 });
  const error = expect.stringContaining(`is in use by process ${first.said.pid} on `) as string;
  expect((await open()).said.error).toEqual(error);
  first.child.kill("SIGSTOP");
  expect((await open()).said.error).toEqual(error);

  await end(first.child, "SIGKILL");
  const third = await open();
  expect(third.said).toEqual({ pid: third.child.pid, waiting: 1 });

  await end(third.child);
  expect((await open()).said.waiting).toBe(2);
});

it.skipIf(noNamespaces !== undefined)(
  withReason("two containers never take a folder from each other, and lose nothing if killed", noNamespaces),
  async () => {
    const openApart = () => open({ name: "shared", starter: inNamespace });
    const first = await openApart();
    expect(first.said).toEqual({ pid: 1, waiting: 0 });
    // Suspended while it stores.
    const storing = Array.from({ length: 100 }, () => first.ask());
    await storing[0];
    const pid = findChild(first.child.pid);
    process.kill(pid, "SIGSTOP");
    const second = await openApart();
    expect(second.said.error).toMatch(/ is in use by process 1 on /);
    process.kill(pid, "SIGCONT");
    expect((await Promise.all(storing)).filter(({ error }) => error !== undefined)).toEqual([]);
    await Promise.all([first, second].map(({ child }) => end(child, "SIGKILL")));
    const third = await openApart();
    expect(third.said).toEqual({ pid: 1, waiting: 101 });
    await end(third.child);
  },
);

it("says what to install if PGlite is missing, in the version of its guide", async () => {
  writeFiles(bare, [["package.json", '{"type":"module"}'], ...(await emitInboxFiles())]);
  mkdirSync(join(bare, "node_modules"));
  symlinkSync(join(packageRoot, "node_modules/pg-boss"), join(bare, "node_modules/pg-boss"));
  const { version } = JSON.parse(
    readFileSync(join(packageRoot, "node_modules/@electric-sql/pglite/package.json"), "utf8"),
  ) as { version: string };
  const command = `npm install @electric-sql/pglite@${version}`;
  const { said } = await open({ home: bare });
  expect(said.error).toBe(`An inbox in a folder needs the package @electric-sql/pglite: ${command}`);
  expect(readFileSync(join(bare, "generated/inbox/README.md"), "utf8")).toContain(`${command} #`);
});

async function open({
  home = folder,
  name = "inbox",
  starter = [] as readonly string[],
} = {}): Promise<Started> {
  const program = join(import.meta.dirname, "programs/open.mjs");
  const args = [node, "--no-warnings", program, join(home, "generated"), join(home, name)];
  const [command = "", ...rest] = [...starter, ...args];
  const child = spawn(command, rest);
  children.push(child);
  child.stderr.pipe(process.stderr);
  const lines: AsyncIterator<string, undefined> = createInterface(child.stdout)[Symbol.asyncIterator]();
  const read = async () => JSON.parse((await lines.next()).value ?? "") as Said;
  const ask = (): Promise<Said> => {
    child.stdin.write("\n");
    return read();
  };
  return { child, said: await read(), ask };
}

const findChild = (pid = 0): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim());

async function end(child: ChildProcessWithoutNullStreams, signal?: "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  if (signal) child.kill(signal);
  else child.stdin.end();
  await gone;
}
