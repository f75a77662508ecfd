import { formatPatch, structuredPatch, type StructuredPatch } from "diff";

/** A file before and after; a text that is undefined is no file. */
interface ChangedFile {
  /** What the patch calls it: its path from where it is applied. */
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Beyond so many lines that differ, looking for the fewest takes long, and no reader gains by it. */
const maxEditLength = 4000;

/** Makes a patch of files that change, in their order, for `git apply`. This is the only file that knows the library diff. */
export const makePatch = (changed: readonly ChangedFile[]): string =>
  changed.map(({ name, before, after }) => formatPatch(compare(name, before, after))).join("");

/** Compares two states of a file; one that is undefined is none. */
function compare(name: string, before: string | undefined, after: string | undefined): StructuredPatch {
  const oldName = before === undefined ? "/dev/null" : `a/${name}`;
  const newName = after === undefined ? "/dev/null" : `b/${name}`;
  const texts = [before ?? "", after ?? ""] as const;
  const patch =
    structuredPatch(oldName, newName, ...texts, undefined, undefined, { context: 3, maxEditLength }) ??
    replaceAll(oldName, newName, ...texts);
  return { ...patch, isGit: true, isCreate: before === undefined, isDelete: after === undefined };
}

/** All lines out, and all lines in. */
function replaceAll(oldName: string, newName: string, before: string, after: string): StructuredPatch {
  const [out, into] = [
    structuredPatch(oldName, newName, before, ""),
    structuredPatch(oldName, newName, "", after),
  ];
  const [gone, come] = [out.hunks[0], into.hunks[0]];
  return {
    ...into,
    hunks: [
      {
        oldStart: 1,
        oldLines: gone?.oldLines ?? 0,
        newStart: 1,
        newLines: come?.newLines ?? 0,
        lines: [...(gone?.lines ?? []), ...(come?.lines ?? [])],
      },
    ],
  };
}
