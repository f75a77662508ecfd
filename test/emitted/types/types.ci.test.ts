import { beforeAll, describe, expect, it } from "vitest";
import { collectFiles, emit, type Range } from "../../workbench/emit.js";
import { compile, compilers, strict, type Complaints } from "../../workbench/compile.js";
import { madeFiles } from "../../workbench/made-output.js";
import { adapterGroups } from "./cases/adapters.js";
import { exactGroups } from "./cases/exact-answers.js";
import { fixtureGroup } from "./cases/fixtures.js";
import { fleetGroups } from "./cases/fleets.js";
import { handlerGroups } from "./cases/handlers.js";
import { blockCount, mistakes, mistakesGroup, sentenceCount } from "./cases/mistakes.js";
import { queuedGroup } from "./cases/queued.js";
import { requiredGroup, requiredSpec } from "./cases/required-answers.js";
import { validationGroups } from "./cases/validation.js";
import { leaveUnchecked } from "./leave-unchecked.js";

/** All cases are compiled once, beside their outputs. Tests check the messages, which `@ts-expect-error` cannot. */
const groups = [
  ...[...fleetGroups, ...handlerGroups, ...validationGroups, ...exactGroups, queuedGroup, requiredGroup],
  ...[...adapterGroups, fixtureGroup, mistakesGroup],
  // Names used in answers must be importable without reading the output.
  ...exactGroups
    .filter(({ output }) => output === "48..")
    .map((group) => ({ ...group, output: "unchecked" })),
];

const folders = [...new Set(groups.map(({ output }) => output))];

interface Case {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly mentioned?: string;
  readonly isConclusion?: boolean | undefined;
}

const cases = groups.flatMap((given, group): Case[] => {
  const { title, output, preamble, accepted = [], refused = {}, isConclusion } = given;
  const toCase = (code: string, place: string) => ({
    name: `${title}, ${output}: ${code.trim()}`,
    file: `${folders.indexOf(output)}/${group}-${place}.ts`,
    text: preamble + code,
  });
  return [
    ...accepted.map((code, index) => toCase(code, `accepted${index}`)),
    ...Object.entries(refused).flatMap(([mentioned, codes], key) =>
      codes.map((code, index) => ({
        ...toCase(code, `refused${key}-${index}`),
        mentioned,
        isConclusion,
      })),
    ),
  ];
});

const options = {
  ...strict,
  module: "NodeNext",
  verbatimModuleSyntax: true,
  experimentalDecorators: true,
  noEmit: true,
  // The cases have unused declarations.
  noUnusedLocals: false,
  noUnusedParameters: false,
  isolatedModules: false,
  skipLibCheck: true,
  noErrorTruncation: true,
};

it("docs/mistakes.md has a sentence below each sample", () => {
  expect([blockCount, sentenceCount]).toEqual([mistakes.length, mistakes.length]);
  expect(mistakes.length).toBeGreaterThanOrEqual(20);
});

describe.each(compilers)("with the output, %s", (compiler) => {
  let complaints: Complaints;

  beforeAll(async () => {
    const outputs = await Promise.all(folders.map(listFiles));
    complaints = await compile([...outputs.flat(), ...cases.map(({ file, text }) => [file, text] as const)], {
      compiler,
      options,
      roots: cases.map(({ file }) => file),
    });
  });

  it.each(cases.filter(({ mentioned }) => mentioned === undefined))("accepts: $name", ({ file }) => {
    expect(complaints.get(file)).toBeUndefined();
  });

  it.each(cases.filter(({ mentioned }) => mentioned !== undefined))("refuses: $name", (each) => {
    const lines = (complaints.get(each.file) ?? "").trimEnd().split("\n");
    expect(lines.slice(each.isConclusion ? -2 : 0).join("\n")).toContain(each.mentioned);
  });

  it("has nothing to say of what is generated", () => {
    const own = cases.map(({ file }) => file);
    expect([...complaints].filter(([file]) => !own.includes(file))).toEqual([]);
  });
});

const listFiles = async (output: string, folder: number): Promise<(readonly [string, string])[]> =>
  [...(await makeFiles(output))]
    .filter(([path]) => path.endsWith(".ts"))
    .map(([path, text]) => [`${folder}/${path}`, text] as const);

async function makeFiles(output: string): Promise<ReadonlyMap<string, string>> {
  if (output === "unchecked") return new Map([...(await madeFiles("48.."))].map(leaveUnchecked));
  if (output === "required")
    return collectFiles(await emit(requiredSpec, "..", { targets: ["express", "inbox"] }));
  if (output === "gated") return madeFiles("48..", { responses: "gated" });
  return madeFiles(output as Range);
}
