import { renameSync } from "node:fs";
import { join } from "node:path";
import { discardTree, removeTree } from "./discard.js";
import { codeOf, exists, type Place } from "./place.js";
import type { Step } from "./plan.js";
import { buildStage, Immovable } from "./stage.js";
import { nameTrace } from "./traces.js";

/**
 * Puts a new tree in the place of the old one: whoever looks sees all of the one or all of the other. Between
 * the two renames there is none for a moment; a run that is killed just then leaves both beside the place, and
 * the next one puts the old one back. Says whether it could be done: some folders cannot be moved.
 */
export function swapTree({ out, desk, prefix }: Place, due: readonly Step[]): boolean {
  const stage = join(desk, nameTrace(prefix, "new"));
  const old = join(desk, nameTrace(prefix, "old"));
  try {
    buildStage(out, stage, due);
    if (exists(out)) moveAway(out, old);
    moveIn(stage, { out, old });
  } catch (error) {
    attempt(() => removeTree(stage));
    if (error instanceof Immovable) return false;
    throw error;
  }
  // The new tree is in its place: what cannot be taken away now is swept by the next run.
  attempt(() => {
    if (exists(old)) discardTree(old, out);
  });
  return true;
}

/** Folders under which something is mounted, of a lower layer of an image, or open in Windows stay where they are. */
function moveAway(out: string, old: string): void {
  try {
    renameSync(out, old);
  } catch (error) {
    const isFixed = ["EXDEV", "EBUSY", "EPERM", "EACCES", "EINVAL"].includes(codeOf(error));
    throw isFixed ? new Immovable(undefined, { cause: error }) : error;
  }
}

function moveIn(stage: string, { out, old }: { readonly out: string; readonly old: string }): void {
  try {
    renameSync(stage, out);
  } catch (error) {
    // If this fails as well, the next run does it.
    attempt(() => renameSync(old, out));
    throw error;
  }
}

function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // The next run does it.
  }
}
