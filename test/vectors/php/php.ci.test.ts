import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRunFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { runProgram } from "../../workbench/run.js";
import { needs, withReason } from "../../workbench/tools.js";
import { writePhpVectors, type PhpVectors } from "./php-vectors.js";

const home = makeRunFolder();
const code = join(home, "php");
let vectors: PhpVectors;

beforeAll(async () => {
  vectors = await writePhpVectors(home);
});
afterAll(() => removeFolder(home));

const noPhp = needs("php");

describe.skipIf(noPhp)(withReason("the interpreter in PHP", noPhp), () => {
  it("has the verdicts, problems and messages of the one in TypeScript", async () => {
    expect(await vectors.run(["php"])).toEqual(vectors.noDifferences);
  });

  it.each([
    "Check",
    "Contract",
    "Evidence",
    "Formats",
    "Omission",
    "Reading",
    "Release",
    "Rules",
    "Text",
    "Wording",
  ])("differs if a fault is seeded in %s", async (name) => {
    const broken = join(home, `broken-${name}`);
    const [was, is] = faults[name] ?? ["", ""];
    const files = readdirSync(join(code, "Contract")).map((file): [string, string] => {
      const text = readFileSync(join(code, "Contract", file), "utf8");
      if (file === `${name}.php`) expect(text.split(was)).toHaveLength(2);
      return [`Contract/${file}`, file === `${name}.php` ? text.replace(was, is) : text];
    });
    writeFiles(broken, files);
    expect((await vectors.run(["php"], broken)).code).not.toBe(0);
  });
});

/** One word of each file: what it was, and what it becomes. */
const faults: Readonly<Record<string, readonly [was: string, is: string]>> = {
  Check: ["2 ** 53 - 1", "2 ** 53"],
  Contract: ["$unsupported === 'reject'", "$unsupported === 'omit'"],
  Evidence: ["newer than", "later than"],
  Formats: ["$offsetHours > 23", "$offsetHours > 24"],
  Omission: ["'too-many-items'", "'out-of-bounds'"],
  Reading: ["'misfits' => max(0", "'misfits' => max(1"],
  Release: ["$release >= self::start", "$release > self::start"],
  Rules: ["$base->known ?? []", "[]"],
  Text: ["$length * 0.4", "$length * 0.5"],
  Wording: ["must be %'],\n        'unsafe'", "should be %'],\n        'unsafe'"],
};

/** Errors only: its version in Debian does not know `readonly class`, and takes it for a statement. */
const noSniffer = needs("phpcs");

it.skipIf(noSniffer)(withReason("the code follows PSR-12", noSniffer), async () => {
  writeFileSync(join(home, "phpcs.xml"), '<ruleset name="PSR-12"><rule ref="PSR12"/></ruleset>');
  const ended = await runProgram(home, ["phpcs", "--standard=phpcs.xml", "-n", "php"]);
  expect(ended).toEqual({ code: 0, stdout: "", stderr: "" });
});
