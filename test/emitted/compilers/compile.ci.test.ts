import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withExtension } from "../../../generator/base/text/source-file.js";
import { fencedBlocks } from "../../workbench/run.js";
import { isFuzzing } from "../../workbench/amount.js";
import { compileIn, compilers } from "../../workbench/compile.js";
import type { EmitOptions, Range } from "../../workbench/emit.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { madeFiles } from "../../workbench/made-output.js";
import { projects, type Project } from "./projects.js";

interface Fleet {
  readonly range: Range;
  readonly responses: "safe" | "gated";
}

/** Fleets that cover every mode. Further projects differ only in their imports and get the first two. */
const few: readonly Fleet[] = [
  { range: "11.3..48", responses: "gated" },
  { range: "48..", responses: "safe" },
  { range: "59.3.4..", responses: "gated" },
  { range: "..", responses: "safe" },
];

const fleetsOf = ({ extension }: Project): readonly Fleet[] =>
  isFuzzing || extension === "js" ? few : few.slice(0, 2);

const fastest = "typescript-7";

/**
 * The fastest compiler checks every project and fleet. The others do so in `npm run proof`; otherwise, they check
 * only the first of each.
 */
const runs = projects.flatMap((project, index) =>
  compilers
    .filter((compiler) => isFuzzing || compiler === fastest || index === 0)
    .map((compiler) => ({ project, compiler, name: project.name })),
);

describe("the whole output", () => {
  const folder = makeProjectFolder();

  beforeAll(async () => {
    for (const project of projects)
      for (const [index, fleet] of fleetsOf(project).entries())
        writeFiles(join(folder, toFolder(project), `src/fleet${index}`), await emitProgram(project, fleet));
  });
  afterAll(() => removeFolder(folder));

  it.each(runs)("compiles with $compiler as $name", async ({ project, compiler }) => {
    const home = join(folder, toFolder(project));
    const { type, options, also = [], but } = project;
    const outDir = `out/${compiler}`;
    const fleets = compiler === fastest || isFuzzing ? fleetsOf(project) : few.slice(0, 2);
    const paths = ["app", ...["express", "fixtures", ...also].map((target) => `${target}/index`)];
    const roots = fleets.flatMap((_, index) => paths.map((path) => `src/fleet${index}/${path}.ts`));
    const compilation = { compiler, type, options: { ...options, ...but?.[compiler], outDir }, roots };
    expect(await compileIn(home, compilation)).toEqual(new Map());
    if ("noEmit" in options) return;
    for (const index of fleets.keys()) {
      const run = promisify(execFile)(process.execPath, [`${outDir}/fleet${index}/app.js`], { cwd: home });
      expect((await run).stdout).toMatch(/pass 3\n[^]*fail 0\n/);
    }
  });
});

const toFolder = ({ name }: Project): string => name.replaceAll(/\W+/g, "-");

async function emitProgram({ extension, also = [] }: Project, { range, responses }: Fleet) {
  const targets: EmitOptions["targets"] = ["express", "fixtures", ...also];
  const files = await madeFiles(range, { responses, targets, importExtension: extension });
  // The guide's test, as a user would copy it.
  const [program = ""] = fencedBlocks(files.get("fixtures/README.md") ?? "", "ts");
  return [...files, ["app.ts", withExtension(program.replaceAll("./generated/", "./"), extension)] as const];
}
