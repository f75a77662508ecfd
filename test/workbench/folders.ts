import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { transformSync } from "esbuild";
import { packageRoot } from "../../generator/contract/package/package-files.js";

/**
 * A folder for tsc, outside the repository, because compilers treat files below `node_modules` differently. Its
 * own `node_modules` links to ours, so that types resolve.
 */
export function makeProjectFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "mplus-output-"));
  symlinkSync(join(packageRoot, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Uses files in a folder of {@link makeProjectFolder}, which is then removed. */
export async function inFolder<T>(
  files: Iterable<readonly [string, string]>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = makeProjectFolder();
  try {
    writeFiles(folder, files);
    return await use(folder);
  } finally {
    removeFolder(folder);
  }
}

/** A folder for code to run. It is below `node_modules`, where vitest leaves imports to Node. */
export function makeRunFolder(): string {
  const parent = join(packageRoot, "node_modules/.cache/test-output");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "run-"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  return folder;
}

export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });

export function writeFiles(folder: string, files: Iterable<readonly [string, string]>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export const transpile = (files: Iterable<readonly [string, string]>): (readonly [string, string])[] =>
  [...files]
    .filter(([path]) => path.endsWith(".ts"))
    .map(([path, text]) => [path.replace(/\.ts$/, ".js"), transpileText(text)]);

const transpileText = (text: string): string =>
  transformSync(text, {
    loader: "ts",
    tsconfigRaw: { compilerOptions: { target: "es2022", verbatimModuleSyntax: true } },
  }).code;

export const importFrom = async <Module>(folder: string, path: string): Promise<Module> =>
  (await import(/* @vite-ignore */ pathToFileURL(join(folder, path)).href)) as Module;
