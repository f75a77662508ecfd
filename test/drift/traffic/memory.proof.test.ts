import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

interface Much {
  readonly bodies: number;
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

it.each(["lines", "list", "entries"])("300 MB of %s take hardly more memory than 10 MB", (layout) => {
  const [little, much] = [readMuch(layout, 10), readMuch(layout, 300)];
  expect(much.bodies / little.bodies).toBeGreaterThan(29);
  expect(much.unread).toEqual([]);
  expect(much.resident / little.resident).toBeLessThan(2);
});

it.each([
  ["one text", "it is longer than 5 MB"],
  ["one text in a list", "it is longer than 5 MB, and nothing after it was read"],
])("so does %s of 300 MB, which is not read", (layout, unread) => {
  const [little, much] = [readMuch(layout, 10), readMuch(layout, 300)];
  expect(much).toMatchObject({ bodies: 1, unread: [unread] });
  expect(much.resident / little.resident).toBeLessThan(2);
});
