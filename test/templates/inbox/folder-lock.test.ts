import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { mkdir, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "../../../templates/copied/inbox/folder-lock.js";
import { removeFolder } from "../../workbench/folders.js";
import { leaveSocket } from "../../workbench/leave-socket.js";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "mplus-lock-"))));
afterEach(() => removeFolder(folder));

/** An older version locks with a file, which was last touched this many seconds ago. */
async function leaveFile(path: string, age: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '{"host":"old-pod","pid":1}');
  const at = Date.now() / 1000 - age;
  await utimes(path, at, at);
}

const left = "lock/7@old-pod.0badcafe";

describe("the lock of a folder", () => {
  it.each([
    ["named", "inbox"],
    ["whose path is longer than a socket's may be", "inbox/".repeat(30).slice(0, -1)],
  ])("is one's at a time, who is named, and leaves nothing: a folder %s", async (_name, name) => {
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
    ["by a process that was killed", () => leaveSocket(join(folder, left))],
    ["by a process that was killed before it had it", () => mkdir(join(folder, "lock"))],
    ["by the former version, 25 seconds ago", () => leaveFile(join(folder, "lock/0badcafe"), 25)],
  ])("is free if it was left: %s", async (_name, leave) => {
    await leave();
    const release = await lockFolder(folder);
    expect(readdirSync(join(folder, "lock"))).toEqual([
      expect.stringMatching(new RegExp(`^${process.pid}@`)) as string,
    ]);
    await release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([0, 15])("is the former version's that touched it %s seconds ago", async (age) => {
    await leaveFile(join(folder, "lock/0badcafe"), age);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: "INBOX_IN_USE" });
    expect(readdirSync(folder)).toEqual(["lock"]);
  });

  it("is one's of many who come at once", async () => {
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

  it("is refused, and not tried for ever, in a folder that is gone, or something else", async () => {
    mkdirSync(join(folder, "lock/mine"), { recursive: true });
    await expect(lockFolder(folder)).rejects.toThrow(`The inbox folder ${folder} cannot be locked: E`);
    expect(readdirSync(folder)).toEqual(["lock"]);
    const gone = join(folder, "gone");
    await expect(lockFolder(gone)).rejects.toThrow(`The inbox folder ${gone} does not exist`);
    writeFileSync(gone, "");
    await expect(lockFolder(gone)).rejects.toThrow(`The inbox folder ${gone} cannot be locked: E`);
  });
});
