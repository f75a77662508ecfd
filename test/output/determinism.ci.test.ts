import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../generator/package/package-files.js";
import { targets } from "../../generator/targets/all.js";
import { frozenSpec } from "../workbench/real-spec.js";
import { emit, collectFiles, realSources, realSpec, toSpec } from "../workbench/emit.js";
import { makeRunFolder, removeFolder, transpile, writeFiles } from "../workbench/folders.js";

const everything = { targets: targets.map(({ name }) => name) };

/** The output of the spec as it is, of every target and of one. */
let whole: ReadonlyMap<string, string>;
let express: ReadonlyMap<string, string>;

beforeAll(async () => {
  whole = collectFiles(await emit(realSpec(), "48..", everything));
  express = collectFiles(await emit(realSpec(), "48.."));
});

describe("the same input", () => {
  it("gives the same bytes whatever ran at the same time, and is unchanged", async () => {
    const spec = realSpec();
    const before = structuredClone(spec);
    const [, beside] = await Promise.all([
      emit(spec, ".."),
      emit(spec, "48..", everything),
      emit(spec, "43..46"),
    ]);
    expect([...collectFiles(beside)]).toEqual([...whole]);
    expect(spec).toEqual(before);
  });
});

/** Where a run may take place; none of it may show in what it writes. */
const machines = [
  {
    name: "in Turkey",
    env: { TZ: "Europe/Istanbul", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", HOME: "/nowhere" },
    cwd: "/",
  },
  {
    name: "in New Zealand",
    env: { TZ: "Pacific/Auckland", LC_ALL: "sv_SE.UTF-8", FORCE_COLOR: "3", COLUMNS: "20", CI: "true" },
    cwd: tmpdir(),
  },
];

describe("a run of the command line", () => {
  const folder = makeRunFolder();

  beforeAll(() => makePackage(folder));
  afterAll(() => removeFolder(folder));

  const runs = machines.map((machine) => [machine.name, machine] as const);
  it.each(runs)("%s writes the same bytes", (name, { env, cwd }) => {
    const out = join(folder, name.replaceAll(" ", "-"));
    const target = everything.targets.join();
    const asked = ["--target", target, "--language", "php", "--min-version", "48"];
    const args = [...asked, "--out", out, "--quiet", "--spec", frozenSpec];
    execFileSync(process.execPath, [join(folder, "dist/generator/cli/main.js"), ...args], {
      cwd,
      env: { PATH: process.env["PATH"], ...env },
    });
    const written = readTexts(out).filter(([path]) => path !== "stamp.json");
    expect(new Map(written)).toEqual(new Map([...whole].sort()));
  });

  it("writes the same stamp everywhere", () => {
    const stamps = machines.map(({ name }) =>
      readFileSync(join(folder, name.replaceAll(" ", "-"), "stamp.json"), "utf8"),
    );
    expect(new Set(stamps).size).toBe(1);
    expect(stamps[0]).not.toContain(folder);
  });
});

/** The generator as it lies in the sources, ready to run: what lies in `dist/` may be older. */
function makePackage(folder: string): void {
  const sources = readTexts(join(packageRoot, "generator")).map(
    ([path, text]) => [`dist/generator/${path}`, text] as const,
  );
  writeFiles(folder, [
    ...transpile(sources),
    ["package.json", readFileSync(join(packageRoot, "package.json"), "utf8")],
  ]);
  for (const part of ["spec", "templates"]) symlinkSync(join(packageRoot, part), join(folder, part));
}

const readTexts = (folder: string): (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]);

/** Sentences of the spec that stand in few places, and are short enough for one line. */
const sentences = [
  ["requests/scanCode.json", "The code as text."],
  ["responses/dialog.json", "Text at the top of the dialog."],
] as const;

describe("a change of one description", () => {
  it.each(sentences)("in %s changes only the files that hold it", async (file, old) => {
    const changed = realSources().map((source) =>
      source.path === file ? { ...source, text: source.text.replace(old, "Something quite else.") } : source,
    );
    const after = collectFiles(await emit(toSpec(changed), "48.."));
    const different = [...after].filter(([path, text]) => text !== express.get(path)).map(([path]) => path);
    const holding = [...express].filter(([, text]) => inOneLine(text).includes(old)).map(([path]) => path);
    expect(different).toEqual(holding);
    expect(different.length).toBeGreaterThan(0);
  });
});

/** Files that say so of a property that gets a bound, but for those where each that describes the property does. */
const touched = ["types/requests.ts", "validators/compiled/requests.ts", "docs/objects/ScanCode.md"];

describe("a change of one property", () => {
  it("changes only the files that it touches", async () => {
    const [file, description] = sentences[0];
    const line = `"description": "${description}"`;
    const changed = realSources().map((source) =>
      source.path === file
        ? { ...source, text: source.text.replace(line, `${line}, "maxLength": 64`) }
        : source,
    );
    const after = collectFiles(await emit(toSpec(changed), "48..", everything));
    const different = [...after].filter(([path, text]) => text !== whole.get(path)).map(([path]) => path);
    const describing = [...whole].filter(
      ([path, text]) => describesWhole.test(path) && inOneLine(text).includes(description),
    );
    expect(different.toSorted()).toEqual([...touched, ...describing.map(([path]) => path)].toSorted());
    const [old = [], now = []] = [whole, after].map(
      (files) => files.get("validators/compiled/requests.ts")?.split("\n") ?? [],
    );
    expect(now.filter((line) => !old.includes(line)).length).toBeLessThanOrEqual(5);
    expect(now.length - old.length).toBeLessThanOrEqual(5);
  });
});

/** Pages of the site, where an object unfolds, and exports of schemas. */
const describesWhole = /^(?:site\/.*\.html|(?:jsonschema|openapi|asyncapi)\/.*\.(?:json|yaml)|zod\/.*\.ts)$/;

const inOneLine = (text: string): string => text.replaceAll(/\n\s*\* /g, " ");

describe("a release that changes nothing", () => {
  it("touches no file", async () => {
    const sources = realSources();
    const longer = sources.map(({ path, text }) =>
      path === "releases.json"
        ? { path, text: text.replace(/\]\s*\}\s*$/, ', { "release": "60", "summary": "Nothing." }] }') }
        : { path, text },
    );
    const after = collectFiles(await emit(toSpec(longer), "48.."));
    expect([...after]).toEqual([...express]);
  });
});
