import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

interface Much {
  readonly records: number;
  readonly unread: readonly string[];
  /** In kilobytes. */
  readonly resident: number;
}

/** Reads so many megabytes in a process that has little memory for what it makes of them. */
function readMuch(layout: string, megabytes: number): Much {
  const flags = ["--max-old-space-size=64", "--max-semi-space-size=8"];
  const script = join(import.meta.dirname, "read-much.mjs");
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, script, layout, String(megabytes)], {
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Much;
}

it("300 MB of lines take hardly more memory than 10 MB", () => {
  const [little, much] = [readMuch("lines", 10), readMuch("lines", 300)];
  expect(much.records / little.records).toBeGreaterThan(29);
  expect(much.unread).toEqual([]);
  expect(much.resident / little.resident).toBeLessThan(2);
});

it("so does one line of 300 MB, which is not read", () => {
  const [little, much] = [readMuch("one line", 10), readMuch("one line", 300)];
  expect(much).toMatchObject({ records: 2, unread: ["it is longer than 5 MB (in 1 body)"] });
  expect(much.resident / little.resident).toBeLessThan(2);
});
