import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import type { Outcome } from "../../generator/base/problem/problem.js";
import { runProgram, type Ended } from "../cli/running.js";
import { changeSpec, toSources } from "../contract/read/small-spec.js";
import { removeFolder } from "../workbench/folders.js";
import { runCommand } from "../workbench/command.js";
import { plan, put, readTree, want, write, type Files } from "./workbench.js";

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

export type Setting = "our code" | "the command line";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
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

export async function onScene<T>(setting: Setting, use: (scene: Scene) => Promise<T>): Promise<T> {
  const model = await (models[setting] ??= layOut(setting));
  const root = mkdtempSync(join(tmpdir(), "scene-"));
  try {
    cpSync(model.root, root, { recursive: true, verbatimSymlinks: true });
    return await use(openScene(root, setting, model));
  } finally {
    removeFolder(root);
  }
}

/** A folder with the files of a setting before the run, and the expected files after it. */
interface Model {
  readonly root: string;
  readonly old: Tree;
  readonly fresh: Tree;
}

/** Created once per process, and copied for each test. */
const models: Partial<Record<Setting, Promise<Model>>> = {};
afterAll(async () => {
  for (const model of Object.values(models)) removeFolder((await model).root);
});

async function layOut(setting: Setting): Promise<Model> {
  const root = mkdtempSync(join(tmpdir(), "scene-model-"));
  const out = join(root, "site/out");
  for (const { path, text } of toSources(changeSpec({}))) put(join(root, "spec", path), text);
  writeFileSync(join(root, "wanted.json"), JSON.stringify(want(after)));
  if (setting === "the command line") await runCommand(listArgs(root, "11"));
  else await write(out, want(before));
  addForeign(out);
  const old = readTree(out);
  cpSync(root, `${root}-fresh`, { recursive: true, verbatimSymlinks: true });
  await openScene(`${root}-fresh`, setting, { old, fresh: {} }).act();
  const fresh = readTree(join(`${root}-fresh`, "site/out"));
  removeFolder(`${root}-fresh`);
  return { root, old, fresh };
}

/** `version` is the lower end of the range. */
const listArgs = (root: string, version: string): readonly string[] => [
  ...["--target", "types", "--spec", join(root, "spec")],
  ...["--min-version", version, "--out", join(root, "site/out"), "-q"],
];

function openScene(root: string, setting: Setting, { old, fresh }: Omit<Model, "root">): Scene {
  const out = join(root, "site/out");
  const under = join(root, "site");
  const cwd = root;
  const args = listArgs(root, "13.0.2");
  const isCall = setting === "the command line";
  const program = isCall ? [main, ...args] : [child("write.mjs"), out, join(root, "wanted.json")];
  return {
    out,
    old,
    fresh,
    async act(fault = {}) {
      const { arm } = (await import(faults)) as { readonly arm: Arm };
      const armed = arm({ under, ...fault });
      const { calls } = armed;
      try {
        const ending = isCall ? await runCommand(args, { cwd }) : toEnding(await write(out, want(after)));
        return { ...ending, thrown: undefined, calls };
      } catch (thrown) {
        return { code: 2, stderr: "", thrown, calls };
      } finally {
        armed.disarm();
      }
    },
    run: (fault) =>
      runProgram(cwd, [process.execPath, "--import", child("faults.mjs"), ...program], {
        FAULT: JSON.stringify({ under, ...fault }),
      }),
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

export function getState({ out, old, fresh }: Scene, withStamp = false): State {
  const textOf = (tree: Tree): string =>
    JSON.stringify(
      Object.entries(tree).filter(
        ([path]) =>
          !path.includes(".mplus-codegen-") && !path.endsWith("/") && (withStamp || path !== "stamp.json"),
      ),
    );
  const text = textOf(readTree(out));
  if (text === textOf(old)) return "old";
  return text === textOf(fresh) ? "new" : "mixed";
}

/** Files that match neither state, and files that are lost. */
export function findDamage({ out, old, fresh }: Scene): string[] {
  const now = readTree(out);
  const stays = (path: string): boolean => path in old && path in fresh;
  const paths = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...paths].filter((path) => {
    if (path.endsWith("/") || path.includes(".mplus-codegen-") || path === "stamp.json") return false;
    return path in now ? ![old[path], fresh[path]].includes(now[path]) : stays(path);
  });
}

export const findLitter = ({ out }: Pick<Scene, "out">): string[] =>
  Object.keys(readTree(join(out, ".."))).filter((path) => path.includes("mplus-codegen"));

export async function nextRun(scene: Scene, withStamp = false): ReturnType<typeof nextRunBack> {
  const { stderr } = await scene.act();
  if (stderr !== "") throw new Error(stderr);
  return { written: getState(scene, withStamp), litter: findLitter(scene) };
}

/** This run wants the old files again; the killed run wanted others. */
export async function nextRunBack(
  scene: Scene,
): Promise<{ readonly written: State; readonly litter: string[] }> {
  const looked = plan(scene.out, want(before));
  const outcome = toEnding(looked.ok ? await write(scene.out, want(before)) : looked);
  if (outcome.stderr !== "") throw new Error(outcome.stderr);
  return { written: getState(scene, true), litter: findLitter(scene) };
}
