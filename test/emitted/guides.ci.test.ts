import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fencedBlocks, runProgram } from "../cli/running.js";
import { compile, type Complaints } from "../workbench/compile.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../workbench/folders.js";
import { esModules } from "./frameworks/frameworks.js";
import { madeFiles } from "../workbench/made-output.js";

/** The programs in the guides of targets, unchanged. Those of frameworks and inboxes are tested elsewhere. */
const guides = ["receiver", "fixtures", "zod", "stores"];

const run = makeRunFolder();
let examples: readonly (readonly [path: string, code: string])[];
let complaints: readonly Complaints[];

beforeAll(async () => {
  const output = [...(await madeFiles("48.."))].filter(([path]) => /\.(?:ts|md)$/.test(path));
  const files = output.map(([path, text]) => [`generated/${path}`, text] as const);
  const texts = new Map(output);
  examples = guides.flatMap((guide) =>
    fencedBlocks(texts.get(`${guide}/README.md`) ?? "", "ts").map(
      (code, index) => [`${guide}${index}.ts`, code] as const,
    ),
  );
  writeFiles(run, transpile([...files, ...examples]));
  const compileFor = (isOfStores: boolean, options?: object) => {
    const roots = examples.map(([path]) => path).filter((path) => path.startsWith("stores") === isOfStores);
    return compile([...files, ...examples], { roots, ...(options && { options }) });
  };
  // The types of Redis clients have errors of their own.
  const unchecked = { ...esModules.options, rootDir: ".", noEmit: true, skipLibCheck: true };
  complaints = [await compileFor(false), await compileFor(true, unchecked)];
});
afterAll(() => removeFolder(run));

it("are programs that compile strictly", () => {
  expect(examples.map(([path]) => path)).toEqual(
    expect.arrayContaining(["receiver0.ts", "receiver2.ts", "fixtures0.ts", "zod0.ts", "stores3.ts"]),
  );
  expect(complaints).toEqual([new Map(), new Map()]);
});

it("of fixtures shows a test that passes", async () => {
  const { stdout } = await runProgram(run, [process.execPath, "--test", "fixtures0.js"]);
  expect(stdout).toMatch(/pass 3\n/);
  expect(stdout).toMatch(/fail 0\n/);
});

it("of zod shows a program that answers", async () => {
  const { answerScan } = await importFrom<{ answerScan: (body: string) => string }>(run, "zod0.js");
  const fixtures = join("generated", "fixtures", "index.js");
  const { scanCodeRequest } = await importFrom<{ scanCodeRequest: (values: object) => object }>(
    run,
    fixtures,
  );
  const body = scanCodeRequest({ scanCode: { scannedCode: "LOYAL-42" } });
  expect(JSON.parse(answerScan(JSON.stringify(body)))).toEqual({ scanCode: { recognized: true } });
  expect(() => answerScan("{}")).toThrow(/expected object/);
});
