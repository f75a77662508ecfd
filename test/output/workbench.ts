import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { Outcome } from "../../generator/base/problem/problem.js";
import { applyPlan, inspectFolder } from "../../generator/output/apply.js";
import { formatFingerprint, hashBare, hashText } from "../../generator/output/fingerprint.js";
import { formatFiles } from "../../generator/output/layout.js";
import { listPendingFiles, planOutput, type FolderState, type Plan } from "../../generator/output/plan.js";
import type { WantedOutput } from "../../generator/output/stamp.js";

export interface Workbench {
  readonly root: string;
  readonly out: string;
}

/** Creates a folder for each test of a file, and deletes it afterward. */
export function useWorkbench(): Workbench {
  const bench = { root: "", out: "" };
  beforeEach(() => {
    bench.root = mkdtempSync(join(tmpdir(), "write-"));
    bench.out = join(bench.root, "out");
  });
  afterEach(() => rmSync(bench.root, { recursive: true, force: true }));
  return bench;
}

/** Files of an output by target: `{ types: { "a.ts": "…" } }`. */
export type Files = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const sample: Files = {
  types: { "index.ts": "export {};\n", "deep/a.ts": "const a = 1;\n" },
  validators: { "index.ts": "export const b = 2;\n" },
};

/** The sample after a spec change that affects every file. */
export const changed: Files = {
  types: { "index.ts": "export type A = 1;\n", "deep/a.ts": "const a = 2;\n" },
  validators: { "index.ts": "export const b = 3;\n" },
};

export const fewer: Files = { ...sample, types: { "index.ts": "export {};\n" } };

/** The settings that only some targets read. */
const reads: Readonly<Record<string, WantedOutput["outputs"][number]["reads"]>> = {
  models: ["language"],
};

/** As stamps have them. */
export const usual = { minVersion: "48", responses: "safe", importExtension: "js" } as const;

export const want = (
  files: Files,
  settings: Partial<WantedOutput["settings"]> = {},
  tool = "1.0.0",
): WantedOutput => ({
  settings: Object.fromEntries(
    Object.entries<unknown>({ ...usual, ...settings }).filter(([, value]) => value !== null),
  ),
  tool,
  outputs: Object.entries(files).map(([target, contents]) => ({
    target,
    reads: reads[target],
    files: Object.entries(contents).map(([name, content]) => ({ path: `${target}/${name}`, content })),
  })),
});

export const plan = (out: string, wanted: WantedOutput, isForced = false): Promise<Outcome<Plan>> =>
  planOutput(out, wanted, inspectFolder(out), isForced);

export const write = (out: string, wanted: WantedOutput, isForced = false): Promise<Outcome<Plan>> =>
  applyPlan(out, (isFinal) => {
    const format: FolderState["format"] = isFinal ? (files) => formatFiles(files, out) : undefined;
    return planOutput(out, wanted, { ...inspectFolder(out), format }, isForced);
  });

/** The fingerprint of a file that was written as it was emitted. */
export function fingerprintOf(path: string, text: string): string {
  const emitted = hashText(text);
  return formatFingerprint({ emitted, written: emitted, bare: hashBare(path, text) });
}

/** Follows no links. */
export function readTree(folder: string): Readonly<Record<string, string>> {
  // Without file types, Node follows links to folders.
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).sort();
  return Object.fromEntries(
    paths.map((path) => {
      const status = lstatSync(join(folder, path));
      if (status.isDirectory()) return [`${path}/`, ""];
      // Reading a pipe would block until somebody writes to it.
      if (status.isFIFO()) return [path, "a pipe"];
      return [
        path,
        status.isSymbolicLink()
          ? `-> ${readlinkSync(join(folder, path))}`
          : readFileSync(join(folder, path), "utf8"),
      ];
    }),
  );
}

export function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** One file per line, with the stamp last. */
export const listSteps = (outcome: Outcome<Plan>): string[] =>
  outcome.ok
    ? listPendingFiles(outcome.value).map(({ action, path }) => `${action} ${path}`)
    : outcome.problems.map(({ code, message }) => `${code}: ${message}`);
