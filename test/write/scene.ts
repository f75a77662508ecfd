import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { recoverOutput } from "../../generator/write/apply.js";
import type { Wanted } from "../../generator/write/plan.js";
import { changeSpec, toSources } from "../spec/small-spec.js";
import type { Outcome } from "../../generator/problem/problem.js";
import { runProgram, startProgram, type Ended } from "../cli/running.js";
import { put, readTree, want, write, type Files } from "./workbench.js";

/** What is to go wrong in a program; see children/faults.mjs. */
export interface Fault {
  readonly at?: number;
  readonly kind?: string;
  readonly lasting?: boolean;
  readonly report?: string;
  readonly mark?: boolean;
}

/** An output folder with files of ours and of the user's in it, and a program that brings it up to date. */
export interface Scene {
  readonly out: string;
  readonly old: Tree;
  readonly fresh: Tree;
  readonly wanted: Wanted;
  /** Brings it up to date without a fault; says what was wrong. */
  readonly again: () => Promise<string>;
  readonly run: (fault?: Fault) => Promise<Ended>;
  readonly start: (fault: Fault) => ReturnType<typeof startProgram>;
}

export type Tree = Readonly<Record<string, string>>;

const main = fileURLToPath(new URL("../../dist/generator/cli/main.js", import.meta.url));
const child = (name: string): string => fileURLToPath(new URL(`children/${name}`, import.meta.url));

/** Files before and after: some stay, some change, some come, some go. */
export const before: Files = {
  types: { "index.ts": "export {};\n", "deep/a.ts": "const a = 1;\n", "gone/b.ts": "old\n" },
  validators: { "index.ts": "export const b = 2;\n", "same.ts": "same\n" },
};
export const after: Files = {
  types: { "index.ts": "export type A = 1;\n", "deep/a.ts": "const a = 1;\n", "new/c.ts": "new\n" },
  validators: { "index.ts": "export const b = 3;\n", "same.ts": "same\n" },
};

/** How a scene may be set. */
export interface Setting {
  readonly files?: readonly [Files, Files];
  /** The program stands in the output folder, so that it cannot be swapped. */
  readonly isStoodIn?: boolean;
}

/** Lays out a scene in a folder. */
export function setScene(root: string, { files = [before, after], isStoodIn = false }: Setting = {}): Scene {
  const site = join(root, "site");
  const out = join(site, "out");
  const [first, second] = files.map((each) => want(each)) as [Wanted, Wanted];
  writeFileSync(join(root, "wanted.json"), JSON.stringify(second));
  const old = layOut(out, first);
  const fresh = layOut(join(root, "model"), first, second);
  const start = (fault: Fault = {}) =>
    startProgram(
      isStoodIn ? out : root,
      [process.execPath, "--import", child("faults.mjs"), child("write.mjs"), out, join(root, "wanted.json")],
      { FAULT: JSON.stringify({ under: site, ...fault }) },
    );
  const again = (): Promise<string> => Promise.resolve(listMessages(write(out, second)));
  return { out, old, fresh, wanted: second, start, again, run: (fault) => start(fault ?? {}).ended };
}

const call = (root: string, folder: string, version: string): readonly string[] => [
  ...[main, "--target", "types", "--spec", join(root, "spec")],
  ...["--min-version", version, "--out", folder, "-q"],
];

/** The same for the command line itself, which changes a folder's range. */
export async function setCommandScene(root: string): Promise<Scene> {
  const model = await (commandModel ??= layOutCommandModel());
  cpSync(model, root, { recursive: true, verbatimSymlinks: true });
  const site = join(root, "site");
  const out = join(site, "out");
  const start = (fault: Fault = {}) =>
    startProgram(root, [process.execPath, "--import", child("faults.mjs"), ...call(root, out, "13.0.2")], {
      FAULT: JSON.stringify({ under: site, ...fault }),
    });
  const again = async (): Promise<string> =>
    (await runProgram(root, [process.execPath, ...call(root, out, "13.0.2")])).stderr;
  const [old, fresh] = [readTree(out), readTree(join(root, "model"))];
  return { out, old, fresh, wanted: want({}), start, again, run: (fault) => start(fault ?? {}).ended };
}

/** Laid out once a process: it takes three runs of the command line. */
let commandModel: Promise<string> | undefined;
afterAll(async () => {
  if (commandModel) rmSync(await commandModel, { recursive: true, force: true });
});

async function layOutCommandModel(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "command-scene-"));
  for (const { path, text } of toSources(changeSpec({}))) put(join(root, "spec", path), text);
  for (const [folder, versions] of [
    ["site/out", ["11"]],
    ["model", ["11", "13.0.2"]],
  ] as const) {
    const out = join(root, folder);
    for (const version of versions) {
      await runProgram(root, [process.execPath, ...call(root, out, version)]);
      if (!existsSync(join(out, "notes.txt"))) addForeign(out);
    }
  }
  return root;
}

const listMessages = (outcome: Outcome<unknown>): string =>
  outcome.ok ? "" : outcome.problems.map(({ message }) => message).join("\n");

function layOut(out: string, ...wanted: readonly Wanted[]): Tree {
  wanted.forEach((each, index) => {
    write(out, each);
    if (index === 0) addForeign(out);
  });
  return readTree(out);
}

/** Files of the user's among ours. */
export function addForeign(out: string): void {
  put(join(out, "notes.txt"), "mine\n");
  put(join(out, "types/mine.ts"), "mine\n");
  mkdirSync(join(out, "empty"));
  symlinkSync("../notes.txt", join(out, "types/link"));
  symlinkSync("/nowhere/at/all", join(out, "nowhere"));
}

export type State = "old" | "new" | "missing" | "mixed";

/** What lies in the folder now: its files, or the folders as well. */
export function getState({ out, old, fresh }: Scene, withFolders = false): State {
  const isThere = readdirSync(join(out, "..")).includes("out");
  if (!isThere) return "missing";
  const textOf = (tree: Tree): string =>
    JSON.stringify(
      Object.entries(tree).filter(
        ([path]) => !path.startsWith(".mplus-codegen-") && (withFolders || !path.endsWith("/")),
      ),
    );
  const text = textOf(readTree(out));
  if (text === textOf(old)) return "old";
  return text === textOf(fresh) ? "new" : "mixed";
}

/** Everything of ours that lies about. */
export const findLitter = ({ out }: Scene): string[] =>
  [join(out, ".."), out].flatMap((folder) =>
    readdirSync(folder).filter((name) => name.includes("mplus-codegen")),
  );

/** What the next runs make of what a program left: one that only looks, then one that writes. */
export async function nextRuns(
  scene: Scene,
): Promise<{ readonly looked: State; readonly written: State; readonly litter: string[] }> {
  const ready = listMessages(recoverOutput(scene.out));
  const looked = getState(scene);
  const written = await scene.again();
  if (ready + written !== "") throw new Error(ready + written);
  return { looked, written: getState(scene, true), litter: findLitter(scene) };
}
