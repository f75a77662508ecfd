import { readFileSync, renameSync, unlinkSync } from "node:fs";
import { join, posix } from "node:path";
import { exists, isNotFound } from "./file-system.js";
import { removeEmptyFolders, removeFolderIfEmpty } from "./folders.js";
import { removeTree } from "./remove-tree.js";
import { hashText } from "./stamp.js";

/** What is done to one file of a folder whose files are moved one by one. */
export interface Move {
  readonly path: string;
  readonly action: "create" | "change" | "delete";
  /** The hash of what is written. */
  readonly hash?: string;
}

/** All moves, in order, and the folders that are made for them. */
export interface Journal {
  readonly moves: readonly Move[];
  readonly folders: readonly string[];
}

/** The name of the journal until all files are moved, and from then on. */
export const journalName = "journal.json";
export const doneName = "done.json";

export const formatJournal = (journal: Journal): string => JSON.stringify(journal);

/** Removes what is left over when all files are moved: emptied folders, and the temporary folder with the old files. */
export function finishMoves(out: string, folder: string): void {
  const { moves = [] } = readJournal(join(folder, doneName)) ?? {};
  const deleted = moves.filter(({ action, path }) => action === "delete" && isInside(path));
  removeEmptyFolders(
    out,
    deleted.map(({ path }) => path),
  );
  removeTree(folder);
}

/** Moves every file back that the journal names, and removes the temporary folder. May be killed and repeated. */
export function rollBack(out: string, folder: string): void {
  const journal = readJournal(join(folder, journalName));
  journal?.moves
    .map((move, index) => ({ move, fresh: join(folder, `new-${index}`), old: join(folder, `old-${index}`) }))
    .reverse()
    .forEach(({ move, ...kept }) => {
      if (isInside(move.path)) moveBack(move, join(out, move.path), kept);
    });
  for (const made of journal?.folders.toReversed() ?? []) {
    if (isInside(made)) removeFolderIfEmpty(join(out, made));
  }
  if (journal) unlinkSync(join(folder, journalName));
  finishMoves(out, folder);
}

function readJournal(path: string): Journal | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Journal;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** Anybody can write a journal: it must not make us move anything outside the folder. */
const isInside = (path: string): boolean =>
  posix.normalize(path) === path && !posix.isAbsolute(path) && !/^\.\.(\/|$)|\\/.test(path);

/** Leaves a file that was edited since we wrote it: the plan then reports it. */
function moveBack(
  { action, hash }: Move,
  path: string,
  { fresh, old }: { readonly fresh: string; readonly old: string },
): void {
  const isWritten = action !== "delete" && !exists(fresh) && exists(path);
  if (isWritten && hashText(readFileSync(path, "utf8")) !== hash) return;
  if (action === "create" && isWritten) renameSync(path, fresh);
  if (action !== "create" && exists(old) && (isWritten || !exists(path))) renameSync(old, path);
}
