import { formatPatch, structuredPatch } from "diff";

/** A file before and after; a text that is undefined is no file. */
interface PatchedFile {
  /** What the patch calls it: its path from where it is applied. */
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Makes a patch of files that change, in their order, for `git apply`. This is the only file that knows the library diff. */
export const makePatch = (changed: readonly PatchedFile[]): string =>
  changed
    .map(({ name, before, after }) => {
      const oldName = before === undefined ? "/dev/null" : `a/${name}`;
      const newName = after === undefined ? "/dev/null" : `b/${name}`;
      const patch = structuredPatch(oldName, newName, before ?? "", after ?? "", undefined, undefined, {
        context: 3,
      });
      return formatPatch({
        ...patch,
        isGit: true,
        isCreate: before === undefined,
        isDelete: after === undefined,
      });
    })
    .join("");
