import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { packageRoot } from "../../../generator/package/package-root.js";
import { esModules } from "../../output/frameworks/frameworks.js";
import { compileIn } from "../../workbench/compile.js";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";

/** What the guide has its reader install, and the types of it. */
const packages = ["@electric-sql/pglite", "@types/express", "@types/node", "@types/pg", "ioredis", "redis"];

const folder = mkdtempSync(join(tmpdir(), "mplus-stores-"));
afterAll(() => removeFolder(folder));

it("the guide of the stores shows examples that compile", async () => {
  const files = collectFiles(await emit(realSpec(), "48..", { targets: ["express", "stores"] }));
  const guide = files.get("stores/README.md") ?? "";
  const examples = [...guide.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);
  expect(examples).toHaveLength(4);
  for (const name of packages) linkPackage(name);
  writeFiles(folder, [
    ...[...files].map(([path, content]) => [`src/generated/${path}`, content] as const),
    ...examples.map((code, index) => [`src/example${index}.ts`, code] as const),
  ]);
  // The types of Redis's clients have errors of their own.
  const options = { ...esModules.options, noEmit: true, skipLibCheck: true };
  const roots = examples.map((_, index) => `src/example${index}.ts`);
  expect(await compileIn(folder, { options, roots })).toEqual(new Map());
});

/** Lays a package where npm would lay it. */
function linkPackage(name: string): void {
  const to = join(folder, "node_modules", name);
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(join(packageRoot, "node_modules", name), to);
}
