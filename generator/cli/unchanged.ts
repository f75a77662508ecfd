import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { withPlainFile } from "../spec/read/plain-file.js";
import { packageRoot } from "./package-files.js";
import type { Ending } from "./terminal.js";

/**
 * A run with nothing to do ends here, before any library loads. A run that left its folder up to date notes the
 * hash of all it read and wrote; the same call in the same folder, with none of it changed, has the same end.
 */

interface Note {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly hash: string;
  readonly ending: Ending;
}

/** How an earlier run of the same call ended, if it would end so again. */
export function recallEnding(argv: readonly string[]): Ending | undefined {
  const path = notePath(argv);
  if (path === undefined) return undefined;
  try {
    const note = JSON.parse(readFileSync(path, "utf8")) as Note;
    return hashFiles(note) === note.hash ? note.ending : undefined;
  } catch {
    return undefined;
  }
}

/** Notes that this call, made again on unchanged files, ends like this. `spec` and `out` are folders. */
export function noteEnding(
  argv: readonly string[],
  { spec, out, files }: { readonly spec: string; readonly out: string; readonly files: readonly string[] },
  ending: Ending,
): void {
  const path = notePath(argv);
  if (path === undefined) return;
  const inputs = ["dist", "templates", "spec/dialect", "package.json"].map((name) => join(packageRoot, name));
  const note = { inputs: [...inputs, resolve(spec)], outputs: files.map((file) => resolve(out, file)) };
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify({ ...note, hash: hashFiles(note), ending }));
  } catch {
    // Without the note the next run does all the work again, which is all that is lost.
  }
}

/** Where tools keep what they may lose: in the nearest node_modules. A project without one has no notes. */
function notePath(argv: readonly string[]): string | undefined {
  const home = nearestModules(process.cwd());
  if (home === undefined) return undefined;
  const call = createHash("sha256")
    .update(JSON.stringify([process.cwd(), packageRoot, argv]))
    .digest("hex");
  return join(home, ".cache", "mplus-codegen", `${call.slice(0, 32)}.json`);
}

function nearestModules(folder: string): string | undefined {
  const candidate = join(folder, "node_modules");
  if (existsSync(candidate)) return candidate;
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestModules(parent);
}

function hashFiles({ inputs, outputs }: Pick<Note, "inputs" | "outputs">): string {
  const hash = createHash("sha256");
  for (const path of [...inputs.flatMap(filesUnder), ...outputs]) {
    hash
      .update(`${path}\0`)
      .update(withPlainFile(path, (file) => readFileSync(file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((item) => (item.isDirectory() ? filesUnder(join(path, item.name)) : [join(path, item.name)]));
  } catch {
    return [path];
  }
}
