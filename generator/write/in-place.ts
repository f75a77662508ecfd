import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { doneName, finish, formatJournal, journalName, rollBack, type Move } from "./journal.js";
import { foldersAbove } from "./folders.js";
import { exists, insidePrefix } from "./place.js";
import type { Step } from "./plan.js";
import { hashText } from "./stamp.js";
import { nameTrace } from "./traces.js";

/**
 * Writes a folder that cannot be swapped, file by file. Everything is written beside its place first, then noted
 * in a journal, and only then moved, the stamp last. A fault puts all back at once; after a kill the next run does.
 */
export function writeInPlace(out: string, due: readonly Step[]): void {
  const stage = join(out, nameTrace(insidePrefix, "moves"));
  mkdirSync(out, { recursive: true });
  mkdirSync(stage);
  try {
    due.forEach(({ content }, index) => {
      if (content !== undefined) writeFileSync(join(stage, `new-${index}`), content, { flag: "wx" });
    });
    const moves = due.map(toMove);
    const draft = join(stage, "draft.json");
    writeFileSync(draft, formatJournal({ moves, folders: missingFolders(out, due) }), { flag: "wx" });
    renameSync(draft, join(stage, journalName));
    moves.forEach((move, index) => carryOut(move, { out, stage, index }));
    renameSync(join(stage, journalName), join(stage, doneName));
  } catch (error) {
    rollBack(out, stage);
    throw error;
  }
  try {
    finish(out, stage);
  } catch {
    // All is written; the next run sweeps.
  }
}

const toMove = ({ path, action, content }: Step): Move => ({
  path,
  action: action === "unchanged" ? "change" : action,
  ...(content !== undefined && { hash: hashText(content) }),
});

/** The folders that are to be made, outmost first. */
function missingFolders(out: string, due: readonly Step[]): string[] {
  const folders = due.flatMap(({ path, action }) => (action === "create" ? foldersAbove(path) : []));
  return [...new Set(folders)].filter((folder) => !exists(join(out, folder)));
}

interface Moving {
  readonly out: string;
  readonly stage: string;
  readonly index: number;
}

function carryOut({ path, action }: Move, { out, stage, index }: Moving): void {
  const place = join(out, path);
  if (action === "create") mkdirSync(dirname(place), { recursive: true });
  else renameSync(place, join(stage, `old-${index}`));
  if (action === "delete") return;
  if (exists(place)) throw new Error(`something is in the way at ${path}`);
  renameSync(join(stage, `new-${index}`), place);
}
