import { readFileSync, renameSync, unlinkSync } from "node:fs";
import { join, posix } from "node:path";
import { removeTree } from "./discard.js";
import { removeEmptied, removeIfEmpty } from "./folders.js";
import { exists, isAbsence } from "./place.js";
import { hashText } from "./stamp.js";

/** What is done to one file where files are moved one by one. */
export interface Move {
  readonly path: string;
  readonly action: "create" | "change" | "delete";
  /** Of what is written. */
  readonly hash?: string;
}

/** All that is about to be moved, in order, and the folders that are made for it. */
export interface Journal {
  readonly moves: readonly Move[];
  readonly folders: readonly string[];
}

/** The journal while files are being moved, and when all are. */
export const journalName = "journal.json";
export const doneName = "done.json";

export const formatJournal = (journal: Journal): string => JSON.stringify(journal);

/** Takes away what all moves left: folders that are empty now, and the stage. */
export function finish(out: string, stage: string): void {
  const { moves = [] } = readJournal(join(stage, doneName)) ?? {};
  const gone = moves.filter(({ action, path }) => action === "delete" && isInside(path));
  removeEmptied(
    out,
    gone.map(({ path }) => path),
  );
  removeTree(stage);
}

/** Puts everything back that a journal says was moved, and takes the stage away. May be killed, and done again. */
export function rollBack(out: string, stage: string): void {
  const journal = readJournal(join(stage, journalName));
  journal?.moves
    .map((move, index) => ({ move, fresh: join(stage, `new-${index}`), old: join(stage, `old-${index}`) }))
    .reverse()
    .forEach(({ move, ...kept }) => {
      if (isInside(move.path)) putBack(move, join(out, move.path), kept);
    });
  for (const folder of journal?.folders.toReversed() ?? []) {
    if (isInside(folder)) removeIfEmpty(join(out, folder));
  }
  if (journal) unlinkSync(join(stage, journalName));
  finish(out, stage);
}

function readJournal(path: string): Journal | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Journal;
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** A journal is only a file: it cannot make the tool move anything outside the folder. */
const isInside = (path: string): boolean =>
  posix.normalize(path) === path && !posix.isAbsolute(path) && !/^\.\.(\/|$)|\\/.test(path);

/** What somebody edited since it was written stays; the plan then says so. */
function putBack(
  { action, hash }: Move,
  place: string,
  { fresh, old }: { readonly fresh: string; readonly old: string },
): void {
  const isWritten = action !== "delete" && !exists(fresh) && exists(place);
  if (isWritten && hashText(readFileSync(place, "utf8")) !== hash) return;
  if (action === "create" && isWritten) renameSync(place, fresh);
  if (action !== "create" && exists(old) && (isWritten || !exists(place))) renameSync(old, place);
}
