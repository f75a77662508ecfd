import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-files.js";
import { formatFiles } from "../../generator/output/layout.js";
import { targets } from "../../generator/targets/all.js";
import type { OutputFile } from "../../generator/targets/target.js";
import { need } from "../workbench/need.js";
import { frozenSpec } from "../workbench/real-spec.js";
import { emit, collectFiles, layOutFiles, realSources, realSpec, toSpec } from "../workbench/emit.js";
import { makeRunFolder, removeFolder } from "../workbench/folders.js";

const everything = { targets: targets.map(({ name }) => name) };

const spec = realSpec();
const before = structuredClone(spec);
let whole: ReadonlyMap<string, string>;
let files: readonly OutputFile[];
let express: ReadonlyMap<string, string>;

beforeAll(async () => {
  // Beside others, unlike those with which the tests compare it.
  const all = [emit(spec, "48..", everything), emit(spec, ".."), emit(spec, "43..46")] as const;
  const [generation] = await Promise.all(all);
  whole = collectFiles(generation);
  files = generation.outputs.flatMap((output) => output.files);
  express = collectFiles(await emit(spec, "48.."));
});

it("the input is unchanged, whatever ran at the same time", () => expect(spec).toEqual(before));

/** Environments of a run, which must not affect the output. */
const machines = [
  { TZ: "Europe/Istanbul", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", HOME: "/nowhere" },
  { TZ: "Pacific/Auckland", LC_ALL: "sv_SE.UTF-8", FORCE_COLOR: "3", COLUMNS: "20", CI: "true" },
];

it("a run of the command line, alone, writes the same bytes and the same stamp in Turkey and New Zealand", async () => {
  const folder = makeRunFolder();
  onTestFinished(() => removeFolder(folder));
  // Uses this repository's style if the folder is in it.
  const written = need(await formatFiles(files, folder)).map(({ path, content }) => [path, content] as const);
  const target = everything.targets.join();
  const asked = ["--target", target, "--language", "php", "--min-version", "48", "--spec", frozenSpec];
  const stamps = machines.map((env, index) => {
    const out = join(folder, `machine${index}`);
    const call = [join(packageRoot, "dist/main.js"), ...asked, "--out", out, "--quiet"];
    execFileSync(process.execPath, call, { cwd: tmpdir(), env: { PATH: process.env["PATH"], ...env } });
    const found = readTexts(out);
    const stamp = found.get("stamp.json");
    found.delete("stamp.json");
    expect(found).toEqual(new Map(written));
    return stamp;
  });
  expect(new Set(stamps).size).toBe(1);
  expect(stamps[0]).not.toMatch(/20\d\d-/);
  expect(`${stamps[0]}${written.join("")}`).not.toContain(packageRoot);
});

const readTexts = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );

async function emitChanged(path: string, from: string | RegExp, to: string, options = {}) {
  const sources = realSources().map((source) =>
    source.path === path ? { path, text: source.text.replace(from, to) } : source,
  );
  return collectFiles(await emit(toSpec(sources), "48..", options));
}

const listDifferent = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...after].filter(([path, text]) => text !== before.get(path)).map(([path]) => path);

const inOneLine = (text: string): string => text.replaceAll(/\n\s*\* /g, " ");

/** Files that mention a property's new bound, unless every description of the property does. */
const touched = [
  ...["types/requests.ts", "validators/contract.ts", "php/contract.php", "docs/objects/ScanCode.md"],
  ...["docs/llms-full.txt", "site/contract.js", "site/llms-full.txt"],
];

const describesWhole = /^(?:site\/.*\.html|(?:jsonschema|openapi|asyncapi)\/.*\.(?:json|yaml)|zod\/.*\.ts)$/;

/** As a user commits it. */
async function layOutTable(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const path = "validators/contract.ts";
  const laidOut = await layOutFiles(new Map([[path, files.get(path) ?? ""]]));
  return laidOut.get(path)?.split("\n") ?? [];
}

it("a change of one property changes only the files that it touches, and one line of the table", async () => {
  const line = '"description": "The code as text."';
  const after = await emitChanged("requests/scanCode.json", line, `${line}, "maxLength": 64`, everything);
  const describing = [...whole].filter(
    ([path, text]) => describesWhole.test(path) && inOneLine(text).includes("The code as text."),
  );
  const expected = [...touched, ...describing.map(([path]) => path)];
  expect(listDifferent(whole, after).sort()).toEqual(expected.sort());
  const [old = [], now = []] = await Promise.all([whole, after].map(layOutTable));
  const changed = [old.filter((each) => !now.includes(each)), now.filter((each) => !old.includes(each))];
  expect(changed.map((lines) => lines.map((line) => line.trim()))).toEqual([
    ['scannedCode: { type: "string", required: true },'],
    ['scannedCode: { type: { type: "string", maxLength: 64 }, required: true },'],
  ]);
});

it("a release that changes nothing touches no file", async () => {
  const added = ', { "release": "60", "summary": "Nothing." }] }';
  expect([...(await emitChanged("releases.json", /\]\s*\}\s*$/, added))]).toEqual([...express]);
});
