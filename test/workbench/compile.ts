import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { isFuzzing } from "./amount.js";
import { makeProjectFolder, removeFolder, writeFiles } from "./folders.js";

export type Compiler = "typescript-5.9" | "typescript" | "typescript-7";

/**
 * The newest and the oldest version. The version in between shares its code base with the oldest; `npm run proof`
 * tests it.
 */
export const compilers: readonly Compiler[] = isFuzzing
  ? ["typescript-7", "typescript-5.9", "typescript"]
  : ["typescript-7", "typescript-5.9"];

/** The strictest settings for Node. All our output must compile with them. */
export const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  target: "ES2022",
  lib: ["ES2022"],
  types: ["node"],
  skipLibCheck: false,
};

export interface Compilation {
  /** Default: the fastest. */
  readonly compiler?: Compiler;
  /** `type` in package.json. Default: a module. */
  readonly type?: "module" | "commonjs";
  /** Default: the strictest settings, without output. */
  readonly options?: object;
  /** Entry files, which bring in their imports. Default: every file in the folder. */
  readonly roots?: readonly string[];
}

/** Compiler messages by file. The key "" has messages about no file. */
export type Complaints = ReadonlyMap<string, string>;

export async function compile(
  files: Iterable<readonly [string, string]>,
  compilation: Compilation = {},
): Promise<Complaints> {
  const folder = makeProjectFolder();
  try {
    writeFiles(folder, files);
    return await compileIn(folder, compilation);
  } finally {
    removeFolder(folder);
  }
}

const checked = { ...strict, module: "NodeNext", noEmit: true };
let configs = 0;

/** Compiles files in a folder of {@link makeProjectFolder}. The output stays there. */
export async function compileIn(
  folder: string,
  { compiler = "typescript-7", type = "module", options = checked, roots }: Compilation = {},
): Promise<Complaints> {
  configs += 1;
  const config = `tsconfig.${configs}.json`;
  writeFiles(folder, [
    ["package.json", JSON.stringify({ type })],
    [config, JSON.stringify({ compilerOptions: options, ...(roots && { files: roots }) })],
  ]);
  const tsc = join(packageRoot, "node_modules", compiler, "bin/tsc");
  const run = promisify(execFile);
  const child = run(process.execPath, [tsc, "--pretty", "false", "-p", config], {
    cwd: folder,
    maxBuffer: 2 ** 28,
  });
  const { stdout, stderr } = await child.catch((error: unknown) => error as Awaited<typeof child>);
  return byFile(stdout + stderr);
}

function byFile(printed: string): Complaints {
  const complaints = new Map<string, string>();
  for (const complaint of printed.split(/\n(?=\S)/).filter((text) => text.trim() !== "")) {
    const [, path = "", text = complaint] = /^(.+?)\(\d+,\d+\): (.*)$/s.exec(complaint) ?? [];
    complaints.set(path, `${complaints.get(path) ?? ""}${text}\n`);
  }
  return complaints;
}
