import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../generator/package/package-files.js";
import type { SourceFile } from "../../generator/spec/read/read-spec.js";
import { targets } from "../../generator/targets/all.js";
import { frozenSpec } from "../workbench/real-spec.js";
import { emit, collectFiles, realSources, realSpec, toSpec } from "../workbench/emit.js";
import { makeRunFolder, removeFolder, transpile, writeFiles } from "../workbench/folders.js";

const everything = { targets: targets.map(({ name }) => name) };

/** What comes of the spec as it is, of every target and of one. */
const whole = emit(realSpec(), "48..", everything).then(collectFiles);
const express = emit(realSpec(), "48..").then(collectFiles);

describe("the same input", () => {
  it("gives the same bytes twice", async () => {
    const again = await emit(realSpec(), "48..", everything);
    expect([...collectFiles(again)]).toEqual([...(await whole)]);
  });

  it("gives the same bytes whatever ran at the same time", async () => {
    const spec = realSpec();
    const alone = await whole;
    const [, beside] = await Promise.all([
      emit(spec, ".."),
      emit(spec, "48..", everything),
      emit(spec, "43..46"),
    ]);
    expect([...collectFiles(beside)]).toEqual([...alone]);
  });

  it("is unchanged", async () => {
    const spec = realSpec();
    const before = structuredClone(spec);
    await emit(spec, "48..", everything);
    expect(spec).toEqual(before);
  });
});

/** Where a run may take place; none of it may show in what it writes. */
const machines = [
  { name: "in Turkey", env: { TZ: "Europe/Istanbul", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }, cwd: "/" },
  {
    name: "in New Zealand",
    env: { TZ: "Pacific/Auckland", LANG: "C", FORCE_COLOR: "3", COLUMNS: "20" },
    cwd: tmpdir(),
  },
  {
    name: "in Sweden",
    env: { TZ: "UTC", LC_ALL: "sv_SE.UTF-8", HOME: "/nowhere", CI: "true" },
    cwd: packageRoot,
  },
];

describe("a run of the command line", () => {
  const folder = makeRunFolder();

  beforeAll(() => makePackage(folder));
  afterAll(() => removeFolder(folder));

  const runs = machines.map((machine) => [machine.name, machine] as const);
  it.each(runs)("%s writes the same bytes", async (name, { env, cwd }) => {
    const out = join(folder, name.replaceAll(" ", "-"));
    const target = everything.targets.join();
    const asked = ["--target", target, "--language", "php", "--min-version", "48"];
    const args = [...asked, "--out", out, "--quiet", "--spec", frozenSpec];
    execFileSync(process.execPath, [join(folder, "dist/generator/cli/main.js"), ...args], {
      cwd,
      env: { PATH: process.env["PATH"], ...env },
    });
    const written = readTexts(out).filter(([path]) => path !== "stamp.json");
    expect(new Map(written)).toEqual(new Map([...(await whole)].sort()));
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
  { file: "requests/scanCode.json", old: "The code as text." },
  { file: "requests/session.json", old: "The table that the sale is on, if it is on one." },
  { file: "responses/dialog.json", old: "Text at the top of the dialog." },
  {
    file: "responses/message.json",
    old: "Texts to show at the till: a list, so that one answer can bring several.",
  },
  { file: "events/startPayment.json", old: undefined },
];

describe("a change of one description", () => {
  it.each(sentences.map(({ file, old }) => [file, old] as const))(
    "in %s changes only the files that hold it",
    async (file, given) => {
      const sources = realSources();
      const old = given ?? describedIn(sources, file);
      const changed = sources.map((source) =>
        source.path === file
          ? { ...source, text: source.text.replace(old, "Something quite else.") }
          : source,
      );
      const before = await express;
      const after = collectFiles(await emit(toSpec(changed), "48.."));
      const different = [...after].filter(([path, text]) => text !== before.get(path)).map(([path]) => path);
      const holding = [...before].filter(([, text]) => inOneLine(text).includes(old)).map(([path]) => path);
      expect(different).toEqual(holding);
      expect(different.length).toBeGreaterThan(0);
    },
  );
});

/** Properties to bound, and every file that says so, but for those where each that describes the property does. */
const bounded = [
  {
    file: "requests/scanCode.json",
    old: '"description": "The code as text."',
    bound: '"maxLength": 64',
    touched: ["types/requests.ts", "validators/compiled/requests.ts", "docs/objects/ScanCode.md"],
  },
  {
    file: "common/session-line.json",
    old: '"description": "How many are sold. Need not be a whole number."',
    bound: '"minimum": 0',
    touched: [
      ...["types/requests.ts", "validators/compiled/requests.ts", "docs/objects/SessionLine.md"],
      // A sample that is made has another value.
      "bruno/events/creditSession/made-from-the-contract.bru",
      "postman/mplus-webhooks.postman_collection.json",
    ],
  },
];

describe("a change of one property", () => {
  it.each(bounded)("in $file changes only the files that it touches", async (change) => {
    const { file, old: line, bound, touched } = change;
    const sources = realSources();
    const changed = sources.map((source) =>
      source.path === file ? { ...source, text: source.text.replace(line, `${line}, ${bound}`) } : source,
    );
    const before = await whole;
    const after = collectFiles(await emit(toSpec(changed), "48..", everything));
    const different = [...after].filter(([path, text]) => text !== before.get(path)).map(([path]) => path);
    const { description } = JSON.parse(`{${line}}`) as { description: string };
    const describing = [...before].filter(
      ([path, text]) => describesWhole.test(path) && inOneLine(text).includes(description),
    );
    expect(different.toSorted()).toEqual([...touched, ...describing.map(([path]) => path)].toSorted());
    const compiled = [before, after].map(
      (files) => files.get("validators/compiled/requests.ts")?.split("\n") ?? [],
    );
    const [old = [], changedLines = []] = compiled;
    expect(changedLines.filter((line) => !old.includes(line)).length).toBeLessThanOrEqual(5);
    expect(changedLines.length - old.length).toBeLessThanOrEqual(5);
  });
});

/** Pages of the site, where an object unfolds, and exports of schemas. */
const describesWhole = /^(?:site\/.*\.html|(?:jsonschema|openapi|asyncapi)\/.*\.(?:json|yaml)|zod\/.*\.ts)$/;

const inOneLine = (text: string): string => text.replaceAll(/\n\s*\* /g, " ");

const describedIn = (sources: readonly SourceFile[], file: string): string => {
  const text = sources.find(({ path }) => path === file)?.text ?? "{}";
  return (JSON.parse(text) as { description: string }).description;
};

describe("a release that changes nothing", () => {
  it("touches no file", async () => {
    const sources = realSources();
    const longer = sources.map(({ path, text }) =>
      path === "releases.json"
        ? { path, text: text.replace(/\]\s*\}\s*$/, ', { "release": "60", "summary": "Nothing." }] }') }
        : { path, text },
    );
    const before = await express;
    const after = collectFiles(await emit(toSpec(longer), "48.."));
    expect([...after]).toEqual([...before]);
  });
});
