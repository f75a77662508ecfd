import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inject } from "vitest";
import { targets } from "../../generator/targets/all.js";
import { collectFiles, emit, realSpec, type Range, type EmitOptions } from "./emit.js";
import { makeRunFolder, removeFolder, transpile, writeFiles } from "./folders.js";

/** What the generator makes of the frozen contract. Nobody changes it: other tests have it, too. */
export interface MadeOutput {
  readonly files: ReadonlyMap<string, string>;
  /** Where its code lies as JavaScript, for {@link importFrom}. */
  readonly folder: string;
}

const documents = ["jsonschema", "openapi", "asyncapi", "postman", "models", "docs", "site"];

/** The targets of code, which an output has if nothing else is asked for. */
const codeTargets = targets.map(({ name }) => name).filter((name) => !documents.includes(name));

const known = new Map<string, Promise<MadeOutput>>();

/** The output of a range, made once a run: by the first who asks for it, in whichever process. */
export function madeOutput(range: Range, options: EmitOptions = {}): Promise<MadeOutput> {
  const asked = JSON.stringify([range, { targets: codeTargets, ...options }]);
  const made = known.get(asked) ?? load(asked);
  known.set(asked, made);
  return made;
}

/** The same, where only its files are of interest. */
export const madeFiles = async (range: Range, options?: EmitOptions): Promise<ReadonlyMap<string, string>> =>
  (await madeOutput(range, options)).files;

let ownFolder: string | undefined;

/** The folder of the run; one of this process where the run has none, as in no mode. */
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

/** Makes an output, unless somebody else does so right now. */
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
