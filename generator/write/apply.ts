import { existsSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import { reasonOf } from "../problem/reason.js";
import type { Plan, Step } from "./plan.js";

/**
 * Carries out a plan. Everything is written beside its place first; only then are files moved there, the stamp
 * last. A fault before or during the moves leaves the folder as it was.
 */
export function applyPlan(out: string, { steps, stamp }: Plan): Outcome<undefined> {
  const due = [...steps, stamp].filter(({ action }) => action !== "unchanged");
  if (due.length === 0) return success(undefined);
  const undo: (() => void)[] = [];
  try {
    makeFolder(out, undo);
    const stage = mkdtempSync(join(out, ".mplus-codegen-"));
    undo.push(() => rmSync(stage, { recursive: true, force: true }));
    due.forEach(({ content }, index) => {
      if (content !== undefined) writeFileSync(join(stage, `new-${index}`), content, { flag: "wx" });
    });
    due.forEach((step, index) =>
      move(step, {
        place: join(out, step.path),
        fresh: join(stage, `new-${index}`),
        old: join(stage, `old-${index}`),
        undo,
      }),
    );
    rmSync(stage, { recursive: true, force: true });
    removeEmptyFolders(out, due);
    return success(undefined);
  } catch (error) {
    undo.reverse().forEach((step) => step());
    return failure([report("output-unwritable", { path: out, reason: reasonOf(error) })]);
  }
}

interface Move {
  readonly place: string;
  readonly fresh: string;
  readonly old: string;
  readonly undo: (() => void)[];
}

function move({ action }: Step, { place, fresh, old, undo }: Move): void {
  if (action === "create") makeFolder(dirname(place), undo);
  else {
    renameSync(place, old);
    undo.push(() => renameSync(old, place));
  }
  if (action === "delete") return;
  renameSync(fresh, place);
  undo.push(() => rmSync(place));
}

/**
 * Makes a folder and those above it, and remembers how to take them away again. One by one: `recursive` goes
 * round for ever where the system does not let a folder be in one that exists (as in /proc).
 */
function makeFolder(path: string, undo: (() => void)[]): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path), undo);
  mkdirSync(path);
  undo.push(() => rmdirSync(path));
}

function removeEmptyFolders(out: string, steps: readonly Step[]): void {
  const folders = new Set(steps.filter(({ action }) => action === "delete").map(({ path }) => dirname(path)));
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(join(out, folder));
    } catch {
      // It still holds something.
    }
  }
}
