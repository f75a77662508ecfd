import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectFiles, emit, realSpec } from "../workbench/emit.js";
import { fencedBlocks, runProgram } from "../cli/running.js";
import {
  makeProjectFolder,
  makeRunFolder,
  removeFolder,
  transpile,
  writeFiles,
} from "../workbench/folders.js";
import { compileIn } from "./compilers/compiler.js";
import { strict } from "./compilers/projects.js";

/** Values that somebody gives, and what the compiler has to say to them: nothing, or something that has these words. */
const cases: readonly { readonly name: string; readonly given: string; readonly mentions?: string }[] = [
  { name: "one value", given: 'scanCodeRequest({ scanCode: { scannedCode: "LOYAL-42" } })' },
  {
    name: "an item like another",
    given: 'scanCodeRequest({ session: { lines: [{ ...richSessionLine(), text: "Tea" }] } })',
  },
  {
    name: "what takes something out",
    given: "scanCodeRequest({ session: { lines: undefined }, form: undefined })",
  },
  {
    name: "a list where there is one object",
    given: 'completeSessionResponse({ receiptFooter: [{ textBefore: "Hi" }] })',
  },
  {
    name: "a part where there is one object",
    given: 'completeSessionResponse({ receiptFooter: { textBefore: "Hi" } })',
  },
  { name: "a whole object that was not there", given: 'scanCodeRequest.smallest({ form: { id: "a" } })' },
  { name: "null where it means something", given: "selectRelationRequest({ selectRelation: null })" },
  {
    name: "a part of what may be null",
    given: 'selectRelationRequest({ selectRelation: { relation: { name: "S. de Wit" } } })',
  },
  { name: "a value of an open enum", given: 'scanCodeRequest({ scanCode: { codeType: "nfc" } })' },
  {
    name: "a name that is misspelt",
    given: 'scanCodeRequest({ scanCode: { scanedCode: "x" } })',
    mentions: "scannedCode",
  },
  {
    name: "a name that no request has",
    given: "scanCodeRequest({ scan: {} })",
    mentions: "'scan' does not exist",
  },
  {
    name: "a value of another type",
    given: "scanCodeRequest({ scanCode: { scannedCode: 42 } })",
    mentions: "'number' is not assignable to type 'string",
  },
  {
    name: "what takes out what is required",
    given: "scanCodeRequest({ scanCode: undefined })",
    mentions: "exactOptionalPropertyTypes",
  },
  {
    name: "a part of an item",
    given: 'scanCodeRequest({ session: { lines: [{ text: "Tea" }] } })',
    mentions: "lineId",
  },
  {
    name: "a part of an object that was not there",
    given: "scanCodeRequest.smallest({ form: { cancelled: true } })",
    mentions: "'id' is missing",
  },
  {
    name: "the answer of another event",
    given: "startSessionResponse({ scanCode: { recognized: true } })",
    mentions: "'{ recognized: true; }' is not assignable",
  },
];

const toProgram = (given: string): string =>
  [
    'import * as fixtures from "./fixtures/index.js";',
    "const { scanCodeRequest, completeSessionResponse, selectRelationRequest, startSessionResponse, richSessionLine } = fixtures;",
    "export const unused = [scanCodeRequest, completeSessionResponse, selectRelationRequest, startSessionResponse, richSessionLine];",
    `export const body = ${given};`,
  ].join("\n");

describe("the values that fixtures are given", () => {
  const home = makeProjectFolder();
  const toFile = (index: number): string => `src/given${index}.ts`;
  let complaints: readonly string[];

  beforeAll(async () => {
    const files = collectFiles(await emit(realSpec(), "48..", { targets: ["fixtures"] }));
    writeFiles(home, [["package.json", '{"type":"module"}']]);
    writeFiles(join(home, "src"), files);
    writeFiles(
      home,
      cases.map(({ given }, index) => [toFile(index), toProgram(given)] as const),
    );
    const options = { ...strict, module: "NodeNext", noEmit: true };
    const given = cases.map((_, index) => toFile(index));
    complaints = (await compileIn(home, { compiler: "typescript-7", options, files: given })).split(
      /\n(?=\S)/,
    );
  });
  afterAll(() => removeFolder(home));

  it.each(
    cases.map(
      (each, index) => [each.mentions === undefined ? "may" : "may not", each.name, each, index] as const,
    ),
  )("%s be %s", (_verb, _name, { mentions }, index) => {
    const own = complaints.filter((line) => line.startsWith(`${toFile(index)}(`)).join("\n");
    if (mentions === undefined) expect(own).toBe("");
    else expect(own).toContain(mentions);
  });

  it("are all that is wrong", () => {
    expect(complaints.filter((line) => line !== "" && !line.startsWith("src/given"))).toEqual([]);
  });
});

describe("the README's test", () => {
  const home = makeProjectFolder();
  const run = makeRunFolder();
  afterAll(() => [home, run].forEach(removeFolder));

  it("compiles strictly, and passes", async () => {
    const files = [...collectFiles(await emit(realSpec(), "48..", { targets: ["fixtures"] }))].map(
      ([path, text]) => [`generated/${path}`, text] as const,
    );
    const [, guide = ""] = files.find(([path]) => path === "generated/fixtures/README.md") ?? [];
    const [code = "", ...others] = fencedBlocks(guide, "ts");
    expect(others).toEqual([]);
    const sources = [...files, ["card.test.ts", code] as const];
    writeFiles(home, [["package.json", '{"type":"module"}'], ...sources]);
    const options = { ...strict, module: "NodeNext", noEmit: true };
    const compilation = { compiler: "typescript-7", options, files: ["card.test.ts"] } as const;
    expect(await compileIn(home, compilation)).toBe("");
    writeFiles(run, transpile(sources));
    const { stdout } = await runProgram(run, [process.execPath, "--test", "card.test.js"]);
    expect(stdout).toMatch(/pass 3\n/);
    expect(stdout).toMatch(/fail 0\n/);
  });
});

describe("fixtures compile strictly", () => {
  const home = makeProjectFolder();
  afterAll(() => removeFolder(home));

  const modes = (["safe", "gated"] as const).flatMap((responses) =>
    (["number", "bigint", "string"] as const).map((int64) => ({ responses, int64 })),
  );
  it.each(modes)("with $responses answers and 64-bit integers as $int64", async ({ responses, int64 }) => {
    const folder = join(home, `${responses}-${int64}`);
    const ranges = ["..", "48..", "11.3..48"] as const;
    for (const [index, range] of ranges.entries()) {
      const output = await emit(realSpec(), range, { targets: ["fixtures"], responses, int64 });
      writeFiles(join(folder, "src", `${index}`), collectFiles(output));
    }
    writeFiles(folder, [["package.json", '{"type":"module"}']]);
    const options = { ...strict, module: "NodeNext", noEmit: true };
    const files = ranges.map((_, index) => `src/${index}/fixtures/index.ts`);
    expect(await compileIn(folder, { compiler: "typescript-7", options, files })).toBe("");
  });
});
