import { dropArrays } from "../spec/values.js";
import { parseRelease } from "../time/release.js";
import type { TableRow } from "./block.js";
import type { Row, RowType } from "./row.js";
import {
  cleanName,
  findColumn,
  findOptional,
  findType,
  isName,
  splitSentences,
  splitWords,
  takeMark,
  toArrayType,
  type Column,
} from "./words.js";

/** A row of a table of properties, by its columns. */
export interface PropertyRow {
  /** As it is written, which may be less than a path. */
  readonly name: string;
  /** The whole row as it stands there. */
  readonly text: string;
  /** The same with the mark of what is optional in one place, wherever that stood: a review knows it by that. */
  readonly plain: string;
  readonly says: Pick<Row, "type" | "optional" | "since" | "values">;
  /** What it explains besides, without the values that it lists. */
  readonly explanation: string;
  /** What in it is not understood. */
  readonly why: readonly string[];
}

type Columns = readonly (Column | undefined)[];

/** What columns hold: by their names or, where these say nothing, by what is in them. */
export function findColumns(header: readonly string[], rows: readonly TableRow[]): Columns {
  const full = rows.filter(({ cells }) => cells.length > 1);
  const found: (Column | undefined)[] = header.map(findColumn);
  const width = Math.max(header.length, ...full.slice(0, 1).map(({ cells }) => cells.length));
  for (let i = 0; i < width; i++) {
    const texts = full.map(({ cells }) => cells[i] ?? "").filter(Boolean);
    // Of what a column with a name holds that nobody knows, “yes” says nothing.
    const isKnown = (column: Column): boolean =>
      found.includes(column) || (column === "optional" && (header[i] ?? "") !== "");
    const guess = guesses.find(([column, fits]) => !isKnown(column) && texts.every(fits));
    if (texts.length > 0) found[i] ??= guess?.[0];
  }
  // A table of which neither a name nor a type is one that we know is of something else.
  const isOther = header.length > 0 && !header.some(findColumn) && !found.includes("type");
  return isOther ? header.map(() => undefined) : found;
}

const isType = (text: string): boolean => {
  const words = splitWords(takeMark(text, "end", "start").rest);
  return words.length > 0 && findType(words)?.length === words.length;
};

const guesses: readonly (readonly [Column, (text: string) => boolean])[] = [
  ["type", isType],
  ["optional", (text) => findOptional(text) !== undefined],
  ["name", (text) => isName(cleanName(takeMark(text, "end").rest))],
  ["explanation", () => true],
];

/** The name in a row, without the mark that it is optional. */
export const findName = (row: TableRow, columns: Columns): string =>
  cleanName(takeMark(findNameCell(row, columns), "end").rest);

const findNameCell = ({ cells }: TableRow, columns: Columns): string =>
  cells[cells.length === 1 ? 0 : columns.indexOf("name")] ?? "";

/** Reads a row by the columns of its table. A text instead is a row that names nothing: a sentence. */
export function readRow(row: TableRow, columns: Columns): PropertyRow | string {
  const { cells } = row;
  const [only = ""] = cells;
  const isAlone = cells.length === 1;
  const named = takeMark(findNameCell(row, columns), "end");
  const name = cleanName(named.rest);
  if (isAlone && !isName(name)) return only;
  const gather = (wanted: Column | undefined): string =>
    (isAlone ? [] : cells.filter((_, i) => columns[i] === wanted)).join(" ").replaceAll("\n", " ").trim();
  const explained = takeMark(gather("explanation"), "start");
  const typed = takeMark(gather("type"), "end", "start", "bare");
  const [cell, needed] = [gather("optional"), gather("required")];
  const asked = [
    ...(cell === "" ? [] : [findOptional(cell)]),
    ...(needed === "" ? [] : [findOptional(needed, "required")]),
    // Where only what is required has a tick, all else is not.
    ...(needed === "" && !isAlone && columns.includes("required") && typed.rest !== "" ? [true] : []),
  ];
  const marks = [typed, explained, named].flatMap(({ optional }) => optional ?? []);
  const kind = readType(name, typed.rest);
  const isTold = kind.type !== undefined || marks.length > 0;
  const said = [...new Set([...marks, ...asked])];
  const [optional = false] = said.length > 0 || !isTold ? said : [false];
  const { values, rest } = kind.type?.includes("string")
    ? readValues(explained.rest)
    : { rest: explained.rest };
  const dated = gather("since");
  const since = parseRelease(dated.replace(/^(?:mpluskassa )?v?/i, ""));
  const others = [...(since === undefined ? [dated] : []), gather(undefined)].filter(Boolean).join(" ");
  const answer = [cell, needed && `required: ${needed}`].filter(Boolean).join(" ");
  const mark = said.includes(undefined) ? answer : optional ? "(optional)" : "";
  const isClear = said.length < 2 && !said.includes(undefined) && isTold;
  const unnamed = columns.includes("name") ? "it names no property" : "no column of its table has names";
  return {
    name,
    text: join(
      isAlone ? only : gather("name"),
      gather("type"),
      cell,
      needed,
      dated,
      gather("explanation"),
      gather(undefined),
    ),
    plain: join(name, typed.rest, mark, explained.rest, others),
    says: {
      ...(kind.type && { type: kind.type }),
      ...(isClear && { optional }),
      ...(since !== undefined && { since }),
      ...(values && { values }),
    },
    explanation: rest,
    why: [
      ...(isName(name) ? [] : [unnamed]),
      ...(kind.why === undefined ? [] : [kind.why]),
      ...(said.includes(undefined) ? ["whether it is optional is not said in words that we know"] : []),
      ...(said.length > 1 ? ["it says that it is optional, and that it is not"] : []),
      ...(others === "" ? [] : ["it has a cell under no column that we know"]),
    ],
  };
}

const join = (...cells: readonly string[]): string => cells.filter(Boolean).join(" | ");

/** The types that the words of a cell name. */
function readType(name: string, cell: string): { readonly type?: readonly RowType[]; readonly why?: string } {
  const words = splitWords(cell);
  if (words.length === 0) return { why: "it gives no type" };
  const found = findType(words) ?? findOwnType(words, name);
  if (found?.length !== words.length) return { why: "its type is a word that we do not know" };
  return { type: name.endsWith("[]") ? found.types.map(toArrayType) : found.types };
}

/** A type that goes by the name of its row, such as `bill` in the row `bill` or `bills[]`, is an object. */
function findOwnType([word = "", ...others]: readonly string[], name: string) {
  const last = dropArrays(name.slice(name.lastIndexOf(".") + 1)).toLowerCase();
  const one = dropArrays(word).toLowerCase();
  if (others.length > 0 || one === "" || (last !== one && last !== `${one}s`)) return undefined;
  const types: readonly RowType[] = [word.endsWith("[]") ? "object[]" : "object"];
  return { types, length: 1 };
}

/** Words with which a sentence begins a list of values behind a colon. */
const announcing = /^(?:available|possible|beschikbare|mogelijke) [^:]*:/i;

/** Notes behind a value that are no part of it. */
const mark = /\((?:default|standaard)\)/gi;

/** The values that a cell lists, and what else it says, whatever the order of the values. */
function readValues(cell: string): { readonly values?: readonly string[]; readonly rest: string } {
  const sentences = splitSentences(cell);
  for (const [i, sentence] of sentences.entries()) {
    const announced = announcing.exec(sentence)?.[0] ?? "";
    const isBare = i === 0 && between.test(sentence);
    const parts = splitList(sentence.slice(announced.length).replace(/\.\s*$/, ""));
    const values = parts.map((part) => dropQuotes(part.replace(mark, "").trim()));
    const isList = values.length > 1 && values.every((value) => /^[\w-]+$/.test(value));
    if (!isList || (announced === "" && !isBare)) continue;
    const marked = parts.filter((part) => part.search(mark) >= 0);
    const rest = [...sentences.slice(0, i), announced, ...marked, ...sentences.slice(i + 1)];
    return { values, rest: rest.filter(Boolean).join(" ") };
  }
  return { rest: cell };
}

const dropQuotes = (value: string): string => value.replace(/^["'“”‘’`]|["'“”‘’`]$/g, "");

const between = /[,;]| or | ?\/ ?/;

/** The parts of a list such as "a, b or c". */
const splitList = (text: string): readonly string[] => {
  const parts = text.split(between);
  const last = (parts.pop() ?? "").trim();
  // Two words with an “and” between them, or an “of” that is no Dutch, are prose.
  const ends = parts.length > 0 ? last.split(/(?:^| )(?:and|en|of) /) : [last];
  return [...parts, ...(parts.length === 1 && ends[0] === "" ? [last] : ends)]
    .map((part) => part.trim().replace(/^or /, ""))
    .filter(Boolean);
};
