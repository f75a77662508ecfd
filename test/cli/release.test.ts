import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-files.js";
import { runCommand, splitWords } from "../workbench/command.js";
import { addRelease } from "../../generator/contract/read/add-release.js";
import { copySpec } from "./copied-spec.js";
import { inSmallProject } from "../workbench/project.js";

const call = (...argv: readonly string[]) => callIn(packageRoot, ...argv);
const callIn = (cwd: string, ...argv: readonly string[]) => runCommand(["release", ...argv], { cwd });

const readReleases = (folder: string) => readFileSync(join(folder, "releases.json"), "utf8");

describe("release", () => {
  it("adds a release at the end, touches no other byte, and shows where to go on", async () => {
    const folder = copySpec();
    const before = readReleases(folder);
    const given = ["60", "--summary", "Loyalty points.", "--date", "2027-01-31", "--spec", folder];
    const { stdout } = await call(...given);
    const entry = '{ "release": "60", "summary": "Loyalty points.", "date": "2027-01-31" }';
    expect(readReleases(folder)).toBe(before.replace(/\n {2}\]/, `,\n    ${entry}\n  ]`));
    const [above = ""] = readReleases(folder).split('{ "release": "60"');
    const line = above.split("\n").length;
    expect(stdout).toMatch(new RegExp(`^Added v60 to .*releases\\.json, line ${line}\\.\n`));
    expect(stdout).toContain('"x-added-in": "60"');
    expect((await runCommand(["lint", "--spec", folder])).code).toBe(0);
  });

  it("adds a release that the spec names already, as lint says to", async () => {
    const folder = copySpec();
    const file = join(folder, "responses", "openUrl.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace('"type": "boolean"', '"x-added-in": "60", "type": "boolean"'));
    expect((await runCommand(["lint", "--spec", folder])).stderr).toContain("60");
    expect((await call("60", "--summary", "New.", "--spec", folder)).code).toBe(0);
  });

  it.each([
    ["is no JSON", "{"],
    ["lists nothing", "{}"],
    ["lists what is no release", '{ "releases": [{ "release": "abc", "summary": "Which?" }] }'],
  ])("says what is amiss with a releases.json that %s", async (_, text) => {
    const folder = copySpec();
    writeFileSync(join(folder, "releases.json"), text);
    const { code, stderr } = await call("60", "--summary", "New.", "--spec", folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining("releases.json")]);
    expect(stderr).not.toContain("fault of mplus-codegen");
    expect(readReleases(folder)).toBe(text);
  });

  it("blames its options for nothing else", async () => {
    const folder = copySpec();
    const file = join(folder, "releases.json");
    writeFileSync(file, readReleases(folder).replace(/"summary": "[^"]*"/, '"summary": ""'));
    const { code, stderr } = await call("60", "--summary", "A good one.", "--spec", folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining("releases.json:")]);
    expect(stderr).not.toContain("--summary");
  });

  it("finds the spec of the checkout it is run in", async () => {
    const folder = copySpec();
    const { code, stdout } = await callIn(join(folder, "events"), "60", "--summary", "New.", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ release: "60", summary: "New." });
    expect(readReleases(folder)).toContain('"60"');
  });

  it.each([
    ["beside it", ".", "my spec"],
    ["in it", "my spec", "."],
  ])(
    "ends with a command that generates from this very spec, where one stands %s",
    async (_, below, spec) => {
      await inSmallProject(async (project) => {
        renameSync(join(project.folder, "spec"), join(project.folder, "my spec"));
        const cwd = join(project.folder, below);
        const added = await callIn(cwd, "60", "--summary", "Last.", "--spec", spec);
        const command = added.stdout.trimEnd().split("\n").at(-1) ?? "";
        expect(command).toMatch(/^ *mplus-codegen /);
        const { stdout } = await runCommand(splitWords(command).slice(1), { cwd });
        expect(stdout).toContain("releases up to v60");
        expect(project.read("generated/types/responses.ts")).toContain("What the code means.");
      });
    },
  );
});

describe("an entry", () => {
  const entry = { release: "2", summary: "Two." };
  const added = '{ "release": "2", "summary": "Two." }';

  it.each([
    [
      "keeps tabs, and the order of numbers",
      '{\n\t"releases": [\n\t\t{ "release": "1" }HERE,\n\t\t{ "release": "10" }\n\t]\n}',
      `,\n\t\t${added}`,
    ],
    [
      "keeps line ends, and the order",
      '{\r\n  "releases": [\r\n    HERE{ "release": "3" }\r\n  ]\r\n}',
      `${added},\r\n    `,
    ],
    ["stays on one line with the others", '{"releases":[{"release":"1"}HERE]}', `, ${added}`],
    ["may be the only one", '{"releases":[HERE]}', added],
  ])("%s", (_, text, put) => {
    const value = text.replace("HERE", put);
    expect(addRelease(text.replace("HERE", ""), entry)).toMatchObject({ ok: true, value });
  });

  it.each([
    ["1", 110, "one line"],
    ["1", 111, "lines"],
    ["3", 110, "one line"],
    ["3", 111, "lines"],
  ])("is broken as prettier breaks it: beside %s, %i characters wide, it takes %s", async (other, width) => {
    const text = `{\n  "releases": [\n    { "release": "${other}" }\n  ]\n}\n`;
    const before = '    { "release": "2", "summary": "" }'.length + (other === "3" ? 1 : 0);
    const outcome = addRelease(text, { release: "2", summary: "x".repeat(width - before) });
    const value = outcome.ok ? outcome.value : "";
    expect(value).toContain('"summary": "xx');
    expect(value).toBe(await format(value, { parser: "json", printWidth: 110 }));
    expect(value.split("\n")).toHaveLength(text.split("\n").length + (width > 110 ? 4 : 1));
  });
});
