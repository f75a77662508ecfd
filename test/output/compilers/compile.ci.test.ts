import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/package/package-files.js";
import { withExtension, type ImportExtension } from "../../../generator/text/source-file.js";
import { emit, collectFiles, realSpec, type Range } from "../../workbench/emit.js";
import { app, printed, projects, ranges, type CompilerRun, type Project } from "./projects.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { madeFiles } from "../../workbench/made-output.js";
import { printApp, printed, projects, type Project } from "./projects.js";

interface Fleet {
  readonly range: Range;
  readonly responses: "safe" | "gated";
  readonly int64: "number" | "bigint" | "string";
}

/** Together they have each mode; the first two are all that projects get which differ in their imports alone. */
const few: readonly Fleet[] = [
  { range: "11.3..48", responses: "gated", int64: "string" },
  { range: "48..", responses: "safe", int64: "number" },
  { range: "59.3.4..", responses: "gated", int64: "bigint" },
  { range: "..", responses: "safe", int64: "number" },
];

const all = few.flatMap(({ range }) =>
  (["safe", "gated"] as const).flatMap((responses) =>
    (["number", "bigint", "string"] as const).map((int64): Fleet => ({ range, responses, int64 })),
  ),
);

const fleetsOf = (project: Project): readonly Fleet[] => {
  if (isFuzzing) return project === projects[0] ? all : few;
  return project.extension === "js" ? few : few.slice(0, 2);
};

/** The fastest takes every project; of the others one takes each in `npm run proof`, and before it the first. */
const runs = projects.flatMap((project, index) =>
  compilers
    .filter((compiler) => isFuzzing || compiler === "typescript-7" || index === 0)
    .map((compiler) => ({ project, compiler, name: project.name })),
);

/** The form in which an answer has an integer of 64 bits. */
const twelve = { number: "12", bigint: "12n", string: '"12"' } as const;

describe("the whole output", () => {
  const folder = makeProjectFolder();

  beforeAll(async () => {
    for (const extension of ["js", "ts", "none"] as const) {
      const sources = await emitSources(extension);
      for (const project of projects.filter((each) => each.extension === extension)) {
        writeFiles(join(folder, toFolder(project)), [...sources, toPackageFile(project)]);
      }
    }
  });
  afterAll(() => removeFolder(folder));

  const cases = projects.flatMap((project) =>
    project.runs.map((run) => [run.compiler, project.name, run, project] as const),
  );
  it.each(cases)("compiles with %s as %s", async (_compiler, _name, run, project) => {
    const cwd = join(folder, toFolder(project));
    expect(await compile(project, run, cwd)).toBe("");
    if (!project.isRunnable) return;
    for (const range of run.ranges)
      expect(await runNode(cwd, [`out/${run.compiler}/${fleetFolder(range)}/app.js`])).toBe(printed);
  });
});

const toFolder = ({ name }: Project): string => name.replaceAll(/\W+/g, "-");
const fleetFolder = (range: Range | undefined): string =>
  `fleet${ranges.findIndex((each) => each === range)}`;

const toPackageFile = ({ type }: Project) => ["package.json", JSON.stringify({ type })] as const;

/** A router, and what its tests are made with. */
const targets = ["express", "fixtures"];

/** The output of every range, each in a folder of its own with a program that uses it. */
async function emitSources(importExtension: ImportExtension): Promise<(readonly [string, string])[]> {
  const spec = realSpec();
  const program = ["app.ts", withExtension(app, importExtension)] as const;
  const outputs = await Promise.all(ranges.map((range) => emit(spec, range, { importExtension, targets })));
  return outputs.flatMap((output, index) =>
    [...collectFiles(output), program].map(
      ([path, text]) => [`src/${fleetFolder(ranges[index])}/${path}`, text] as const,
    ),
  );
}

/** What a compiler has to say on the outputs of some ranges. */
function compile({ options }: Project, run: CompilerRun, cwd: string): Promise<string> {
  const config = `tsconfig.${run.compiler}.json`;
  const compilerOptions = { ...options, ...run.but, outDir: `out/${run.compiler}` };
  const include = run.ranges.map((range) => `src/${fleetFolder(range)}`);
  writeFiles(cwd, [[config, JSON.stringify({ compilerOptions, include })]]);
  const tsc = join(packageRoot, "node_modules", run.compiler, "bin/tsc");
  return runNode(cwd, [tsc, "--pretty", "false", "-p", config]);
}

/** What a script of node prints, wherever it prints it; of many lines the first. */
async function runNode(cwd: string, args: readonly string[]): Promise<string> {
  const child = promisify(execFile)(process.execPath, args, { cwd });
  const { stdout, stderr } = await child.catch((error: unknown) => error as Awaited<typeof child>);
  return (stdout + stderr).split("\n").slice(0, 20).join("\n");
}
