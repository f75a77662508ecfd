import { formatRelease, parseRelease, type Release } from "../base/time/release.js";
import { dropArrays } from "../contract/read/values.js";
import type { RowType, SourceRow, TableRow } from "./source-content.js";

type Column = "name" | "type" | "optional" | "required" | "since" | "explanation";

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
  [["object"], "object, payment, externaldiscount"],
  [["array"], "array, list"],
]);

const marks = toWordMap<boolean>([
  [true, "optional, optioneel"],
  [false, "required, verplicht"],
]);

const answers = toWordMap<boolean>([
  [true, "yes, ja, true, ✓"],
  [false, "no, nee, false, -"],
]);

export const findColumn = (header: string): Column | undefined =>
  columnWords.get(header.trim().replace(/[:?]$/, "").toLowerCase());

export const splitWords = (text: string): readonly string[] => text.split(/\s/).filter(Boolean);

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** A line break also ends a sentence. */
export const splitSentences = (text: string): readonly string[] =>
  text
    .split("\n")
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter(Boolean);

const optionalMarks = {
  name: /(?:\s?[([]|,\s?)(optional|optioneel|required|verplicht)[)\]]?$/i,
  type: /[([,]?\s?\b(optional|optioneel|required|verplicht)\b\.?[)\]]?/i,
  explanation: /^(?:[([](optional|optioneel|required|verplicht)[)\]][.:,]?|(optional|optioneel)[.:,])\s*/i,
};

/** Returns the mark's meaning, and the text without the mark. */
function takeMark(text: string, place: keyof typeof optionalMarks) {
  const [mark = "", ...words] = optionalMarks[place].exec(text) ?? [];
  const optional = marks.get((words.find(Boolean) ?? "").toLowerCase());
  return { rest: text.replace(mark, " ").trim(), optional };
}

const anyMark = /\b(?:optional|optioneel|required|verplicht)\b/i;

const releaseMark =
  /\s?[([](?:(?:added in|new in|since|as of|from|toegevoegd in|nieuw in|sinds|vanaf) )?(?:MplusKASSA )?v?(\d{1,4}(?:\.\d{1,4}){0,2})\+?[)\]]$/i;

/** A release may follow a name in brackets. */
export function takeRelease(text: string): { readonly rest: string; readonly since?: Release | undefined } {
  const [mark = "", release] = releaseMark.exec(text) ?? [];
  const since = parseRelease(release);
  return since === undefined ? { rest: text } : { rest: text.slice(0, -mark.length), since };
}

const cleanName = (name: string): string => name.replace(/(?::|\[?\^\w{1,3}\]?|\s[*†‡]{1,3})$/, "");

export const isPropertyName = (word: string): boolean =>
  word.length <= 200 && /^[A-Za-z]\w*(?:\[\])*(?:\.\w+(?:\[\])*)*$/.test(word);

export const toArrayType = (type: RowType): RowType =>
  type === "array" || type.endsWith("[]") ? type : (`${type}[]` as RowType);

/** A type named after its row, such as `bill` in the row `bills[]`, is an object. */
function readType(cell: string, name: string): readonly RowType[] | undefined {
  const [, item] = /^(?:array|list) of (.+)$/i.exec(cell) ?? [];
  if (item !== undefined) return readType(item, name)?.map(toArrayType);
  const word = dropArrays(cell).toLowerCase();
  const last = dropArrays(name.slice(name.lastIndexOf(".") + 1)).toLowerCase();
  const types =
    typeNames.get(word) ??
    (word !== "" && [word, `${word}s`].includes(last) ? (["object"] as const) : undefined);
  return cell.endsWith("[]") ? types?.map(toArrayType) : types;
}

/**
 * Splits a line such as `text string (optional) What it says.` or `text (string, optional): What it says.` into
 * name, type with mark, and rest. Undefined for a sentence: a line without a type that does not start with a path.
 */
export function splitLine(line: string): readonly string[] | undefined {
  if (line.includes("\t")) return line.split("\t");
  const [, called = "", dated = "", more = ""] =
    /^([^\s:]+):?( \((?:[a-z]+ )?v\d[\d.]*\))?(?:\s+[–—-](?=\s))?\s*(.*)$/s.exec(line) ?? [];
  if (!isPropertyName(called)) return undefined;
  const name = called + dated;
  const words = splitWords(more);
  for (const length of [4, 3, 2, 1]) {
    const cell = words.slice(0, length).join(" ");
    const { rest, optional } = takeMark(cell.replace(/^[([](.*)[)\]][:.]?$|[:.]$/s, "$1"), "type");
    const isMarked =
      optional !== undefined &&
      (rest === ""
        ? length === 1
        : cell.startsWith(`${rest} `) && (!rest.includes(" ") || /[)\]]$/.test(cell)));
    if (isMarked || readType(rest, called))
      return [
        name,
        cell.replace(/[:.]$/, "").replace(/^[([](.*)[)\]]$/, "$1"),
        words
          .slice(length)
          .join(" ")
          .replace(/^[:–—-]+\s/, ""),
      ];
  }
  return /[.[]/.test(called) ? [name, "", more] : undefined;
}

export interface PropertyRow {
  readonly line: number;
  /** As written. It may be part of a path. Undefined for a row that is a sentence. */
  readonly name: string | undefined;
  readonly text: string;
  readonly says: Pick<SourceRow, "type" | "optional" | "since" | "isUndated">;
  readonly explanation: string;
  /** For a person to read: the explanation, or the whole row if some of it is not understood. */
  readonly sentence: string;
  readonly why: readonly string[];
}

type Columns = readonly (Column | undefined)[];

const guesses: readonly (readonly [Column, (text: string) => boolean])[] = [
  ["type", (text) => readType(takeMark(text, "type").rest, "") !== undefined],
  ["name", (text) => isPropertyName(cleanName(takeMark(text, "name").rest))],
];

/** Finds columns by their names, or else by their content. */
export function findColumns(header: readonly string[], rows: readonly TableRow[]): Columns {
  const full = rows.filter(({ cells }) => cells.length > 1);
  const found = header.map(findColumn);
  for (let i = 0; i < Math.max(header.length, full[0]?.cells.length ?? 0); i++) {
    const texts = full.map(({ cells }) => cells[i] ?? "").filter(Boolean);
    const guess = guesses.find(([column, fits]) => !found.includes(column) && texts.every(fits));
    if (texts.length > 0) found[i] ??= guess?.[0];
  }
  if (!found.includes("explanation") && header.length === 0)
    found[full[0]?.cells.length === 2 ? 1 : 2] ??= "explanation";
  // A table without a header or known types is about something else.
  return header.some(findColumn) || found.includes("type") ? found : found.map(() => undefined);
}

export function readRow({ cells, line }: TableRow, columns: Columns): PropertyRow {
  const [only = ""] = cells;
  const isAlone = cells.length === 1;
  const text = cells.filter(Boolean).join(" | ");
  const gather = (wanted: Column | undefined): string =>
    (isAlone ? [] : cells.filter((_, i) => columns[i] === wanted)).join(" ").replaceAll("\n", " ").trim();
  const dated = takeRelease(isAlone ? only : gather("name"));
  const named = takeMark(dated.rest, "name");
  const name = cleanName(named.rest);
  if (isAlone && !isPropertyName(name))
    return { line, name: undefined, text, says: {}, explanation: "", sentence: only, why: [] };
  const [typed, explained] = [
    takeMark(gather("type"), "type"),
    takeMark(gather("explanation"), "explanation"),
  ];
  const [cell, needed, unknown] = [gather("optional"), gather("required"), gather(undefined)];
  const since = gather("since").replace(/^[-–—]$/, "");
  const [asked, answer] = [cell, needed].map((word) => answers.get(word.toLowerCase()));
  // Such as “(optional, deprecated)”.
  const brackets = [...explained.rest.matchAll(/[([]([^()[\]]*)[)\]]/g)];
  const all = new Set([
    ...[typed, explained, named].flatMap(({ optional }) => optional ?? []),
    ...(cell === "" ? [] : [asked ?? marks.get(cell.toLowerCase())]),
    ...(needed === "" ? [] : [answer === undefined ? marks.get(needed.toLowerCase()) : !answer]),
    ...(brackets.some(([, inner = ""]) => anyMark.test(inner)) ? [undefined] : []),
    // If only required properties have a tick, all others are optional.
    ...(needed === "" && !isAlone && columns.includes("required") ? [true] : []),
  ]);
  // A transposed table has column names in its first column.
  const isColumnName = /^[A-Z]/.test(name) && findColumn(name) !== undefined;
  const type = readType(typed.rest, name)?.map((each) => (name.endsWith("[]") ? toArrayType(each) : each));
  const release = since === "" ? dated.since : parseRelease(since.replace(/^(?:mpluskassa )?v?/i, ""));
  const faults: readonly (readonly [boolean, string])[] = [
    [!isPropertyName(name) || isColumnName, "it names no property"],
    [typed.rest === "", "it gives no type"],
    [typed.rest !== "" && !type, "its type is unknown"],
    [all.has(undefined), "it is unclear whether it is optional"],
    [all.size > 1, "it is marked both optional and required"],
    [since !== "" && release === undefined, "its release cannot be read"],
    [unknown !== "", "it has a cell in an unknown column"],
  ];
  const [optional = false] = all;
  const why = faults.flatMap(([isSo, each]) => (isSo ? each : []));
  // Puts the mark in one place, wherever it was.
  const mark = all.has(undefined) ? `${cell} ${needed}`.trim() : optional ? "(optional)" : "";
  const whole = [name, typed.rest, mark, since, explained.rest, unknown].filter(Boolean).join(" | ");
  // A release that nobody can read is one.
  const isUndated = since !== "" && release === undefined ? false : undefined;
  const isTold =
    all.size < 2 && !all.has(undefined) && (all.size > 0 || (type !== undefined && unknown === ""));
  return {
    line,
    name: isColumnName ? "-" : name,
    text,
    says: { type, optional: isTold ? optional : undefined, since: release, isUndated },
    explanation: explained.rest,
    sentence:
      why.length > 0
        ? whole
        : [explained.rest, release === undefined ? "" : `since v${formatRelease(release)}`]
            .filter(Boolean)
            .join(" | "),
    why,
  };
}

/** A word, perhaps in quotes, perhaps with a remark such as `(default)`. */
const listItem = /^["'“”‘’«»`]?([A-Za-z0-9](?:[\w.-]*\w)?)["'“”‘’«»`]?(?: \([^()]*\))?$/;

const separator = / ?[,;] ?(?:(?:and|or|en|of|&) )?| (?:and|or|en|of|&) | [/|] /i;

/** Reads words such as `left (default), center and right`. Undefined for any other text. */
export function readList(text: string): readonly string[] | undefined {
  const words = text.split(separator).map((part) => listItem.exec(part)?.[1]);
  return words.every((word) => word !== undefined) ? words : undefined;
}

/** True if a text is nothing but the words of a list, without remarks. */
export const isList = (text: string): boolean =>
  !text.includes("(") && readList(dropStop(text)) !== undefined;

/**
 * Reads the values that an explanation lists, alone or after a colon. One value is a list only if it is the whole
 * explanation. Undefined without a list: then a person reads the sentence.
 */
export function readValues(explanation: string, known: readonly string[]): readonly string[] | undefined {
  const whole = dropStop(explanation);
  if (known.includes(whole)) return [whole];
  const lists = splitSentences(explanation).flatMap((sentence) => {
    const list = readList(dropStop(sentence.slice(sentence.lastIndexOf(":") + 1)));
    const isOfValues = list?.some((value) => known.includes(value)) ?? false;
    return list && list.length > 1 && (isOfValues || dropStop(sentence) === whole) ? [list] : [];
  });
  return lists.sort((one, other) => other.length - one.length)[0];
}

const dropStop = (text: string): string => text.trim().replace(/\.$/, "");
