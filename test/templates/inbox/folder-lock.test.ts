import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "../../../templates/copied/inbox/folder-lock.js";
import { removeFolder } from "../../workbench/folders.js";

type Holder = Readonly<Record<string, unknown>>;

const elsewhere: Holder = { host: "old-pod", place: "boot pid:[1]", pid: 1, started: "1" };
/** One of the same host name in another namespace, in which the numbers are the same. */
const beside = (own: Holder): Holder => ({ ...own, place: "boot pid:[1]" });
/** As a former version wrote it: a file. */
const former = ({ host, pid, started }: Holder): Holder => ({
  host,
  pid,
  started: `boot ${String(started)}`,
});
const formerEmpty = (): string => "";
const empty = (): string => "";
const ended = (own: Holder): Holder => ({ ...own, pid: 2 ** 22 + 1 });
const followed = (own: Holder): Holder => ({ ...own, started: "1" });

const ignore = (): void => undefined;

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mplus-lock-"));
  path = join(folder, "lock");
});
afterEach(() => removeFolder(folder));

/** What is in the lock, and in nothing else. */
function readLock(): Holder {
  const [name = "", ...others] = readdirSync(path);
  expect(others).toEqual([]);
  return JSON.parse(readFileSync(join(path, name), "utf8")) as Holder;
}

/** `age` is how long ago it was touched, in seconds. */
function leaveFile(file: string, text: string, age: number): void {
  writeFileSync(file, text);
  const at = Date.now() / 1000 - age;
  utimesSync(file, at, at);
}

/** Leaves a lock, made of one that this process has. */
async function leaveLock(make: (own: Holder) => Holder | string, age: number): Promise<void> {
  const lock = await lockFolder(folder, ignore);
  const left = make(readLock());
  await lock.release();
  const isFile = make === former || make === formerEmpty;
  if (!isFile) mkdirSync(path);
  leaveFile(isFile ? path : join(path, "left"), typeof left === "string" ? left : JSON.stringify(left), age);
}

describe("a lock that somebody left", () => {
  it.each([
    ["of another machine, touched 25 seconds ago", () => elsewhere, 25],
    ["of another machine, from before its clock was set back", () => elsewhere, -3600],
    ["of another namespace, touched 25 seconds ago", beside, 25],
    ["of this machine, whose process has ended", ended, 0],
    ["of this machine, whose number another process has now", followed, 0],
    ["with nothing in it, touched 25 seconds ago", empty, 25],
    ["of a former version, touched 25 seconds ago", former, 25],
    ["of a former version, with nothing in it", formerEmpty, 25],
  ])("does not hold: %s", async (_name, make, age) => {
    await leaveLock(make, age);
    const lock = await lockFolder(folder, ignore);
    expect(readLock()).toMatchObject({ host: hostname(), pid: process.pid });
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("does not hold if its process was killed before it wrote, or while it took over", async () => {
    mkdirSync(path);
    mkdirSync(`${path}.0`);
    const lock = await lockFolder(folder, ignore);
    expect(readLock()).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  it.each([
    ["of another machine, touched just now", () => elsewhere, 0, "process 1 on old-pod"],
    ["of another machine, touched 10 seconds ago", () => elsewhere, 10, "process 1 on old-pod"],
    ["of another machine, whose clock is ahead", () => elsewhere, -10, "process 1 on old-pod"],
    ["of another namespace", beside, 0, `process ${process.pid} on ${hostname()}`],
    ["of a former version", former, 0, `process ${process.pid} on ${hostname()}`],
    ["with nothing in it, touched just now", empty, 0, "another process"],
  ])("holds, and says for how long: %s", async (_name, make, age, who) => {
    await leaveLock(make, age);
    await expect(lockFolder(folder, ignore)).rejects.toMatchObject({
      message:
        `The inbox in ${folder} is in use by ${who}: one process at a time can have it. ` +
        `If that one is gone, wait 20 seconds: then its lock, ${path}, holds no more.`,
      code: "INBOX_IN_USE",
    });
    expect(readdirSync(folder)).toEqual(["lock"]);
  });
});

describe("a lock that is held", () => {
  it("names its process, and nothing to wait for, however long it was suspended", async () => {
    const lock = await lockFolder(folder, ignore);
    const [name = ""] = readdirSync(path);
    leaveFile(join(path, name), readFileSync(join(path, name), "utf8"), 3600);
    await expect(lockFolder(folder, ignore)).rejects.toThrow(
      new RegExp(`in use by process ${process.pid} on .*: one process at a time can have it\\.$`),
    );
    await lock.release();
  });

  it("is one process's, of many that come at once", async () => {
    for (let round = 0; round < 20; round += 1) {
      await leaveLock(round % 2 === 0 ? beside : former, 25);
      const all = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder, ignore)));
      const taken = all.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
      const messages = all.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : []));
      expect(messages.filter((each) => !each.includes("is in use by"))).toEqual([]);
      expect(taken).toHaveLength(1);
      await taken[0]?.release();
      expect(readdirSync(folder)).toEqual([]);
    }
  });
});

describe("a folder that cannot be locked", () => {
  it("is said to be gone", async () => {
    removeFolder(folder);
    await expect(lockFolder(folder, ignore)).rejects.toThrow(
      `The folder ${folder} of the inbox is not there`,
    );
  });

  it("is said not to be written to, and is not tried for ever", async () => {
    mkdirSync(join(path, "mine"), { recursive: true });
    const message = `The folder ${folder} of the inbox cannot be written to: E`;
    await expect(lockFolder(folder, ignore)).rejects.toThrow(message);
    expect(readdirSync(folder)).toEqual(["lock"]);
    const file = join(folder, "file");
    writeFileSync(file, "");
    await expect(lockFolder(file, ignore)).rejects.toThrow(
      `The folder ${file} of the inbox cannot be written to: E`,
    );
  });
});
