import { dropArrays } from "../contract/read/values.js";
import { parseRelease } from "../base/time/release.js";
import type { RowType, TableRow, SourceRow } from "./source-content.js";

/** Words, each known at once. */
export const toSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** A column of a table of properties. */
export type Column = "name" | "type" | "optional" | "required" | "since" | "explanation";

const toWordMap = <Value>(rows: readonly (readonly [Value, string])[]): ReadonlyMap<string, Value> =>
  new Map(rows.flatMap(([value, words]) => words.split(", ").map((word): [string, Value] => [word, value])));

const columnWords = toWordMap<Column>([
  ["name", "property, name, field, parameter, key, eigenschap, veld, naam"],
  ["type", "type, data type, datatype"],
  ["optional", "optional, optioneel"],
  ["since", "since, added in, available since, version, release, sinds, vanaf, toegevoegd in"],
  ["required", "required, mandatory, verplicht"],
  ["explanation", "explanation, description, uitleg, toelichting, omschrijving, beschrijving"],
]);

const typeNames = toWordMap<readonly RowType[]>([
  [["boolean"], "boolean, bool"],
  [["integer"], "int, integer"],
  [["int64"], "bigint, long, int64"],
  [["number"], "number, decimal, float, double"],
  [["string"], "string, text, tekst, url, uri, email, e-mail"],
  [["uuid"], "uuid, guid"],
  [["date"], "date"],
  [["date-time"], "datetime, date-time"],
  [["date", "date-time"], "date or datetime"],
  [["object"], "object, payment, externaldiscount"],
  [["array"], "array, list"],
]);

const answerWords = toWordMap<boolean>([
  [true, "yes, ja, true, optional, optioneel, ✓"],
  [false, "no, nee, false, -, required, verplicht"],
]);

/** The column that a header names, whatever its case; undefined if it is none that we know. */
export const findColumn = (header: string): Column | undefined =>
  columnWords.get(header.trim().replace(/[:?]$/, "").toLowerCase());

/** What a cell or a mark says of whether something is optional, or whether it is required; undefined if it says nothing of it. */
function findOptional(word: string, column: Column = "optional"): boolean | undefined {
  const plain = word
    .trim()
    .replace(/^[([](.*)[)\]]$/, "$1")
    .toLowerCase();
  const answer = answerWords.get(plain);
  return column === "required" && answer !== undefined && !isMark(`(${plain})`) ? !answer : answer;
}

const optionalMarks = {
  /** Behind a name or a type: in brackets, or after a comma. */
  end: /(?:\s?[([]|^|,\s?)(optional|optioneel|required|verplicht)\.?[)\]]?$/i,
  /** Around a type, with nothing else to tell it apart. */
  bare: /(?:^(optional|optioneel|required|verplicht)\s|\s(optional|optioneel|required|verplicht)$)/i,
  /** Before an explanation. */
  start: /^(?:[([](optional|optioneel|required|verplicht)[)\]][.:,]?|(optional|optioneel)[.:,])\s*/i,
};

/** A text without the mark at its end or its start that says whether something is optional, and what that says. */
function takeMark(text: string, ...places: readonly (keyof typeof optionalMarks)[]) {
  const found = places.map((place) => optionalMarks[place].exec(text)).find(Boolean);
  const optional = findOptional(found?.slice(1).find(Boolean) ?? "");
  return { rest: text.replace(found?.[0] ?? "", "").trim(), optional };
}

/** Whether a word is such a mark in brackets. */
export const isMark = (word: string): boolean => /^[([]/.test(word) && takeMark(word, "end").rest === "";

/** A name without what refers to a note, and without a colon behind it. */
export const cleanName = (name: string): string => name.replace(/(?::|\[?\^\w{1,3}\]?|\s?[*†‡]{1,3})$/, "");

/** The type at the beginning of words, the longest one, and how many of them name it; undefined if they begin with none that we know. */
export function findType(
  words: readonly string[],
): { readonly types: readonly RowType[]; readonly length: number } | undefined {
  const [first = "", second, ...items] = words;
  const held = /^(?:array|list)$/i.test(first) && second === "of" ? findType(items) : undefined;
  if (held) return { types: held.types.map(toArrayType), length: held.length + 2 };
  for (const length of [3, 2, 1]) {
    if (words.length < length) continue;
    const word = words.slice(0, length).join(" ").toLowerCase();
    const found = typeNames.get(word.replace(/\[\]$/, ""));
    if (found) return { types: word.endsWith("[]") ? found.map(toArrayType) : found, length };
  }
  return undefined;
}

/** The type of an array of a type. */
export const toArrayType = (type: RowType): RowType =>
  type === "array" || type.endsWith("[]") ? type : (`${type}[]` as RowType);

/** Whether a word is written as the name of a property, or as a path of such names. */
export const isPropertyName = (word: string): boolean =>
  word.length <= 200 && /^[A-Za-z]\w*(?:\[\])*(?:\.\w+(?:\[\])*)*$/.test(word);

/** The words of a text, with the marks at their ends. */
export const splitWords = (text: string): readonly string[] => text.split(/\s/).filter(Boolean);

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of a text; a forced break ends one, too. */
export const splitSentences = (text: string): readonly string[] =>
  text
    .split("\n")
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter(Boolean);

/** A row of a table of properties, by its columns. */
export interface PropertyRow {
  readonly line: number;
  /** As it is written, which may be less than a path; undefined of a row that is a sentence. */
  readonly name: string | undefined;
  /** The whole row as it stands there. */
  readonly text: string;
  /** The same with the mark of what is optional in one place, wherever that stood: a review knows it by that. */
  readonly plain: string;
  readonly says: Partial<SourceRow>;
  /** What it explains besides, without the values that it lists. */
  readonly explanation: string;
  /** The parts of it that are not understood. */
  readonly why: readonly string[];
}

type Columns = readonly (Column | undefined)[];

/** Finds out which columns a table has: by their names or, where these say nothing, by what is in them. */
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

const isTypeCell = (text: string): boolean => {
  const words = splitWords(takeMark(text, "end", "start").rest);
  return words.length > 0 && findType(words)?.length === words.length;
};

const guesses: readonly (readonly [Column, (text: string) => boolean])[] = [
  ["type", isTypeCell],
  ["optional", (text) => findOptional(text) !== undefined],
  ["name", (text) => isPropertyName(cleanName(takeMark(text, "end").rest))],
  ["explanation", () => true],
];

/** Reads a row by the columns of its table. */
export function readRow({ cells, line }: TableRow, columns: Columns): PropertyRow {
  const [only = ""] = cells;
  const isAlone = cells.length === 1;
  const named = takeMark(cells[isAlone ? 0 : columns.indexOf("name")] ?? "", "end");
  const name = cleanName(named.rest);
  if (isAlone && !isPropertyName(name))
    return { line, name: undefined, text: only, plain: only, says: {}, explanation: "", why: [] };
  const gather = (wanted: Column | undefined): string =>
    (isAlone ? [] : cells.filter((_, i) => columns[i] === wanted)).join(" ").replaceAll("\n", " ").trim();
  const explained = takeMark(gather("explanation"), "start");
  const typed = takeMark(gather("type"), "end", "start", "bare");
  const [cell, needed, dated, unknown] = [
    gather("optional"),
    gather("required"),
    gather("since"),
    gather(undefined),
  ];
  const { type, why: whyType } = readTypeCell(name, typed.rest);
  const marks = [typed, explained, named].flatMap(({ optional }) => optional ?? []);
  const isTold = type !== undefined || marks.length > 0;
  const answers = new Set([
    ...marks,
    ...(cell === "" ? [] : [findOptional(cell)]),
    ...(needed === "" ? [] : [findOptional(needed, "required")]),
    // Where only what is required has a tick, all else is not.
    ...(needed === "" && !isAlone && columns.includes("required") && typed.rest !== "" ? [true] : []),
  ]);
  const [optional = false] = answers;
  const isClear = answers.size < 2 && !answers.has(undefined) && isTold;
  const { values, rest } = readValues(explained.rest, type?.includes("string") === true);
  const since = parseRelease(dated.replace(/^(?:mpluskassa )?v?/i, ""));
  const others = [since === undefined ? dated : "", unknown].filter(Boolean).join(" ");
  const answer = [cell, needed && `required: ${needed}`].filter(Boolean).join(" ");
  const mark = answers.has(undefined) ? answer : optional ? "(optional)" : "";
  const unnamed = columns.includes("name") ? "it names no property" : "no column of its table has names";
  const faults: readonly (readonly [boolean, string | undefined])[] = [
    [!isPropertyName(name), unnamed],
    [true, whyType],
    [answers.has(undefined), "whether it is optional is not said in words that we know"],
    [answers.size > 1, "it says that it is optional, and that it is not"],
    [others !== "", "it has a cell under no column that we know"],
  ];
  const first = isAlone ? only : gather("name");
  return {
    line,
    name,
    text: joinCells(first, gather("type"), cell, needed, dated, gather("explanation"), unknown),
    plain: joinCells(name, typed.rest, mark, explained.rest, others),
    says: { type, optional: isClear ? optional : undefined, since, values },
    explanation: rest,
    why: faults.flatMap(([isSo, why]) => (isSo ? (why ?? []) : [])),
  };
}

const joinCells = (...cells: readonly string[]): string => cells.filter(Boolean).join(" | ");

/** The types that the words of a cell name. */
function readTypeCell(
  name: string,
  cell: string,
): { readonly type?: readonly RowType[]; readonly why?: string } {
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
const defaultMark = /\((?:default|standaard)\)/gi;

/** The values that a cell of a text lists, and what else it says, whatever the order of the values. */
function readValues(
  cell: string,
  isText: boolean,
): { readonly values?: readonly string[]; readonly rest: string } {
  const sentences = isText ? splitSentences(cell) : [];
  for (const [i, sentence] of sentences.entries()) {
    const announced = announcing.exec(sentence)?.[0] ?? "";
    const isBare = i === 0 && between.test(sentence);
    const parts = splitList(sentence.slice(announced.length).replace(/\.\s*$/, ""));
    const values = parts.map((part) => dropQuotes(part.replace(defaultMark, "").trim()));
    const isList = values.length > 1 && values.every((value) => /^[\w-]+$/.test(value));
    if (!isList || (announced === "" && !isBare)) continue;
    const marked = parts.filter((part) => part.search(defaultMark) >= 0);
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
