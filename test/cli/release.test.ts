import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { packageRoot } from "../../generator/package/package-files.js";
import { runCommand, splitWords } from "../workbench/command.js";
import { addRelease } from "../../generator/spec/add-release.js";
import { frozenSpec } from "../workbench/real-spec.js";
import { copySpec } from "./copied-spec.js";
import { inProject } from "./project.js";

const call = (...argv: readonly string[]) => callIn(packageRoot, ...argv);
const callIn = (cwd: string, ...argv: readonly string[]) => runCommand(["release", ...argv], { cwd });

const readReleases = (folder: string) => readFileSync(join(folder, "releases.json"), "utf8");

describe("release", () => {
  it("adds a release at the end, touches no other byte, and shows where to go on", async () => {
    const folder = copySpec();
    const before = readReleases(folder);
    const { code, stdout } = await call(
      "60",
      "--summary",
      "Loyalty points.",
      "--date",
      "2027-01-31",
      "--spec",
      folder,
    );
    expect(code).toBe(0);
    expect(readReleases(folder)).toBe(
      before.replace(
        /\n {2}\]/,
        ',\n    { "release": "60", "summary": "Loyalty points.", "date": "2027-01-31" }\n  ]',
      ),
    );
    const line =
      readReleases(folder)
        .split("\n")
        .findIndex((text) => text.includes('"60"')) + 1;
    expect(stdout).toMatch(new RegExp(`^Added v60 to .*releases\\.json, line ${line}\\.\n`));
    expect(stdout).toContain('"x-added-in": "60"');
    expect((await runCommand(["lint", "--spec", folder])).code).toBe(0);
  });

  it("keeps the order", async () => {
    const folder = copySpec();
    expect((await call("v57.1", "--summary", "Between.", "--spec", folder)).code).toBe(0);
    expect((await call("9", "--summary", "First.", "--spec", folder)).code).toBe(0);
    const { stdout } = await runCommand(["versions", "--spec", folder]);
    const listed = stdout.split("\n").map((line) => line.split(" ")[0]);
    expect(listed.slice(0, 2)).toEqual(["v9", "v11.1"]);
    expect(listed.slice(listed.indexOf("v57"), listed.indexOf("v57") + 3)).toEqual(["v57", "v57.1", "v59"]);
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
      await inProject(async (project) => {
        project.putSpec();
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

  it.each([
    ["its own checkout", "mplus-codegen", "spec", true],
    ["a folder of it", "mplus-codegen", "spec/events", true],
    ["another package", "other", "spec", false],
  ])("tells whether npm run generate would do, in %s", async (_, name, below, isOwn) => {
    const folder = copySpec();
    writeFileSync(join(folder, "..", "package.json"), JSON.stringify({ name }));
    const { stdout } = await callIn(join(folder, "..", below), "60", "--summary", "New.");
    expect(stdout.includes("\n  npm run generate\n")).toBe(isOwn);
    expect(stdout.includes("mplus-codegen --target")).toBe(!isOwn);
  });

  it("never edits an installed spec", async () => {
    const home = mkdtempSync(join(tmpdir(), "mplus-installed-"));
    onTestFinished(() => rmSync(home, { recursive: true }));
    const folder = join(home, "node_modules", "mplus-codegen", "spec");
    mkdirSync(folder, { recursive: true });
    cpSync(frozenSpec, folder, { recursive: true });
    const { code, stderr } = await call("60", "--summary", "New.", "--spec", folder);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining("belongs to an installed package") as unknown,
    ]);
    expect(readReleases(folder)).toBe(readReleases(frozenSpec));
  });

  it("wants a checkout or a folder", async () => {
    const home = mkdtempSync(join(tmpdir(), "mplus-nothing-"));
    onTestFinished(() => rmSync(home, { recursive: true }));
    const { code, stderr } = await callIn(home, "60", "--summary", "New.");
    expect([code, stderr]).toEqual([2, expect.stringContaining("no spec to edit here") as unknown]);
  });

  const refused: readonly { name: string; argv: readonly string[]; want: string }[] = [
    { name: "a release that is there", argv: ["59.0", "--summary", "Again."], want: "already lists v59" },
    { name: "what is no release", argv: ["sixty", "--summary", "New."], want: '"sixty" is not a release' },
    {
      name: "a day that never was",
      argv: ["60", "--summary", "New.", "--date", "2027-02-30"],
      want: "is not a date",
    },
    { name: "a release without a summary", argv: ["60"], want: "summary" },
    { name: "an empty summary", argv: ["60", "--summary", " "], want: "releases.json" },
  ];
  for (const { name, argv, want } of refused) {
    it(`refuses ${name}, and writes nothing`, async () => {
      const folder = copySpec();
      const { code, stderr } = await call(...argv, "--spec", folder);
      expect(code).toBe(2);
      expect(stderr).toContain(want);
      expect(readReleases(folder)).toBe(readReleases(frozenSpec));
    });
  }
});

describe("an entry", () => {
  const entry = { release: "2", summary: "Two." };
  const cases: readonly { name: string; text: string; want: string }[] = [
    {
      name: "keeps tabs",
      text: '{\n\t"releases": [\n\t\t{ "release": "1" }\n\t]\n}',
      want: '{\n\t"releases": [\n\t\t{ "release": "1" },\n\t\t{ "release": "2", "summary": "Two." }\n\t]\n}',
    },
    {
      name: "keeps line ends",
      text: '{\r\n  "releases": [\r\n    { "release": "3" }\r\n  ]\r\n}',
      want: '{\r\n  "releases": [\r\n    { "release": "2", "summary": "Two." },\r\n    { "release": "3" }\r\n  ]\r\n}',
    },
    {
      name: "stays on one line with the others",
      text: '{"releases":[{"release":"1"}]}',
      want: '{"releases":[{"release":"1"}, { "release": "2", "summary": "Two." }]}',
    },
    {
      name: "may be the only one",
      text: '{"releases":[]}',
      want: '{"releases":[{ "release": "2", "summary": "Two." }]}',
    },
  ];
  for (const { name, text, want } of cases) {
    it(name, () => expect(addRelease(text, entry)).toMatchObject({ ok: true, value: want }));
  }

  it("breaks a long line as the others are broken", () => {
    const text = '{\n  "releases": [\n    { "release": "1" }\n  ]\n}';
    const summary =
      "So much came with this release that it fits no line of a hundred and ten characters any more.";
    expect(addRelease(text, { release: "2", summary })).toMatchObject({
      value: `{\n  "releases": [\n    { "release": "1" },\n    {\n      "release": "2",\n      "summary": "${summary}"\n    }\n  ]\n}`,
    });
  });
});
