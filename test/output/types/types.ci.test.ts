import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/package/package-files.js";
import { emit, collectFiles, realSpec, type Range } from "../../workbench/emit.js";
import { foreignAnswers, ownAnswers } from "./cases/answers.js";
import { confirmations, fleetCases } from "./cases/fleets.js";
import { requestCases } from "./cases/requests.js";
import { preamble, type TypeCase } from "./cases/type-case.js";
import { validationCases } from "./cases/validation.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";

/**
 * Each case is a file. A compiler sees all cases once, with the outputs of all their ranges side by side. A test looks
 * at what a complaint says, which `@ts-expect-error` cannot.
 */
const compilers = ["typescript-5.9", "typescript", "typescript-7"];

const typeCases: readonly TypeCase[] = [
  ...[...foreignAnswers, ...confirmations, ...fleetCases],
  ...[...ownAnswers, ...requestCases, ...validationCases],
];

const ranges = [...new Set(typeCases.map(({ range }) => range))];

const titledCases = typeCases.map(
  (typeCase, index) => [`${typeCase.range}: ${typeCase.name}`, typeCase, index] as const,
);

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  target: "ES2022",
  lib: ["ES2022"],
  types: ["node"],
  module: "NodeNext",
  skipLibCheck: true,
  noErrorTruncation: true,
  noEmit: true,
};

const folder = makeProjectFolder();
beforeAll(() => makeProject(folder));
afterAll(() => removeFolder(folder));

describe.each(compilers)("with the output, %s", (compiler) => {
  let complaints: ReadonlyMap<string, string>;

  beforeAll(async () => {
    complaints = await compile(folder, compiler);
  });

  it.each(titledCases)("%s", (_, typeCase, index) => {
    const complaint = complaints.get(toFile(typeCase, index)) ?? "";
    if (typeCase.refused === undefined) expect(complaint).toBe("");
    else expect(complaint).toContain(typeCase.refused);
  });

  it.each(ranges)("%s: lets every event be answered with an error, and nothing else is wrong", (range) => {
    const expected = typeCases.map(toFile);
    const others = [...complaints].filter(([path]) => !expected.includes(path));
    expect(others.filter(([path]) => path.startsWith(`${toFolder(range)}/`))).toEqual([]);
  });
});

const toFolder = (range: Range): string => `fleet${ranges.indexOf(range)}`;
const toFile = ({ range }: Pick<TypeCase, "range">, index: number): string =>
  `${toFolder(range)}/case${index}.ts`;

async function makeProject(folder: string): Promise<void> {
  const spec = realSpec();
  for (const range of ranges) {
    const generation = await emit(spec, range);
    const events = generation.view.events.map(({ name }) => name);
    const files = [...collectFiles(generation), ["errors.ts", preamble + errorsToAll(events)] as const];
    writeFiles(join(folder, toFolder(range)), files);
  }
  writeFiles(folder, [
    ...typeCases.map((typeCase, index) => [toFile(typeCase, index), preamble + typeCase.code] as const),
    ["package.json", '{"type":"module"}'],
    ["tsconfig.json", JSON.stringify({ compilerOptions })],
  ]);
}

/** Every handler may answer an error, and every event has a handler. */
const errorsToAll = (events: readonly string[]): string => `
const everywhere: Required<MplusOptions["handlers"]> = {
  ${events.map((event) => `${event}: async () => ({ error: { code: "INVALID_DATA", message: "x" } }),`).join("\n  ")}
};
mount(everywhere);
`;

/** What a compiler complains of, by file. */
async function compile(folder: string, compiler: string): Promise<ReadonlyMap<string, string>> {
  const tsc = join(packageRoot, "node_modules", compiler, "bin/tsc");
  const child = promisify(execFile)(process.execPath, [tsc, "--pretty", "false", "-p", "."], { cwd: folder });
  const { stdout } = await child.catch((error: unknown) => error as Awaited<typeof child>);
  const complaints = new Map<string, string>();
  for (const complaint of stdout.split(/\n(?=\S)/).filter((text) => text.trim() !== "")) {
    const [, path = "", text = complaint] = /^(.+?)\(\d+,\d+\): (.*)$/s.exec(complaint) ?? [];
    complaints.set(path, (complaints.get(path) ?? "") + text);
  }
  return complaints;
}
