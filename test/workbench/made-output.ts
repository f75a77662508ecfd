import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inject } from "vitest";
import { targets } from "../../generator/targets/all.js";
import { collectFiles, emit, realSpec, type Range, type EmitOptions } from "./emit.js";
import { makeRunFolder, removeFolder, transpile, writeFiles } from "./folders.js";

/** The output for the frozen contract. Tests share it, so do not change it. */
export interface MadeOutput {
  readonly files: ReadonlyMap<string, string>;
  /** The folder of the code as JavaScript, for {@link importFrom}. */
  readonly folder: string;
}

const documents = ["jsonschema", "openapi", "asyncapi", "postman", "models", "docs", "site"];

const codeTargets = targets.map(({ name }) => name).filter((name) => !documents.includes(name));

const known = new Map<string, Promise<MadeOutput>>();

/** Makes the output for a range once per run, in the first process that needs it. */
export function madeOutput(range: Range, options: EmitOptions = {}): Promise<MadeOutput> {
  const asked = JSON.stringify([range, { targets: codeTargets, ...options }]);
  const made = known.get(asked) ?? load(asked);
  known.set(asked, made);
  return made;
}

export const madeFiles = async (range: Range, options?: EmitOptions): Promise<ReadonlyMap<string, string>> =>
  (await madeOutput(range, options)).files;

let ownFolder: string | undefined;

/** The folder of the run. Runs without a mode have none, so each process then has its own. */
function findShared(): string {
  const shared = inject("outputsFolder");
  if (shared !== undefined) return shared;
  if (ownFolder === undefined) {
    const folder = makeRunFolder();
    ownFolder = folder;
    process.once("exit", () => removeFolder(folder));
  }
  return ownFolder;
}

async function load(asked: string): Promise<MadeOutput> {
  const home = join(findShared(), createHash("sha256").update(asked).digest("hex").slice(0, 16));
  while (!existsSync(home)) if (!(await makeAlone(home, asked))) await wait(50);
  const files = JSON.parse(readFileSync(join(home, "files.json"), "utf8")) as [string, string][];
  return { files: new Map(files), folder: join(home, "code") };
}

/** Makes an output, unless another process is already making it. */
async function makeAlone(home: string, asked: string): Promise<boolean> {
  const lock = `${home}.lock`;
  try {
    mkdirSync(lock);
  } catch {
    return false;
  }
  try {
    if (!existsSync(home)) await make(home, asked);
    return true;
  } finally {
    rmdirSync(lock);
  }
}

async function make(home: string, asked: string): Promise<void> {
  const [range, options] = JSON.parse(asked) as [Range, EmitOptions];
  const files = [...collectFiles(await emit(realSpec(), range, options))];
  const part = `${home}.part`;
  writeFiles(part, [["files.json", JSON.stringify(files)]]);
  writeFiles(join(part, "code"), transpile(files));
  renameSync(part, home);
}
