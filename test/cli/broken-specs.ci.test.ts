import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../workbench/command.js";
import { brokenSpecs } from "../cases/broken-specs/mutations.js";
import { takeSample } from "../fuzz/amount.js";
import { changeSpec, smallSpec, toText, type SpecInMemory } from "../spec/small-spec.js";
import { readTree } from "../write/workbench.js";

let home: string;
const out = () => join(home, "out");
const spec = () => join(home, "spec");

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "broken-specs-"));
  lay(smallSpec);
  expect((await generate()).code).toBe(0);
});
afterAll(() => rmSync(home, { recursive: true }));

function lay(files: SpecInMemory): void {
  rmSync(spec(), { recursive: true, force: true });
  for (const [path, content] of Object.entries(files)) put(path, toText(content));
}

function put(path: string, content: string | Uint8Array): void {
  const file = join(spec(), path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const generate = () => runCommand(["--target", "types,docs", "--spec", spec(), "--out", out()]);

/** The call is refused with what is wrong and where, and the output is as it was. */
async function expectRefusal(): Promise<void> {
  const before = readTree(out());
  const { code, stdout, stderr } = await generate();
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^error: \S.*\.json(?::\d+:\d+)? \([a-z0-9-]+\)$|^mplus-codegen: .*\.json/m);
  expect(stderr).not.toMatch(/^\s+at |RangeError|TypeError|\[object |undefined|(?!\n)\p{Cc}/mu);
  expect(readTree(out())).toEqual(before);
}

describe("a spec with a fault is refused, and nothing is written:", () => {
  it("there are more than 700 of them, no two alike, and at least every second is tried", () => {
    expect(new Set(brokenSpecs.map(({ given }) => JSON.stringify(given))).size).toBeGreaterThan(700);
  });

  it.each(takeSample(brokenSpecs, 2))("$name", async ({ given }) => {
    lay(changeSpec(given));
    await expectRefusal();
  });

  const event = "events/scanCode.json";
  const sound = Buffer.from(toText(smallSpec[event]));
  it.each<readonly [string, () => void]>([
    ["a byte order mark", () => put(event, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), sound]))],
    ["UTF-16", () => put(event, Buffer.from(sound.toString(), "utf16le"))],
    ["UTF-16 with its mark", () => put(event, Buffer.from(`\ufeff${sound.toString()}`, "utf16le"))],
    ["a NUL", () => put(event, Buffer.concat([sound, Buffer.from([0])]))],
    ["a byte that is no UTF-8", () => put(event, Buffer.concat([sound, Buffer.from([0xff])]))],
    ["an empty file", () => put(event, "")],
    ["a file of 5 MB", () => put(event, " ".repeat(5_000_001))],
    ["a link to nowhere", () => symlinkSync("nowhere", join(spec(), "events/other.json"))],
    ["a link to a folder", () => symlinkSync("../events", join(spec(), "events/other.json"))],
    ["a link to a device", () => symlinkSync("/dev/zero", join(spec(), "events/other.json"))],
    ["a link to itself", () => symlinkSync("other.json", join(spec(), "events/other.json"))],
    ["a pipe", () => void execFileSync("mkfifo", [join(spec(), "events/other.json")])],
    [
      "a folder for a file",
      () => {
        rmSync(join(spec(), "envelope.json"));
        put("envelope.json/readme.txt", "");
      },
    ],
  ])("%s", async (_, damage) => {
    lay(smallSpec);
    damage();
    await expectRefusal();
  });

  it.each(["nowhere", "spec/releases.json", "empty"])("a spec folder that is none: %s", async (path) => {
    lay(smallSpec);
    mkdirSync(join(home, "empty"), { recursive: true });
    const before = readTree(out());
    const ending = await runCommand(["--target", "types", "--spec", join(home, path), "--out", out()]);
    expect([ending.code, ending.stdout]).toEqual([2, ""]);
    expect(readTree(out())).toEqual(before);
  });
});
