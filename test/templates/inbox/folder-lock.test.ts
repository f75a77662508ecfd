import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "../../../templates/copied/inbox/folder-lock.js";
import { removeFolder } from "../../workbench/folders.js";
import { leaveSocket } from "../../workbench/leave-socket.js";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "mplus-lock-"))));
afterEach(() => removeFolder(folder));

const left = "lock/7@old-pod.0badcafe";

describe("the lock of a folder", () => {
  it.each([
    ["a short path", "inbox"],
    ["a path that is too long for a socket", "inbox/".repeat(30).slice(0, -1)],
  ])("belongs to one process, which it names, and leaves nothing behind: %s", async (_name, name) => {
    const long = join(folder, name);
    mkdirSync(long, { recursive: true });
    const release = await lockFolder(long);
    await expect(lockFolder(long)).rejects.toMatchObject({
      message: `The inbox in ${long} is in use by process ${process.pid} on ${hostname()}. Only one process at a time can open it.`,
      code: "INBOX_IN_USE",
    });
    await release();
    expect(readdirSync(long)).toEqual([]);
  });

  it.each([
    ["a killed process left it", () => leaveSocket(join(folder, left))],
    ["a process was killed before it had it", () => mkdir(join(folder, "lock"))],
  ])("is free if %s", async (_name, leave) => {
    await leave();
    const release = await lockFolder(folder);
    const [name, ...others] = readdirSync(join(folder, "lock"));
    expect([name?.split("@")[0], others]).toEqual([`${process.pid}`, []]);
    await release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("goes to one of many processes that ask at once", async () => {
    for (let round = 0; round < 20; round += 1) {
      await leaveSocket(join(folder, left));
      const all = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder)));
      const taken = all.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
      const messages = all.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : []));
      expect(messages.filter((each) => !each.includes("is in use by"))).toEqual([]);
      expect(taken).toHaveLength(1);
      await taken[0]?.();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it("cannot be taken if the folder is missing or something else, which is said at once", async () => {
    const cannot = (path: string) => `The inbox folder ${path} cannot be locked: E`;
    mkdirSync(join(folder, "lock/mine"), { recursive: true });
    await expect(lockFolder(folder)).rejects.toThrow(cannot(folder));
    expect(readdirSync(folder)).toEqual(["lock"]);
    const gone = join(folder, "gone");
    await expect(lockFolder(gone)).rejects.toThrow(`The inbox folder ${gone} does not exist`);
    writeFileSync(gone, "");
    await expect(lockFolder(gone)).rejects.toThrow(cannot(gone));
  });
});
