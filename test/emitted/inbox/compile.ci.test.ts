import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileIn } from "../../workbench/compile.js";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { frameworkProjects } from "../frameworks/frameworks.js";

const folder = makeProjectFolder();
let examples: readonly (readonly [path: string, code: string])[];

beforeAll(async () => {
  const files = collectFiles(await emit(realSpec(), "48..", { targets: ["node", "inbox", "stores"] }));
  const found = (files.get("inbox/README.md") ?? "").matchAll(/^```ts\n(.*?)^```$/gms);
  // The others import the first by its name in the guide.
  examples = [...found].map(([, code = ""], index) => [
    `src/${index === 0 ? "inbox" : `use-${index}`}.ts`,
    code,
  ]);
  writeFiles(folder, [
    ...[...files].map(([path, content]) => [`src/generated/${path}`, content] as const),
    ...examples,
  ]);
});
afterAll(() => removeFolder(folder));

/** Its declarations have errors of their own, which a project that checks libraries reports. */
const faulty = "node_modules/pg-boss/";

describe.each(frameworkProjects)("an inbox in $name", ({ type, compiler, options }) => {
  it("compiles, with the examples of its guide", async () => {
    expect(examples.length).toBeGreaterThan(3);
    // The guide's examples use top-level await.
    const paths = type === "module" ? examples.map(([path]) => path) : [];
    const roots = ["src/generated/inbox/index.ts", "src/generated/stores/index.ts", ...paths];
    const complaints = await compileIn(folder, {
      compiler,
      type,
      options: { ...options, noEmit: true },
      roots,
    });
    expect([...complaints].filter(([path]) => !path.includes(faulty))).toEqual([]);
  });
});
