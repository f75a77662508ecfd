import { type ProblemCode, report } from "../../base/problem/catalogue.js";
import type { SourceLocation, Problem } from "../../base/problem/problem.js";
import { suggest } from "../../base/text/words.js";
import type { FileKind, ValidFile } from "../read/files.js";
import { joinPointer, placeIn, splitPointer } from "../read/pointer.js";
import { findPaths, type ValuePath, readPath } from "../read/values.js";

/** A rule for the names in one kind of file: where they are, what they refer to, and whether they must be unique. */
interface NameRule {
  /** Pointers to the names. `*` stands for each item of a list and each property of an object. */
  readonly at: string | readonly string[];
  readonly refersTo?: string;
  /** If set, the name is the path to the value from this token on, not the value itself. */
  readonly way?: number;
  /** How errors refer to the first place with the same name; `*` is its index. Default: names may repeat. */
  readonly unique?: string;
  /**
   * The number of leading tokens that two names must share to conflict. Default: names are unique in the whole
   * file.
   */
  readonly within?: number;
}

export type NameRules = Readonly<Partial<Record<FileKind, readonly NameRule[]>>>;

export interface NameOccurrence {
  readonly name: string;
  readonly file: ValidFile;
  readonly tokens: ValuePath;
  readonly refersTo: string;
}

export interface NameCandidates {
  readonly what: string;
  readonly known: readonly string[];
  /** Default: the name as written. */
  readonly name?: string;
}

interface NameCheck {
  readonly rows: NameRules;
  readonly files: readonly ValidFile[];
  /** Undefined if any name is valid. */
  readonly find: (spot: NameOccurrence) => NameCandidates | undefined;
  readonly code?: ReferenceCode;
  /** False if files are broken. Then only uniqueness is checked, because a broken file may define any name. */
  readonly isWhole?: boolean;
}

type ReferenceCode = Extract<ProblemCode, "unknown-reference" | "review-astray">;

export const checkNames = ({ rows, files, find, code, isWhole = true }: NameCheck): Problem[] =>
  Object.entries(rows).flatMap(([kind, ofKind]) => {
    const found = files.filter((file) => file.kind === kind);
    return ofKind.flatMap((row) =>
      found.flatMap((file) => {
        const spots = listOccurrences(row, file);
        const unknown = spots.flatMap((spot) => {
          const target = row.refersTo !== undefined && isWhole ? find(spot) : undefined;
          return target ? reportUnknown({ name: spot.name, ...target }, locateOccurrence(spot), code) : [];
        });
        return [...unknown, ...reportRepeated(row, spots)];
      }),
    );
  });

const listOccurrences = ({ at, way, refersTo = "" }: NameRule, file: ValidFile): NameOccurrence[] =>
  [at].flat().flatMap((pointer) =>
    findPaths(file.value, splitPointer(pointer)).map((tokens) => {
      const last = way === undefined ? readPath(file.value, tokens) : joinPointer("", ...tokens.slice(way));
      return { name: String(last), file, tokens, refersTo };
    }),
  );

const locateOccurrence = ({ file, tokens }: NameOccurrence): SourceLocation => placeIn(file.path, ...tokens);

function reportRepeated({ unique, within = 0 }: NameRule, spots: readonly NameOccurrence[]): Problem[] {
  if (unique === undefined) return [];
  const toKey = ({ name, tokens }: NameOccurrence): string =>
    JSON.stringify([name, ...tokens.slice(0, within)]);
  return findRepeated(spots, toKey).map(([spot, first]) => {
    const other = unique.replace("*", first.tokens[1] ?? "");
    return report("duplicate-name", { name: spot.name, other }, locateOccurrence(spot));
  });
}

export const reportUnknown = (
  { what, name, known }: Required<NameCandidates>,
  place: SourceLocation,
  code: ReferenceCode = "unknown-reference",
): Problem[] => findUnknown([name], known).map((params) => report(code, { what, ...params }, place));

export const findUnknown = (names: readonly string[], known: readonly string[]) =>
  names.filter((name) => !known.includes(name)).map((name) => ({ name, suggestion: suggest(name, known) }));

/** Pairs each item whose key occurred before with the first item of that key. */
export function findRepeated<T>(items: readonly T[], getKey: (item: T) => string): (readonly [T, T])[] {
  const firsts = new Map<string, T>();
  return items.flatMap((item) => {
    const key = getKey(item);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, item);
    return first === undefined ? [] : [[item, first] as const];
  });
}
