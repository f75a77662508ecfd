import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadOwnModel } from "../../spec/own-spec.js";
import { findNewNode } from "../../workbench/new-node.js";
import { main } from "../../workbench/command.js";
import { runProgram, startProgram, type Ended, type StartedProgram } from "../../workbench/run.js";
import { copyPackage } from "./copy-package.js";
import type { Action } from "./inbox-actions.js";
import type { Asked } from "./new-node-calls.js";
import { stored } from "./stored-events.js";

const node = findNewNode();
const root = fileURLToPath(new URL("../../..", import.meta.url));
const callsOnNewNode = fileURLToPath(new URL("new-node-calls.ts", import.meta.url));

/** One process makes all calls, because the tests may run on a Node that is too old for an inbox. */
let newNode: StartedProgram;
let answers: AsyncIterator<string>;
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mplus-inbox-"));
  newNode = startProgram(root, [node, "--import", "tsx", callsOnNewNode]);
  if (!newNode.child.stdout) throw new Error("it has no stdout");
  answers = createInterface({ input: newNode.child.stdout })[Symbol.asyncIterator]();
});
afterAll(async () => {
  newNode.child.stdin?.end();
  expect(await newNode.ended).toMatchObject({ code: 0, stderr: "" });
  rmSync(folder, { recursive: true });
});

async function ask(asked: Asked): Promise<unknown> {
  newNode.child.stdin?.write(`${JSON.stringify(asked)}\n`);
  const answer = await answers.next();
  if (answer.done) throw new Error(`It ended: ${newNode.printed().stderr}`);
  return JSON.parse(answer.value);
}

const callInbox = async (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  (await ask({ argv: ["inbox", ...args], environment })) as Ended;

async function expectRefused(args: readonly string[], words: string): Promise<void> {
  const { code, stdout, stderr } = await callInbox(args);
  expect([args, code, stdout]).toEqual([args, 2, ""]);
  expect(stderr.replaceAll(/\s+/g, " ")).toMatch(new RegExp(words));
  expect(stderr).not.toContain("hunter2");
}

describe("an inbox", () => {
  let [database, inboxes] = ["", 0];
  const act = (action: Action) => ask({ database, action });
  const call = (...args: string[]) => callInbox([...args, "--database", database]);
  const refuses = (args: readonly string[], words: string) =>
    expectRefused([...args, "--database", database], words);
  const list = async (...args: string[]): Promise<string[]> => {
    const { stdout } = await call("list", "--json", ...args);
    const { events } = JSON.parse(stdout) as { events: { event: string; about: string; state: string }[] };
    return events.map(({ event, about, state }) => `${event} of ${about}: ${state}`);
  };
  const [first, second] = ["1a2b3c4d-0000-8000-8000-000000000001", "1a2b3c4d-0000-8000-8000-000000000002"];

  beforeEach(async () => {
    database = join(folder, `inbox-${(inboxes += 1)}`);
    await act("fill");
  });

  it("lists what is dead and what waits behind it, as docs/inbox.md shows it, and shows one", async () => {
    expect(await list("--dead")).toEqual(["startSession of session broken: dead"]);
    expect(await list("addSessionLine")).toEqual(["addSessionLine of session broken: blocked"]);
    expect((await call("list", "--limit", "2")).stdout).toContain(
      "Only the oldest 2 are listed. Use --limit to see more.",
    );
    expect((await call("list", "nope")).stdout).toContain("No matching events.");
    const [, shown = ""] =
      /^```\n(1a2b3c4d .*?)^```$/ms.exec(readFileSync(join(root, "docs/inbox.md"), "utf8")) ?? [];
    const withoutTimes = (text: string) => text.replace(/\d+-\d\d-\d\d \d\d:\d\d:\d\dZ/g, "some time");
    expect(withoutTimes((await call("list")).stdout)).toBe(withoutTimes(shown));
    const names = loadOwnModel().events.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(stored.map(({ event }) => event)));

    const { stdout } = await call("show", "9A00");
    expect(stdout).toMatch(/^event +completeSession\nid +9a000000-0000-8000-8000-000000000004\n/);
    expect(stdout).toContain('"customer":"Ann \\u0000","total":9007199254740993}\n');
    await refuses(
      ["show", "1a2b"],
      `Several ids start with "1a2b"\\. Use more of the id: ${first} or ${second}\\.`,
    );
    await refuses(["show", "9a1"], "The inbox has no event .9a1.");
    await refuses(["list", "--database-schema", "other"], "There is no inbox in the schema other of");
  });

  it("frees a session by a retry, in its order", async () => {
    expect(await act("drain")).toEqual([]);
    expect(await call("retry", "--all")).toMatchObject({ code: 0, stdout: "1 retried: 1a2b3c4d\n" });
    expect(await act("drain")).toEqual(["startSession", "addSessionLine", "completeSession"]);
    expect(await list()).toEqual([]);
    const handled = { code: 1, stdout: "1 unchanged (handled): 1a2b3c4d\n" };
    expect(await call("retry", first)).toMatchObject(handled);
    expect(await call("retry", "--all")).toMatchObject({ code: 0, stdout: "No dead events.\n" });
  });

  it("frees a session by dropping its dead event, and leaves alone what waits or runs", async () => {
    expect(await call("drop", first)).toMatchObject({ code: 0, stdout: "1 dropped: 1a2b3c4d\n" });
    expect((await call("retry", second)).stdout).toContain("1 unchanged (waiting): ");
    await act("take");
    const left = { code: 1, stdout: "1 unchanged (running): 1a2b3c4d\n" };
    for (const action of ["retry", "drop"]) expect(await call(action, second)).toMatchObject(left);
  });

  it("prints JSON, also of an event that no receiver has stored", async () => {
    await act("spoil");
    const calls = { list: "summary events", "show 0dd": "event", "retry 9a": "events", "drop 0dd": "events" };
    for (const [line, keys] of Object.entries(calls)) {
      const { stdout } = await call(...line.split(" "), "--json");
      expect([line, Object.keys(JSON.parse(stdout) as object).join(" ")]).toEqual([line, keys]);
    }
  });

  it("leaves an inbox of another version as it is", async () => {
    await act("age");
    for (const _ of ["first", "second"])
      await refuses(["list"], "The inbox belongs to a different version of pg-boss");
  });

  it("says that the database failed, also as JSON", async () => {
    await act("damage");
    for (const args of [["list"], ["drop", "9a"]]) {
      const { code, stdout, stderr } = await call(...args, "--json");
      expect([args, code, stderr]).toEqual([args, 2, ""]);
      expect(stdout).toMatch(/"The database failed: .*does not exist/);
    }
  });
});

it("a folder that a process has open is left alone: the error says which process that is, and what to do", async () => {
  const holding = fileURLToPath(new URL("hold-inbox.ts", import.meta.url));
  const database = join(folder, "held");
  const holder = startProgram(root, [node, "--import", "tsx", holding, database]);
  try {
    const failed = holder.ended.then(({ stderr }) => Promise.reject(new Error(stderr)));
    await Promise.race([once(holder.child.stdout ?? holder.child, "data"), failed]);
    const call = ["list", "--database", database];
    await expectRefused(
      call,
      `is in use by process ${holder.child.pid} on .* Stop that process first, or call`,
    );
    holder.child.stdin?.end();
    await expect(failed).rejects.toThrow(/^$/);
    expect(await callInbox(call)).toMatchObject({ code: 0, stderr: "" });
  } finally {
    holder.child.kill("SIGKILL");
  }
});

describe("a call that cannot reach an inbox", () => {
  it.each([
    ["list --database ./nowhere", "There is no inbox in the schema mplus_inbox of"],
    ["list --database hunter2", "a folder that begins with ./, ../ or /. Its value is not shown"],
    ["list --database postgres://me:hunter2@127.0.0.1:9/x", "cannot be opened: connect ECONNREFUSED"],
  ])("says what to do: %s", (line, words) => expectRefused(line.split(" "), words));

  it("reads the URL from the environment, too", async () => {
    const { stderr } = await callInbox(["list"], { DATABASE_URL: "postgres://me:hunter2@127.0.0.1:9/x" });
    expect(stderr).toContain("cannot be opened: connect ECONNREFUSED 127.0.0.1:9");
    expect(stderr).not.toContain("hunter2");
  });

  const unreachable = ["inbox", "list", "--database", "postgres://127.0.0.1:9/x"];

  it("says that pg-boss is missing where it is, and needs nothing else that is not published", async () => {
    const bare = join(folder, "bare");
    const modules = join(bare, "node_modules");
    mkdirSync(modules, { recursive: true });
    const copied = copyPackage(modules);
    expect(await runProgram(bare, [node, copied, ...unreachable])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/pg-boss is not installed[^]*npm install pg-boss@12\.35/) as string,
    });
    symlinkSync(join(root, "node_modules/pg-boss"), join(modules, "pg-boss"));
    const { stderr } = await runProgram(bare, [node, copied, ...unreachable]);
    expect(stderr).toContain("cannot be opened: connect ECONNREFUSED 127.0.0.1:9");
  });

  it.skipIf(Number(process.versions.node.split(".")[0]) >= 22)("says that Node is too old", async () => {
    expect(await runProgram(root, [process.execPath, main, ...unreachable])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("needs Node 22.12 or later") as string,
    });
  });
});
