import { existsSync, mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "../../../templates/inbox/database/folder-lock.js";
import { removeFolder } from "../../workbench/folders.js";

const elsewhere = JSON.stringify({ host: "old-pod", pid: 1, started: "boot 1" });
const here = (pid: number): string => JSON.stringify({ host: hostname(), pid, started: "boot 1" });

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mplus-lock-"));
  path = join(folder, "lock");
});
afterEach(() => removeFolder(folder));

/** `age` is how long ago it was touched, in seconds. */
function leaveLock(text: string, age: number): void {
  writeFileSync(path, text);
  const at = Date.now() / 1000 - age;
  utimesSync(path, at, at);
}

describe("a lock that somebody left", () => {
  it.each([
    ["of another machine, touched 25 seconds ago", elsewhere, 25],
    ["of another machine, from before its clock was set back", elsewhere, -3600],
    ["of this machine, whose process has ended", here(2 ** 22 + 1), 0],
    ["of this machine, whose number another process has now", here(process.pid), 0],
    ["with nothing in it, touched 25 seconds ago", "", 25],
  ])("does not hold: %s", async (_name, text, age) => {
    leaveLock(text, age);
    const lock = await lockFolder(folder);
    expect(readFileSync(path, "utf8")).toContain(`"pid":${process.pid}`);
    await lock.release();
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ["of another machine, touched just now", elsewhere, 0, "process 1 on old-pod"],
    ["of another machine, touched 10 seconds ago", elsewhere, 10, "process 1 on old-pod"],
    ["with nothing in it, touched just now", "", 0, "another process"],
  ])("holds, and says for how long: %s", async (_name, text, age, who) => {
    leaveLock(text, age);
    await expect(lockFolder(folder)).rejects.toThrow(
      `The inbox in ${folder} is in use by ${who}: one process at a time can have it. ` +
        `If that one is gone, wait 20 seconds: then its lock, the file ${path}, holds no more.`,
    );
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  it("fails where it cannot be read, and is not tried for ever", async () => {
    mkdirSync(path);
    await expect(lockFolder(folder)).rejects.toThrow("EISDIR");
  });
});

describe("a lock that is held", () => {
  it("names its process, and nothing to wait for", async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(
      new RegExp(`in use by process ${process.pid} on .*: one process at a time can have it\\.$`),
    );
    await lock.release();
  });

  it("leaves the lock of another machine, which took it meanwhile", async () => {
    const lock = await lockFolder(folder);
    leaveLock(elsewhere, 0);
    await lock.release();
    expect(readFileSync(path, "utf8")).toBe(elsewhere);
  });
});
