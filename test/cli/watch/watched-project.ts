import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../../generator/contract/package/package-files.js";
import { frozenSpec } from "../../workbench/real-spec.js";
import { runProgram, signalGroup, startProgram, type Ended } from "../running.js";

const main = join(packageRoot, "dist/main.js");

export interface WatchedProject {
  readonly folder: string;
  /** Resolves once the program has printed something new. */
  readonly says: (pattern: RegExp) => Promise<string>;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** Writes a temporary file beside the path and renames it, as careful editors do. */
  readonly writeByRename: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
  readonly move: (from: string, to: string) => void;
  readonly interrupt: () => Promise<Ended>;
}

/** Runs a test with the program in a new project. Always removes both. */
export async function withWatch(
  {
    args,
    files = {},
  }: { readonly args: readonly string[]; readonly files?: Readonly<Record<string, string>> },
  use: (project: WatchedProject) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mplus-watch-"));
  cpSync(frozenSpec, join(folder, "spec"), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  const program = startProgram(folder, [process.execPath, main, ...args, "--watch"]);
  const seen = { stdout: 0, stderr: 0 };
  const project: WatchedProject = {
    folder,
    says: async (pattern) => {
      const ended = program.ended.then(() => true);
      for (;;) {
        for (const way of ["stdout", "stderr"] as const) {
          const match = pattern.exec(program.printed()[way].slice(seen[way]));
          if (!match) continue;
          seen[way] += match.index + match[0].length;
          return match[0];
        }
        if (await Promise.race([ended, nextTick()]))
          throw new Error(`It ended, having said: ${JSON.stringify(program.printed())}`);
      }
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    write: (path, text) => writeFileSync(join(folder, path), text),
    writeByRename: (path, text) => {
      writeFileSync(join(folder, `${path}.new~`), text);
      renameSync(join(folder, `${path}.new~`), join(folder, path));
    },
    remove: (path) => rmSync(join(folder, path)),
    move: (from, to) => renameSync(join(folder, from), join(folder, to)),
    interrupt: () => {
      signalGroup(program.child, "SIGINT");
      return program.ended;
    },
  };
  try {
    await use(project);
  } finally {
    signalGroup(program.child, "SIGKILL");
    await program.ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

const nextTick = (): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), 5));

export async function generateCold(folder: string, args: readonly string[]): Promise<Tree> {
  const { code, stderr } = await runProgram(folder, [process.execPath, main, ...args, "--out", "cold"]);
  if (code !== 0) throw new Error(stderr);
  return readTree(join(folder, "cold"));
}

/** Returns `otherwise` if a generated file is missing because it is being replaced. */
export function unlessAway<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return otherwise;
    throw error;
  }
}

export type Tree = Readonly<Record<string, string>>;

export const readTree = (folder: string): Tree =>
  existsSync(folder)
    ? Object.fromEntries(
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((item) => item.isFile())
          .map((item) => join(item.parentPath, item.name))
          .sort()
          .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
      )
    : {};
