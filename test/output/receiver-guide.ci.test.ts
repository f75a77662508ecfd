import { afterAll, describe, expect, it } from "vitest";
import { compileIn } from "./compilers/compiler.js";
import { emit, collectFiles, realSpec } from "../workbench/emit.js";
import { frameworkProjects } from "./frameworks/frameworks.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../workbench/folders.js";

describe("the receiver's README", () => {
  const folder = makeProjectFolder();
  afterAll(() => removeFolder(folder));

  it("shows examples that compile, for the newest range that they are for", async () => {
    const files = collectFiles(await emit(realSpec(), "48..", { targets: ["receiver"] }));
    const guide = files.get("receiver/README.md") ?? "";
    const examples = [...guide.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);
    expect(examples.length).toBeGreaterThan(2);
    const [project] = frameworkProjects;
    if (!project) throw new Error("no project");
    writeFiles(folder, [
      ["package.json", JSON.stringify({ type: project.type })],
      ...[...files].map(([path, content]) => [`src/generated/${path}`, content] as const),
      ...examples.map((code, index) => [`src/example-${index}.ts`, code] as const),
    ]);
    const { compiler, options } = project;
    const sources = examples.map((_, index) => `src/example-${index}.ts`);
    const printed = await compileIn(folder, {
      compiler,
      options: { ...options, noEmit: true },
      files: sources,
    });
    expect(printed).toBe("");
  });
});
