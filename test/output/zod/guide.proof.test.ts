import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fencedBlocks } from "../../cli/running.js";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import {
  importFrom,
  makeProjectFolder,
  makeRunFolder,
  removeFolder,
  transpile,
  writeFiles,
} from "../../workbench/folders.js";
import { compileIn } from "../compilers/compiler.js";
import { strict } from "../compilers/projects.js";

describe("the README's program", () => {
  const [home, run] = [makeProjectFolder(), makeRunFolder()];
  afterAll(() => [home, run].forEach(removeFolder));

  it("compiles strictly, and answers", async () => {
    const output = collectFiles(await emit(realSpec(), "48..", { targets: ["zod", "fixtures"] }));
    const files = [...output].map(([path, text]) => [`generated/${path}`, text] as const);
    const [code = "", ...others] = fencedBlocks(output.get("zod/README.md") ?? "", "ts");
    expect(others).toEqual([]);
    const sources = [...files, ["scan.ts", code] as const];
    writeFiles(home, [["package.json", '{"type":"module"}'], ...sources]);
    const options = { ...strict, module: "NodeNext", noEmit: true };
    expect(await compileIn(home, { compiler: "typescript-7", options, files: ["scan.ts"] })).toBe("");
    writeFiles(run, transpile(sources));
    const { answerScan } = await importFrom<{ answerScan: (body: string) => string }>(run, "scan.js");
    const { scanCodeRequest } = await importFrom<{ scanCodeRequest: (values: object) => object }>(
      run,
      join("generated", "fixtures", "index.js"),
    );
    const body = scanCodeRequest({ scanCode: { scannedCode: "LOYAL-42" } });
    expect(JSON.parse(answerScan(JSON.stringify(body)))).toEqual({ scanCode: { recognized: true } });
    expect(() => answerScan("{}")).toThrow(/expected object/);
  });
});
