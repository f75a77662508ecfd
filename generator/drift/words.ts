import type { RowType } from "./row.js";

/** What a column of a table of properties holds. */
export type Column = "name" | "type" | "optional" | "required" | "since" | "explanation";

const table = <Value>(rows: readonly (readonly [Value, string])[]): ReadonlyMap<string, Value> =>
  new Map(rows.flatMap(([value, words]) => words.split(", ").map((word): [string, Value] => [word, value])));

const columns = table<Column>([
  ["name", "property, name, field, parameter, key, eigenschap, veld, naam"],
  ["type", "type, data type, datatype"],
  ["optional", "optional, optioneel"],
  ["since", "since, added in, available since, version, release, sinds, vanaf, toegevoegd in"],
  ["required", "required, mandatory, verplicht"],
  ["explanation", "explanation, description, uitleg, toelichting, omschrijving, beschrijving"],
]);

const types = table<readonly RowType[]>([
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

const answers = table<boolean>([
  [true, "yes, ja, true, optional, optioneel, ✓"],
  [false, "no, nee, false, -, required, verplicht"],
]);

/** The column that a header names, whatever its case; undefined if it is none that we know. */
export const findColumn = (header: string): Column | undefined =>
  columns.get(header.trim().replace(/[:?]$/, "").toLowerCase());

/** What a cell or a mark says of whether something is optional, or whether it is required; undefined if it says nothing of it. */
export function findOptional(word: string, column: Column = "optional"): boolean | undefined {
  const plain = word
    .trim()
    .replace(/^[([](.*)[)\]]$/, "$1")
    .toLowerCase();
  const answer = answers.get(plain);
  return column === "required" && answer !== undefined && !isMark(`(${plain})`) ? !answer : answer;
}

const marks = {
  /** Behind a name or a type: in brackets, or after a comma. */
  end: /(?:\s?[([]|^|,\s?)(optional|optioneel|required|verplicht)\.?[)\]]?$/i,
  /** Around a type, with nothing else to tell it apart. */
  bare: /(?:^(optional|optioneel|required|verplicht)\s|\s(optional|optioneel|required|verplicht)$)/i,
  /** Before an explanation. */
  start: /^(?:[([](optional|optioneel|required|verplicht)[)\]][.:,]?|(optional|optioneel)[.:,])\s*/i,
};

/** A text without the mark at its end or its start that says whether something is optional, and what that says. */
export function takeMark(text: string, ...places: readonly (keyof typeof marks)[]) {
  const found = places.map((place) => marks[place].exec(text)).find(Boolean);
  const optional = findOptional(found?.slice(1).find(Boolean) ?? "");
  return { rest: text.replace(found?.[0] ?? "", "").trim(), ...(optional !== undefined && { optional }) };
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
    const found = types.get(word.replace(/\[\]$/, ""));
    if (found) return { types: word.endsWith("[]") ? found.map(toArrayType) : found, length };
  }
  return undefined;
}

/** What many of a type are. */
export const toArrayType = (type: RowType): RowType =>
  type === "array" || type.endsWith("[]") ? type : (`${type}[]` as RowType);

/** Whether a word is written as the name of a property, or as a path of such names. */
export const isName = (word: string): boolean =>
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
