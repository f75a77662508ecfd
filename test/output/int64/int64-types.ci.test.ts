import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/package/package-files.js";
import { withExtension } from "../../../generator/text/source-file.js";
import { emit, collectFiles, realSpec } from "../../workbench/emit.js";
import { app, printed, projects } from "../compilers/projects.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";

const modes = ["number", "bigint", "string"] as const;
type Mode = (typeof modes)[number];

/** The same integer, as each mode's types have it. */
const literals: Readonly<Record<Mode, string>> = { number: "12", bigint: "12n", string: '"12"' };

/** A handler that reads an article's number and answers another. */
const handlerOf = (mode: Mode, literal: string): string => `
import { createMplusRouter } from "./express/index.js";
export const router = createMplusRouter({
  subscriptions: {},
  handlers: {
    scanCode: ({ request }) => {
      const articleNumber: ${mode} | undefined = request.session.lines?.[0]?.articleNumber;
      return { lineAdditions: [articleNumber === undefined ? { articleNumber: ${literal} } : { articleNumber }] };
    },
  },
});
`;

const esm = projects.find(({ type }) => type === "module");
const commonjs = projects.find(({ type }) => type === "commonjs");

describe("outputs whose 64-bit integers are no numbers", () => {
  const folder = makeProjectFolder();

  beforeAll(async () => {
    for (const mode of modes) {
      const files = collectFiles(await emit(realSpec(), "48..", { int64: mode }));
      const program = app.replace("relationNumber: 12", `relationNumber: ${literals[mode]}`);
      writeFiles(join(folder, "src", mode), [...files, ["app.ts", withExtension(program, "js")]]);
    }
    for (const mode of modes)
      for (const other of modes)
        writeFiles(join(folder, "src", mode), [[`handler-${other}.ts`, handlerOf(mode, literals[other])]]);
  });
  afterAll(() => removeFolder(folder));

  it.each([esm, commonjs])("compile strictly and run: $name", async (project) => {
    const include = modes.filter((mode) => mode !== "number").map((mode) => `src/${mode}/app.ts`);
    const config = { compilerOptions: { ...project?.options, outDir: "out" }, include };
    writeFiles(folder, [
      ["tsconfig.json", JSON.stringify(config)],
      ["package.json", JSON.stringify({ type: project?.type })],
    ]);
    expect(await node(folder, [tsc, "--pretty", "false", "-p", "."])).toBe("");
    for (const mode of ["bigint", "string"]) expect(await node(folder, [`out/${mode}/app.js`])).toBe(printed);
  });

  it("take an integer in the one form that they have, and no other", async () => {
    const compilerOptions = { ...esm?.options, noEmit: true, target: "ES2020", lib: ["ES2022"] };
    const config = { compilerOptions, include: ["src/*/handler-*.ts"] };
    writeFiles(folder, [
      ["tsconfig.json", JSON.stringify(config)],
      ["package.json", '{"type":"module"}'],
    ]);
    const complaints = await node(folder, [tsc, "--pretty", "false", "-p", "."]);
    const refused = modes.flatMap((mode) =>
      modes.filter((other) => other !== mode).map((other) => `src/${mode}/handler-${other}.ts`),
    );
    expect(complaints.match(/^src\/[^(]+/gm)?.sort()).toEqual(refused.sort());
    for (const mode of modes) expect(complaints).toContain(`is not assignable to type '${mode}`);
  });
});

/** The other compilers differ in nothing that a bigint touches. */
const tsc = join(packageRoot, "node_modules/typescript-7/bin/tsc");

/** What a script of node prints, wherever it prints it. */
async function node(cwd: string, args: readonly string[]): Promise<string> {
  const child = promisify(execFile)(process.execPath, args, { cwd });
  const { stdout, stderr } = await child.catch((error: unknown) => error as Awaited<typeof child>);
  return stdout + stderr;
}
