import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { lockFolder, type FolderLock } from "../../../templates/copied/inbox/folder-lock.js";
import { removeFolder } from "../../workbench/folders.js";

const theirs = JSON.stringify({ host: "old-pod", place: "boot pid:[1]", pid: 1, started: "1" });

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mplus-lock-"));
  path = join(folder, "lock");
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
  removeFolder(folder);
});

const remove = (): void => rmSync(path, { recursive: true });

/** Another machine takes the lock, while this process sleeps. */
function take(): void {
  remove();
  mkdirSync(path);
  writeFileSync(join(path, "theirs"), theirs);
}

function takeAsFormer(): void {
  remove();
  writeFileSync(path, theirs);
}

/** Holds a lock for a minute, after which something happens to it. */
async function hold(how: () => void): Promise<{ lock: FolderLock; errors: Error[] }> {
  const errors: Error[] = [];
  const lock = await lockFolder(folder, (error) => errors.push(error));
  const before = readdirSync(path);
  vi.advanceTimersByTime(60_000);
  expect([lock.isOurs(), errors, before.length, readdirSync(path).length]).toEqual([true, [], 1, 1]);
  expect(readdirSync(path)).not.toEqual(before);
  how();
  return { lock, errors };
}

it.each([
  ["taken by another machine", take],
  ["taken by a former version", takeAsFormer],
  ["removed", remove],
  ["removed with its folder", () => removeFolder(folder)],
])("a lock that is lost shows at once to who asks, and once to its owner: %s", async (_name, how) => {
  const { lock, errors } = await hold(how);
  expect(lock.isOurs()).toBe(false);
  vi.advanceTimersByTime(60_000);
  expect(errors.map(({ message }) => message)).toEqual([
    `The lock ${path} is this process's no more: it was taken or removed.`,
  ]);
  expect(lock.isOurs()).toBe(false);
});

it("a lock that is lost shows at the next touch, and is neither touched nor removed", async () => {
  const { lock, errors } = await hold(take);
  vi.advanceTimersByTime(4999);
  expect(errors).toHaveLength(0);
  vi.advanceTimersByTime(1);
  expect(errors).toHaveLength(1);
  await lock.release();
  expect(readdirSync(path)).toEqual(["theirs"]);
  expect(readFileSync(join(path, "theirs"), "utf8")).toBe(theirs);
});

it("a lock that was released says nothing more", async () => {
  const { lock, errors } = await hold(() => undefined);
  await lock.release();
  vi.advanceTimersByTime(60_000);
  expect([lock.isOurs(), errors, existsSync(path)]).toEqual([false, [], false]);
});
