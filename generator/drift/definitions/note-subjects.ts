import type { Entry, SentenceEntry } from "./entries.js";
import type { Note } from "./notes.js";
import { findNamed, indexPaths, type NamedPaths } from "./resolve-path.js";

/** The paths that sentences of a section are about; without any, that is not clear. */
export function listSubjects(
  entries: readonly Entry[],
  object: string,
): ReadonlyMap<Entry, readonly string[] | undefined> {
  const firstRow = entries.findIndex((entry) => "row" in entry);
  const following = listFollowing(entries);
  const paths = indexPaths(entries.flatMap((entry) => ("row" in entry ? [entry.path] : [])));
  return new Map(
    entries.flatMap((entry, i): [Entry, readonly string[] | undefined][] => {
      if (!("note" in entry) || !entry.note) return [];
      if (entry.note.names) return [[entry, findAll(entry.note.names, object, paths)]];
      const isFirst = entry.note.isWhole && (firstRow === -1 || i < firstRow);
      const rows = following.get(entry) ?? [];
      return [[entry, isFirst ? [object] : rows.length > 0 ? rows : undefined]];
    }),
  );
}

/** The rows behind each sentence that says something of rows, up to the next such sentence. */
function listFollowing(entries: readonly Entry[]): ReadonlyMap<SentenceEntry, readonly string[]> {
  const following = new Map<SentenceEntry, string[]>();
  let rows: string[] = [];
  for (const entry of entries)
    if ("row" in entry) rows.push(entry.path);
    else if (entry.note) {
      rows = [];
      following.set(entry, rows);
    }
  return following;
}

/** The path of each name; a name that no row has is one of the object. Undefined if a name may be one of several. */
function findAll(
  names: NonNullable<Note["names"]>,
  object: string,
  paths: NamedPaths,
): readonly string[] | undefined {
  const found = names.map((name) => (name === object ? [object] : findNamed(name, paths)));
  if (found.some(({ length }) => length > 1)) return undefined;
  return found.map(([path], i) => path ?? `${object}.${names[i] ?? ""}`);
}
