import { parseRelease, type Release } from "../base/time/release.js";
import { dropArrays } from "../contract/read/values.js";
import type { Root } from "./contract.js";
import { isPropertyName, readList, splitWords } from "./property-table.js";
import type { Sentence, SourceRow } from "./source-content.js";
import { findReleases } from "./source-names.js";

/** A line of a page that only says when parts were added. */
export interface DateNote {
  /** The parts that it names. Without names, it dates the object above it, or the rows below it. */
  readonly names: readonly string[];
  /** Undefined for parts of the future. */
  readonly since: Release | undefined;
  /** True for a sentence in other words: it has a release, and a person reads what it says of the parts. */
  readonly isUnclear?: boolean;
}

const verbForm =
  / ?\b(?:(was|were|is|are|has been|have been|may be|will be|werd|werden|wordt|worden|zijn) )?(?:added|toegevoegd) in (?:MplusKASSA )?/i;

/** Without names, only a short title such as `Browser details`. Anything longer is a sentence, which a person reads. */
const title = /^(?:[A-Z][a-z]*(?: [a-z]+){0,2})?$/;

/** Reads `image was added in v59.3.2`, `Added in v48` or `Browser details may be added in a future version`. */
export function readDateNote(text: string): DateNote | undefined {
  const found = verbForm.exec(text);
  if (!found) return undefined;
  const [{ length }, verb = ""] = found;
  const subject = text.slice(0, found.index);
  const isFuture = /^(?:may|will) be$/i.test(verb);
  const since = isFuture ? undefined : parseRelease(text.slice(found.index + length).replace(/\.$/, ""));
  if (since === undefined && !isFuture) return undefined;
  if (title.test(subject)) return { names: [], since };
  const names = readList(subject);
  return names?.every(isPropertyName) ? { names, since } : undefined;
}

/** Reads a release in other words, such as `image is available since v59.3.2`. */
export function readUnclearNote(text: string): DateNote | undefined {
  if (findReleases(text).length === 0) return undefined;
  const names = splitWords(text)
    .map((word) => word.replace(/[.,:;)]$/, ""))
    .filter(isPropertyName);
  return { names, since: undefined, isUnclear: true };
}

/** A note below the first `at` rows of its section. */
export interface PlacedNote extends DateNote {
  readonly at: number;
  /** Undefined for a heading. */
  readonly of?: Sentence | undefined;
}

/**
 * Dates the rows of one section. A row's own release comes first, then a note with its name, then the note above
 * it. If anything in the section has a release, the other rows are as old as their object. A note is `used` if it
 * dates rows by all that it names.
 */
export function dateRows(
  rows: readonly SourceRow[],
  notes: readonly PlacedNote[],
  root: Root | undefined,
): { readonly rows: readonly SourceRow[]; readonly used: readonly PlacedNote[] } {
  const isHeading = ({ path }: SourceRow): boolean => path === root?.path;
  const named = new Map(
    notes.flatMap((note) =>
      note.names.flatMap((name) => findNamed(name, note.at, rows, root).map((row) => [row, note] as const)),
    ),
  );
  const titles = notes.filter(({ names, isUnclear }) => names.length === 0 && !isUnclear);
  const findTitle = (row: SourceRow, i: number): PlacedNote | undefined => {
    const isAbove = ({ at }: PlacedNote): boolean => rows.slice(0, at).some((each) => !isHeading(each));
    const first = rows.findIndex((each) => !isHeading(each));
    return isHeading(row)
      ? titles.find((note) => rows.some(isHeading) && !isAbove(note))
      : titles.findLast((note) => note.at <= i && (note.at > first || !rows.some(isHeading)));
  };
  const titled = rows.map((row, i) => (named.has(row) ? undefined : findTitle(row, i)));
  const isUsed = (note: PlacedNote): boolean =>
    note.names.length === 0
      ? titled.some((each, i) => each === note && rows[i]?.since === undefined)
      : note.names.every((name) => {
          const found = findNamed(name, note.at, rows, root);
          return found.length > 0 && found.every((row) => named.get(row)?.since === note.since);
        });
  const used = notes.filter((note) => note.since !== undefined && isUsed(note));
  const dated = rows.map((row, i) => {
    const note = named.get(row) ?? titled[i];
    return { ...row, since: row.since ?? note?.since, isUndated: note?.isUnclear ? false : row.isUndated };
  });
  if (!dated.some(({ since }) => since !== undefined)) return { rows, used };
  const marked = dated.map((row) =>
    row.since === undefined && row.path !== root?.path ? { ...row, isUndated: row.isUndated ?? true } : row,
  );
  return { rows: marked, used };
}

/** The named part nearest to the note, with everything in it. An object is only named itself. */
function findNamed(
  name: string,
  at: number,
  rows: readonly SourceRow[],
  root: Root | undefined,
): readonly SourceRow[] {
  const steps = `.${dropArrays(name)}.`;
  const toPart = ({ path }: SourceRow): string => {
    const whole = `.${dropArrays(path)}.`;
    const start = whole.indexOf(steps);
    return start < 0 ? "" : whole.slice(0, start + steps.length);
  };
  const [nearest] = [...rows.entries()]
    .filter(([, row]) => toPart(row) !== "")
    // The row below a note is nearer than the row above it.
    .sort(([one], [other]) => toDistance(one, at) - toDistance(other, at));
  const part = nearest && toPart(nearest[1]);
  return rows.filter(
    (row) => toPart(row) === part && (part !== `.${root?.path}.` || row.path === root?.path),
  );
}

const toDistance = (index: number, at: number): number => (index >= at ? index - at : at - index - 0.5);
