import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Outcome } from "../../generator/base/problem/problem.js";
import { runProgram, type Ended } from "../workbench/run.js";
import { removeFolder } from "../workbench/folders.js";
import { put, readTree, want, write, type Files } from "./workbench.js";

/** See children/faults.mjs. */
export interface Fault {
  readonly at?: number;
  readonly kind?: string;
  readonly only?: string;
  readonly lasting?: boolean;
}

export interface Acted {
  readonly code: number | null;
  readonly stderr: string;
  readonly thrown: unknown;
  readonly calls: readonly string[];
}

type Tree = Readonly<Record<string, string>>;

/** An output folder with our files and the user's, and ways to update it. */
export interface Scene {
  readonly out: string;
  readonly old: Tree;
  readonly fresh: Tree;
  /** Updates it in this process. */
  readonly act: (fault?: Fault) => Promise<Acted>;
  /** Updates it in a process of its own. */
  readonly run: (fault?: Fault) => Promise<Ended>;
}

const child = (name: string): string => fileURLToPath(new URL(`children/${name}`, import.meta.url));

/** The fault injector is a script without types. */
const faults = "./children/faults.mjs";
type Arm = (fault: Fault & { under: string }) => { readonly calls: readonly string[]; disarm(): void };

/** Files before and after: some stay, some change, some are new, some are removed. */
export const before: Files = {
  types: { "index.ts": "export {};\n", "deep/a.ts": "const a = 1;\n", "gone/b.ts": "old\n" },
  validators: { "index.ts": "export const b = 2;\n", "same.ts": "same\n" },
};
export const after: Files = {
  types: { "index.ts": "export type A = 1;\n", "deep/a.ts": "const a = 1;\n", "new/c.ts": "new\n" },
  validators: { "index.ts": "export const b = 3;\n", "same.ts": "same\n" },
};

export async function onScene<T>(use: (scene: Scene) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), "scene-"));
  const out = join(root, "site/out");
  try {
    writeFileSync(join(root, "wanted.json"), JSON.stringify(want(after)));
    await write(out, want(before));
    addForeign(out);
    const old = readTree(out);
    // What the run must leave: another folder shows it, without any fault.
    cpSync(out, join(root, "fresh"), { recursive: true, verbatimSymlinks: true });
    await write(join(root, "fresh"), want(after));
    return await use(openScene(root, old, readTree(join(root, "fresh"))));
  } finally {
    removeFolder(root);
  }
}

function openScene(root: string, old: Tree, fresh: Tree): Scene {
  const under = join(root, "site");
  const out = join(under, "out");
  return {
    out,
    old,
    fresh,
    async act(fault = {}) {
      const { arm } = (await import(faults)) as { readonly arm: Arm };
      const armed = arm({ under, ...fault });
      const { calls } = armed;
      try {
        return { ...toEnding(await write(out, want(after))), thrown: undefined, calls };
      } catch (thrown) {
        return { code: 2, stderr: "", thrown, calls };
      } finally {
        armed.disarm();
      }
    },
    run: (fault) =>
      runProgram(
        root,
        [
          process.execPath,
          "--import",
          child("faults.mjs"),
          child("write.mjs"),
          out,
          join(root, "wanted.json"),
        ],
        { FAULT: JSON.stringify({ under, ...fault }) },
      ),
  };
}

const toEnding = (outcome: Outcome<unknown>) =>
  outcome.ok
    ? { code: 0, stderr: "" }
    : { code: 2, stderr: outcome.problems.map(({ message }) => `${message}\n`).join("") };

export function addForeign(out: string): void {
  put(join(out, "notes.txt"), "mine\n");
  put(join(out, "types/mine.ts"), "mine\n");
  mkdirSync(join(out, "empty"));
  symlinkSync("../notes.txt", join(out, "types/link"));
  symlinkSync("/nowhere/at/all", join(out, "nowhere"));
}

export type State = "old" | "new" | "mixed";

const isFile = (path: string): boolean =>
  !path.endsWith("/") && !path.includes(".mplus-codegen-") && path !== "stamp.json";

export function getState({ out, old, fresh }: Scene, withStamp = false): State {
  const textOf = (tree: Tree): string =>
    JSON.stringify(
      Object.entries(tree).filter(([path]) => isFile(path) || (withStamp && path === "stamp.json")),
    );
  const text = textOf(readTree(out));
  if (text === textOf(old)) return "old";
  return text === textOf(fresh) ? "new" : "mixed";
}

/** Files that match neither state, and files that are lost. */
export function findDamage({ out, old, fresh }: Scene): string[] {
  const now = readTree(out);
  const stays = (path: string): boolean => path in old && path in fresh;
  const paths = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(isFile);
  return paths.filter((path) => (path in now ? ![old[path], fresh[path]].includes(now[path]) : stays(path)));
}

export const findLitter = ({ out }: Pick<Scene, "out">): string[] =>
  Object.keys(readTree(join(out, ".."))).filter((path) => path.includes("mplus-codegen"));

/** The run after a fault. It wants the same files, or the old ones again. */
export async function nextRun(scene: Scene, wanted = after): Promise<{ written: State; litter: string[] }> {
  const { stderr } = toEnding(await write(scene.out, want(wanted)));
  if (stderr !== "") throw new Error(stderr);
  return { written: getState(scene, true), litter: findLitter(scene) };
}
