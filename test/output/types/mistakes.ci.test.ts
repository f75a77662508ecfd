import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileIn } from "../compilers/compiler.js";
import { emit, collectFiles, realSpec } from "../../workbench/emit.js";
import { adapters, esModules } from "../frameworks/frameworks.js";
import { mistakes } from "./mistakes.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";

describe("a user's mistake", () => {
  const home = makeProjectFolder();
  const fileOf = (index: number): string => `src/mistake${index}.ts`;
  let complaints: readonly string[];

  beforeAll(async () => {
    const files = collectFiles(await emit(realSpec(), "48..", { targets: adapters }));
    writeFiles(home, [
      ["package.json", '{"type":"module"}'],
      ...[...files].map(([path, content]) => [`src/generated/${path}`, content] as const),
      ...mistakes.map(({ code }, index) => [fileOf(index), code] as const),
    ]);
    const options = { ...esModules.options, noEmit: true, skipLibCheck: true };
    const run = {
      compiler: "typescript-7",
      options,
      files: mistakes.map((_, index) => fileOf(index)),
    } as const;
    complaints = (await compileIn(home, run)).trim().split(/\n(?=\S)/);
  });
  afterAll(() => removeFolder(home));

  it.each(mistakes.map((mistake, index) => [mistake.target, mistake.name, mistake, index] as const))(
    "%s: %s does not compile",
    (_target, _name, { mentions }, index) => {
      const own = complaints.filter((line) => line.startsWith(fileOf(index)));
      expect(own.join("\n")).toContain(mentions);
    },
  );

  it("is all that is wrong", () => {
    expect(complaints.filter((line) => !line.startsWith("src/mistake"))).toEqual([]);
  });
});
