import { type ProblemCode, report } from "../../base/problem/catalogue.js";
import type { SourceLocation, Problem } from "../../base/problem/problem.js";
import { suggest } from "../../base/text/words.js";
import type { FileKind, ValidFile } from "../read/files.js";
import { joinPointer, placeIn, splitPointer } from "../read/pointer.js";
import { findPaths, type ValuePath, readPath } from "../read/values.js";

/** A rule for the names in files of one kind: where they are, what they refer to, and whether they are unique. */
interface NameRule {
  /** Pointers to the names, with `*` for each item of a list and each property of an object. */
  readonly at: string | readonly string[];
  readonly refersTo?: string;
  /** The name is not the text that stands there but the way to it, from this token on. */
  readonly way?: number;
  /** The holder of the first of two equal names, in words; `*` is its index. Left out: names may stand there twice. */
  readonly unique?: string;
  /** How many tokens a name shares with those among which it is unique; left out: none, it is unique in its file. */
  readonly within?: number;
}

export type NameRules = Readonly<Partial<Record<FileKind, readonly NameRule[]>>>;

/** A name that a rule finds, and its place. */
export interface NameOccurrence {
  readonly name: string;
  readonly file: ValidFile;
  readonly tokens: ValuePath;
  readonly refersTo: string;
}

/** The names that a name may be, and the word for what they name. */
export interface NameCandidates {
  readonly what: string;
  readonly known: readonly string[];
  /** Left out: the name as it stands there. */
  readonly name?: string;
}

interface NameCheck {
  readonly rows: NameRules;
  readonly files: readonly ValidFile[];
  /** The names that this one may be; undefined: it may be any. */
  readonly find: (spot: NameOccurrence) => NameCandidates | undefined;
  readonly code?: ReferenceCode;
  /** False where files are broken: one of them may have what is named, so only what is unique is checked. */
  readonly isWhole?: boolean;
}

type ReferenceCode = Extract<ProblemCode, "unknown-reference" | "review-astray">;

/** Reports names that are unknown or repeated, by these rules. */
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

/** Reports a name that is not among the known ones, and the one that was probably meant. */
export const reportUnknown = (
  { what, name, known }: Required<NameCandidates>,
  place: SourceLocation,
  code: ReferenceCode = "unknown-reference",
): Problem[] => findUnknown([name], known).map((params) => report(code, { what, ...params }, place));

/** The names that are not among the known ones, each with the one that was probably meant. */
export const findUnknown = (names: readonly string[], known: readonly string[]) =>
  names.filter((name) => !known.includes(name)).map((name) => ({ name, suggestion: suggest(name, known) }));

/** The items whose key an earlier item has, each with the first that has it. */
export function findRepeated<T>(items: readonly T[], getKey: (item: T) => string): (readonly [T, T])[] {
  const firsts = new Map<string, T>();
  return items.flatMap((item) => {
    const key = getKey(item);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, item);
    return first === undefined ? [] : [[item, first] as const];
  });
}
