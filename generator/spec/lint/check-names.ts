import { report, type ProblemCode } from "../../problem/catalogue.js";
import type { Place, Problem } from "../../problem/problem.js";
import { suggest } from "../../text/words.js";
import type { FileKind, SoundFile } from "../files.js";
import { joinPointer, splitPointer } from "../pointer.js";
import { findPaths, readPath, type Path } from "../values.js";

/** A row: where files of a kind have names, what these refer to, and whether each of them stands there once. */
export interface Naming {
  readonly file: FileKind;
  /** Pointers to the names, with `*` for each item of a list and each property of an object. */
  readonly at: string | readonly string[];
  readonly refersTo?: string;
  /** The name is not the text that stands there but the way to it, from this token on. */
  readonly way?: number;
  /** What has a second one already, in words; `*` is the index of the first. Left out: names may stand there twice. */
  readonly unique?: string;
  /** How many tokens a name shares with those among which it is unique; left out: none, it is unique in its file. */
  readonly within?: number;
}

/** A name that such a row leads to, and where it stands. */
export interface Spot {
  readonly name: string;
  readonly file: SoundFile;
  readonly tokens: Path;
  readonly refersTo: string;
}

/** What a name may be: what that is called, and all of it there are. */
export interface Target {
  readonly what: string;
  readonly known: ReadonlySet<string>;
  /** Left out: the name as it stands there. */
  readonly name?: string;
}

interface Check {
  readonly rows: readonly Naming[];
  readonly files: readonly SoundFile[];
  /** What a name may refer to; undefined: it may be any. */
  readonly find: (spot: Spot) => Target | undefined;
  readonly code?: ReferenceCode;
  /** False where files are broken: one of them may have what is named, so only what is unique is checked. */
  readonly isWhole?: boolean;
}

type ReferenceCode = Extract<ProblemCode, "unknown-reference" | "review-astray">;

/** What is wrong with the names that some rows lead to. */
export const checkNames = (check: Check): Problem[] =>
  check.rows.flatMap((row) =>
    check.files.filter(({ kind }) => kind === row.file).flatMap((file) => checkFile(row, file, check)),
  );

function checkFile(row: Naming, file: SoundFile, { find, code, isWhole = true }: Check): Problem[] {
  const { at, refersTo, way, unique, within = 0 } = row;
  const firsts = new Map<string, Path>();
  const ways = [at].flat().flatMap((pointer) => findPaths(file.value, splitPointer(pointer)));
  return ways.flatMap((tokens) => {
    const name =
      way === undefined ? String(readPath(file.value, tokens)) : joinPointer("", ...tokens.slice(way));
    const place = { file: file.path, pointer: joinPointer("", ...tokens) };
    const target = refersTo !== undefined && isWhole ? find({ name, file, tokens, refersTo }) : undefined;
    const key = JSON.stringify([name, ...tokens.slice(0, within)]);
    const first = firsts.get(key);
    if (!first) firsts.set(key, tokens);
    return [
      ...(target ? reportUnknown({ name, ...target }, place, code) : []),
      ...(first && unique !== undefined
        ? [report("duplicate-name", { name, other: unique.replace("*", first[1] ?? "") }, place)]
        : []),
    ];
  });
}

/** Reports a name that is not among the known ones, and the one that was probably meant. */
export const reportUnknown = (
  { what, name, known }: Required<Target>,
  place: Place,
  code: ReferenceCode = "unknown-reference",
): Problem[] =>
  known.has(name) ? [] : [report(code, { what, name, suggestion: suggest(name, known) }, place)];
