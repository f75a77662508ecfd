import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { withPlainFile } from "../../spec/read/plain-file.js";
import { packageRoot } from "../../package/package-root.js";
import type { NextEnding, Printed } from "../report/ending.js";

/**
 * A call that left nothing to do is remembered, with a hash of all files that it read and wrote. The same call in the
 * same folder, with none of these files changed, ends the same without loading any library.
 */
interface Note {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly hash: string;
  readonly ending: Printed;
}

/** Returns how an earlier run of the same call ended; undefined unless it would end so again. */
export function recallEnding(argv: readonly string[]): Printed | undefined {
  const path = findNote(argv);
  if (path === undefined) return undefined;
  try {
    const note = JSON.parse(readFileSync(path, "utf8")) as Note;
    return hashFiles(note) === note.hash ? note.ending : undefined;
  } catch {
    return undefined;
  }
}

/** Notes how this call would end if it were made again with unchanged files. */
export function rememberEnding(argv: readonly string[], { printed, inputs, outputs }: NextEnding): void {
  const path = findNote(argv);
  if (path === undefined) return;
  const own = ["dist", "templates", "spec/dialect", "package.json"].map((name) => join(packageRoot, name));
  const note = { inputs: [...own, ...inputs], outputs };
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify({ ...note, hash: hashFiles(note), ending: printed }));
  } catch {
    // Without the note the next run only does all the work again.
  }
}

/** Notes lie in the nearest `node_modules/.cache`. A project without `node_modules` has none. */
function findNote(argv: readonly string[]): string | undefined {
  const home = findNodeModules(process.cwd());
  if (home === undefined) return undefined;
  const call = createHash("sha256")
    .update(JSON.stringify([process.cwd(), packageRoot, argv]))
    .digest("hex");
  return join(home, ".cache", "mplus-codegen", `${call.slice(0, 32)}.json`);
}

function findNodeModules(folder: string): string | undefined {
  const candidate = join(folder, "node_modules");
  if (existsSync(candidate)) return candidate;
  const parent = dirname(folder);
  return parent === folder ? undefined : findNodeModules(parent);
}

function hashFiles({ inputs, outputs }: Pick<Note, "inputs" | "outputs">): string {
  const hash = createHash("sha256");
  for (const path of [...inputs.flatMap(listFiles), ...outputs]) {
    hash
      .update(`${path}\0`)
      .update(withPlainFile(path, (file) => readFileSync(file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((item) => (item.isDirectory() ? listFiles(join(path, item.name)) : [join(path, item.name)]));
  } catch {
    return [path];
  }
}
