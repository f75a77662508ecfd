import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createPostgres, noPostgres } from "../../workbench/servers/postgres.js";
import { loadOwnModel } from "../../spec/own-spec.js";
import { findNewNode } from "../../workbench/new-node.js";
import { withReason } from "../../workbench/tools.js";
import { main } from "../../workbench/command.js";
import { runProgram, startProgram, type Ended, type StartedProgram } from "../running.js";
import type { Action } from "./fill-inbox.js";
import type { Asked } from "./new-node-calls.js";
import { stored } from "./stored-events.js";

const node = findNewNode();
const root = fileURLToPath(new URL("../../..", import.meta.url));

const places = [
  {
    name: "PostgreSQL",
    skip: noPostgres,
    open: async () => {
      const server = await createPostgres();
      return { database: server.url, remove: () => server.remove() };
    },
  },
  {
    name: "a folder",
    skip: undefined,
    open: () => {
      const folder = mkdtempSync(join(tmpdir(), "mplus-inbox-"));
      const remove = () => rmSync(folder, { recursive: true });
      return Promise.resolve({ database: join(folder, "inbox"), remove });
    },
  },
];

const callsOnNewNode = fileURLToPath(new URL("new-node-calls.ts", import.meta.url));

/** One process makes all calls: the Node that runs the tests may be too old for an inbox. */
let newNode: StartedProgram;
let answers: AsyncIterator<string>;

beforeAll(() => {
  newNode = startProgram(root, [node, "--import", "tsx", callsOnNewNode]);
  if (!newNode.child.stdout) throw new Error("it has no stdout");
  answers = createInterface({ input: newNode.child.stdout })[Symbol.asyncIterator]();
});
afterAll(async () => {
  newNode.child.stdin?.end();
  expect(await newNode.ended).toMatchObject({ code: 0, stderr: "" });
});

async function ask(asked: Asked): Promise<unknown> {
  newNode.child.stdin?.write(`${JSON.stringify(asked)}\n`);
  const answer = await answers.next();
  if (answer.done) throw new Error(`It ended: ${newNode.printed().stderr}`);
  return JSON.parse(answer.value);
}

const callInbox = async (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  (await ask({ argv: ["inbox", ...args], environment })) as Ended;

describe.each(places)("an inbox on $name", ({ skip, name, open }) => {
  let place: { readonly database: string; remove(): void } | undefined;
  const act = (action: Action) => ask({ database: place?.database ?? "", action });
  const call = (...args: string[]) => callInbox([...args, "--database", place?.database ?? ""]);
  const list = async (...args: string[]): Promise<string[]> => {
    const { stdout } = await call("list", "--json", ...args);
    const { events } = JSON.parse(stdout) as { events: { event: string; about: string; state: string }[] };
    return events.map(({ event, about, state }) => `${event} of ${about}: ${state}`);
  };

  beforeAll(async () => {
    if (skip === undefined) place = await open();
  });
  beforeEach(async () => {
    if (skip === undefined) await act("fill");
  });
  afterAll(() => place?.remove());

  const test = (title: string, run: () => Promise<void>): void =>
    it.skipIf(skip)(withReason(title, skip), run);
  /** A call that is refused, and a part of the reason. */
  const refuses = async (args: readonly string[], words: string | RegExp): Promise<void> => {
    const { code, stdout, stderr } = await call(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(words);
  };
  /** Each of these prints an object with these keys. */
  const printsJson = async (calls: Readonly<Record<string, readonly string[]>>): Promise<void> => {
    for (const [line, keys] of Object.entries(calls)) {
      const { stdout } = await call(...line.split(" "), "--json");
      expect([line, Object.keys(JSON.parse(stdout) as object)]).toEqual([line, keys]);
    }
  };
  const [first, second] = ["1a2b3c4d-0000-8000-8000-000000000001", "1a2b3c4d-0000-8000-8000-000000000002"];

  test("lists what is dead, and what waits behind it", async () => {
    expect(await list("--dead")).toEqual(["startSession of session broken: dead"]);
    expect(await list()).toEqual([
      "startSession of session broken: dead",
      "addSessionLine of session broken: blocked",
      "completeSession of session broken: blocked",
    ]);
    expect(await list("addSessionLine")).toHaveLength(1);
    expect(await list("--limit", "2")).toHaveLength(2);
    expect((await call("list", "--limit", "2")).stdout).toContain("the oldest 2; --limit shows more.");
    expect((await call("list", "nope")).stdout).toContain("No event matches.");
    const { stdout, code } = await call("list", "--dead");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1a2b3c4d {2}dead {2}startSession .*1 attempt {2}2 behind it\n/);
    expect(stdout).toContain(
      "\n          no \\u001b[31mtable\\u001b[0m loyalty\n\nWaiting: 2 (the oldest since 2",
    );
    expect(stdout).toMatch(/Dead: 1\. Blocked sessions: 1\.\n$/);
    expect(stdout).not.toContain("Ann");
  });

  test("lists as docs/inbox.md shows it, with events that there are", async () => {
    const page = readFileSync(join(root, "docs/inbox.md"), "utf8");
    const [, shown = ""] = /^```\n(1a2b3c4d .*?)^```$/ms.exec(page) ?? [];
    const withoutTimes = (text: string) => text.replace(/\d+-\d\d-\d\d \d\d:\d\d:\d\dZ/g, "some time");
    expect(withoutTimes((await call("list")).stdout)).toBe(withoutTimes(shown));
    const names = loadOwnModel().events.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(stored.map(({ event }) => event)));
  });

  test("shows one with its body, by the beginning of its id", async () => {
    const { stdout, code } = await call("show", "9A00");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^event +completeSession\nid +9a000000-0000-8000-8000-000000000004\n/);
    expect(stdout).toContain('"customer":"Ann \\u0000","total":9007199254740993}\n');
    await refuses(["show", "1a2b"], "Several ids begin with");
    await refuses(["show", "9a1"], /There is no event .9a1./);
  });

  test("frees a session by a retry, in its order", async () => {
    expect(await act("drain")).toEqual([]);
    expect(await call("retry", "--all")).toMatchObject({ code: 0, stdout: "1 tried again: 1a2b3c4d\n" });
    expect(await act("drain")).toEqual(["startSession", "addSessionLine", "completeSession"]);
    expect(await list()).toEqual([]);
    const handled = { code: 1, stdout: "1 left alone (handled): 1a2b3c4d\n" };
    expect(await call("retry", first)).toMatchObject(handled);
    expect(await call("retry", "--all")).toMatchObject({ code: 0, stdout: "No event is dead.\n" });
  });

  test("frees a session by dropping its dead event", async () => {
    expect(await call("drop", first)).toMatchObject({ code: 0, stdout: "1 dropped: 1a2b3c4d\n" });
    expect(await act("drain")).toEqual(["addSessionLine", "completeSession"]);
  });

  test("leaves alone what runs, and retries only what is dead", async () => {
    expect((await call("drop", first)).code).toBe(0);
    expect((await call("retry", second)).stdout).toContain("1 left alone (waiting): ");
    await act("take");
    const left = { code: 1, stdout: "1 left alone (running): 1a2b3c4d\n" };
    for (const action of ["retry", "drop"]) expect(await call(action, second)).toMatchObject(left);
  });

  test("prints JSON", () =>
    printsJson({
      list: ["summary", "events"],
      "show 9a": ["event"],
      "retry 9a": ["events"],
      "drop 9a": ["events"],
    }));

  test("leaves an inbox of another version as it is", async () => {
    await act("age");
    for (const _ of ["first", "second"])
      await refuses(["list"], "Another version of pg-boss keeps this inbox");
  });

  test("lists, shows and drops what no receiver has stored", async () => {
    await act("spoil");
    for (const args of [["list"], ["show", "0dd"]])
      expect((await call(...args)).stdout).toContain("0dd00000");
    await printsJson({ list: ["summary", "events"], "show 0dd": ["event"], "drop 0dd": ["events"] });
  });

  test("says that the database failed, also as JSON", async () => {
    await act("damage");
    for (const args of [["list"], ["drop", "9a"]]) {
      const { code, stdout, stderr } = await call(...args, "--json");
      expect([args, code, stderr]).toEqual([args, 2, ""]);
      expect(stdout).toMatch(/"The database failed: .*does not exist/);
    }
  });

  test(`says that there is no inbox in another schema on ${name}`, () =>
    refuses(["list", "--database-schema", "other"], "There is no inbox in the schema other of"));
});

describe("a folder that a process has open", () => {
  const holding = fileURLToPath(new URL("hold-inbox.ts", import.meta.url));

  it("is looked into, as a copy, and otherwise left alone: says which process that is, and what to do", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mplus-inbox-"));
    const database = join(folder, "inbox");
    const holder = startProgram(root, [node, "--import", "tsx", holding, database]);
    try {
      await Promise.race([
        once(holder.child.stdout ?? holder.child, "data"),
        holder.ended.then(({ stderr }) => Promise.reject(new Error(stderr))),
      ]);
      const place = ["--database", database];
      const listed = await callInbox(["list", "--json", ...place]);
      expect(listed).toMatchObject({ code: 0, stderr: "" });
      const [first] = (JSON.parse(listed.stdout) as { events: { id: string; about: string }[] }).events;
      expect(first?.about).toBe("first");
      const id = first?.id ?? "";
      expect((await callInbox(["show", id, ...place])).stdout).toContain(id);
      const { code, stdout, stderr } = await callInbox(["drop", id, ...place]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr.replaceAll(/\s+/g, " ")).toContain(`is in use by process ${holder.child.pid} on `);
      expect(stderr.replaceAll(/\s+/g, " ")).toContain("Stop that process first, or call inbox.retry(");
      holder.child.stdin?.end();
      expect(await holder.ended).toMatchObject({ code: 0, stderr: "" });
      expect(await callInbox(["drop", id, ...place])).toMatchObject({ code: 0, stderr: "" });
    } finally {
      holder.child.kill("SIGKILL");
      rmSync(folder, { recursive: true });
    }
  });
});

describe("a call that cannot reach an inbox", () => {
  it.each([
    ["list", "Say which database the inbox is in."],
    ["list --database nowhere", "There is no inbox in the schema mplus_inbox of"],
    ["list --database mysql://me:hunter2@there/x", "neither a URL of PostgreSQL"],
    ["list --database postgres://me:hunter2@127.0.0.1:9/x", "cannot be opened: connect"],
    ["list --database postgres://me:hunter2@host:port/x", "cannot be opened"],
    ["list --database x --database-schema a;drop", "is not the name of a schema"],
    ["retry --database x", "Say which events to retry."],
    ["drop --all --database x", "--all goes with retry"],
    ["list --limit 0 --database x", "--limit is not a whole number"],
  ])("says what to do: %s", async (line, words) => {
    const { code, stdout, stderr } = await callInbox(line.split(" "));
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain("hunter2");
  });

  it("reads the URL from the environment, too", async () => {
    const env = { DATABASE_URL: "postgres://me:hunter2@127.0.0.1:9/x" };
    const { stderr } = await callInbox(["list"], env);
    expect(stderr).toContain("cannot be opened: connect ECONNREFUSED 127.0.0.1:9");
    expect(stderr).not.toContain("hunter2");
  });

  it("says that pg-boss is missing where it is, and needs nothing else that is not published", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mplus-bare-"));
    try {
      mkdirSync(join(folder, "node_modules"));
      const { copyPackage } = await import("./copy-package.js");
      const copied = copyPackage(join(folder, "node_modules"));
      const call = ["inbox", "list", "--database", "postgres://127.0.0.1:9/x"];
      expect(await runProgram(folder, [node, copied, ...call])).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/pg-boss is not installed[^]*npm install pg-boss@12\.35/) as string,
      });
      symlinkSync(join(root, "node_modules/pg-boss"), join(folder, "node_modules/pg-boss"));
      const { stderr } = await runProgram(folder, [node, copied, ...call]);
      expect(stderr).toContain("cannot be opened: connect ECONNREFUSED 127.0.0.1:9");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.skipIf(Number(process.versions.node.split(".")[0]) >= 22)("says that Node is too old", async () => {
    const call = ["inbox", "list", "--database", "postgres://127.0.0.1:9/x"];
    expect(await runProgram(root, [process.execPath, main, ...call])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("needs Node 22.12 or later") as string,
    });
  });
});
