import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { attempt, exists } from "./file-system.js";
import { listParentFolders } from "./folders.js";
import { doneName, finishMoves, formatJournal, journalName, rollBack, type Move } from "./journal.js";
import { insidePrefix } from "./location.js";
import type { PlannedFile } from "./plan.js";
import { hashText } from "./stamp.js";
import { createTemporaryName } from "./temporary.js";

/**
 * Brings a folder that cannot be swapped up to date, file by file. First all files are written to a temporary folder
 * in it, then the journal; only then are they moved, the stamp last. A fault puts everything back at once; after a
 * kill the next run does.
 */
export function moveFiles(out: string, due: readonly PlannedFile[]): void {
  const moves = join(out, createTemporaryName(insidePrefix, "moves"));
  mkdirSync(out, { recursive: true });
  mkdirSync(moves);
  try {
    prepare(due, { out, folder: moves });
    due.forEach((file, index) => moveFile(file, { out, folder: moves, index }));
    renameSync(join(moves, journalName), join(moves, doneName));
  } catch (error) {
    rollBack(out, moves);
    throw error;
  }
  attempt(() => finishMoves(out, moves));
}

interface Moving {
  readonly out: string;
  /** The temporary folder. */
  readonly folder: string;
}

function prepare(due: readonly PlannedFile[], { out, folder }: Moving): void {
  due.forEach(({ content }, index) => {
    if (content !== undefined) writeFileSync(join(folder, `new-${index}`), content, { flag: "wx" });
  });
  const journal = { moves: due.map(toMove), folders: listMissingFolders(out, due) };
  const draft = join(folder, "draft.json");
  writeFileSync(draft, formatJournal(journal), { flag: "wx" });
  renameSync(draft, join(folder, journalName));
}

const toMove = ({ path, action, content }: PlannedFile): Move => ({
  path,
  action: action === "unchanged" ? "change" : action,
  ...(content !== undefined && { hash: hashText(content) }),
});

/** Lists the folders that have to be made, outermost first. */
function listMissingFolders(out: string, due: readonly PlannedFile[]): string[] {
  const folders = due.flatMap(({ path, action }) => (action === "create" ? listParentFolders(path) : []));
  return [...new Set(folders)].filter((folder) => !exists(join(out, folder)));
}

function moveFile(
  { path, action }: PlannedFile,
  { out, folder, index }: Moving & { readonly index: number },
): void {
  const target = join(out, path);
  if (action === "create") mkdirSync(dirname(target), { recursive: true });
  else renameSync(target, join(folder, `old-${index}`));
  if (action === "delete") return;
  if (exists(target)) throw new Error(`something is in the way at ${path}`);
  renameSync(join(folder, `new-${index}`), target);
}
