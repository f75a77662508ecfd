import type { Direction } from "../contract/model/model.js";
import { sortReleases, formatRelease, parseRelease, type Release } from "../base/time/release.js";
import { findReleases, readRowNote } from "./row-notes.js";
import type { Contract } from "./contract.js";
import type {
  PageBlock,
  SourcePage,
  SourceContent,
  SourceRow,
  Sentence,
  SpecSubject,
} from "./source-content.js";
import { isPropertyName, splitSentences, toSet } from "./property-table.js";

/** A release that an entry of the notes is about, and its day. */
interface ReleaseHead {
  readonly release: Release;
  readonly date?: string | undefined;
}

/** Words around a release that say nothing more, in the line above an entry. */
const headWords = toSet(
  "release version versie v mpluskassa pos new nieuw in of van what's what’s date datum added toegevoegd the de wat is er",
);

/** The name of a file without its folders. */
export const getBaseName = (file: string): string => file.split(/[\\/]/).at(-1) ?? "";

/** Whether a page is release notes: it or its file is called so, or a heading of it is a release and none is of objects. */
export const isReleaseNotes = ({ title, blocks }: SourcePage, file: string): boolean =>
  [getBaseName(file), title].some((name) =>
    /releasenotes|changelog|whatsnew/i.test(name.replace(/[^a-z]/gi, "")),
  ) ||
  (blocks.some((block) => block.kind === "heading" && readReleaseHead(block.text)) &&
    !blocks.some((block) => block.kind === "heading" && /^(?:request|response)/i.test(block.text)));

/** Reads release notes: the releases with their days, and what each sentence names. What says more than that is for people. */
export function readReleaseNotes(page: SourcePage, file: string, contract: Contract): SourceContent {
  const rows: SourceRow[] = [];
  const sentences: Sentence[] = [];
  let head: ReleaseHead | undefined;
  let section = "";
  let heading = "";
  const addHead = (text: string, line: number): boolean => {
    const found = readReleaseHead(text);
    if (!found) return false;
    head = found;
    [section, heading] = [text, /new|nieuw|added|toegevoegd/i.test(text) ? "new" : ""];
    const of = { side: "release", path: formatRelease(found.release) } as const;
    rows.push({ ...of, text, place: { file, section, line }, date: found.date });
    return true;
  };
  const addText = (text: string, line: number): void => {
    for (const sentence of splitSentences(text)) {
      const at = { text: sentence, place: { file, section, line } };
      const result = readRows(
        sentence,
        `${heading} ${head ? `v${formatRelease(head.release)}` : ""}`,
        contract,
      );
      if (typeof result === "object") rows.push(...result.map((row) => ({ ...row, ...at })));
      else sentences.push({ ...at, why: result, releases: head && [head.release] });
    }
  };
  for (const { texts, line, isHeading } of page.blocks.flatMap(listBlockTexts)) {
    const [first = "", ...others] = texts;
    if ((isHeading && first === page.title && !readReleaseHead(first)) || isOtherVersion(first)) continue;
    // What begins like an entry and is none ends the one before.
    if (/^(?:release|versie|version)\b/i.test(first) || (isHeading && findReleases(first).length > 0))
      head = undefined;
    if (isHeading && readRowNote(`${first} x v1`, (name) => name === "x")) heading = first;
    else if (!addHead([first, ...others.filter(isDay)].join(" "), line)) addText(first, line);
    for (const other of others.filter((text) => !isDay(text) && parseRelease(text) === undefined))
      addText(other, line);
  }
  const releases = rows.flatMap(({ side, path }) => (side === "release" ? (parseRelease(path) ?? []) : []));
  const date = rows
    .flatMap((row) => row.date ?? [])
    .sort()
    .at(-1);
  return {
    kind: "release notes",
    file,
    title: page.title,
    rows,
    sentences,
    count: rows.length + sentences.length,
    newest: sortReleases(releases).at(-1),
    ...(date !== undefined && { date }),
    lists: "some",
  };
}

/** The texts of a block: of a table, those of each row, but for what other programs' versions are. */
function listBlockTexts(block: PageBlock) {
  const { line, kind } = block;
  if (kind !== "table")
    return block.text.split("\n").map((text) => ({ texts: [text], line, isHeading: kind === "heading" }));
  const { header, rows } = block;
  const isOther = (i: number): boolean => isOtherVersion(header[i] ?? "");
  // A table of Markdown has a header, and be it its first row.
  const first = header.some((text) => readReleaseHead(text)) ? [{ line, cells: header }] : [];
  return [...first, ...rows].map((row) => ({
    texts: row.cells.filter((text, i) => text !== "" && !isOther(i)),
    line: row.line,
    isHeading: false,
  }));
}

/** The newest POS of its day is another number than the release. */
const isOtherVersion = (text: string): boolean => /^pos[ -]?versi(?:on|e)[\s:v\d.]*$/i.test(text);

/** A line that names one release, perhaps its day, and nothing else. */
function readReleaseHead(text: string): ReleaseHead | undefined {
  const day = findDay(text);
  const rest = (day ? text.replace(day.text, " ") : text)
    .replace(/[(),:–—-]/g, " ")
    .split(/\s/)
    .filter(Boolean);
  const releases = rest.flatMap((word) => parseRelease(word) ?? []);
  const [release] = releases;
  const others = rest.filter(
    (word) => parseRelease(word) === undefined && !headWords.has(word.toLowerCase()),
  );
  return release === undefined || releases.length > 1 || others.length > 0
    ? undefined
    : { release, date: day?.date };
}

const months = [
  ...[/^jan/i, /^feb/i, /^m(?:aa|a)?r/i, /^apr/i, /^ma(?:y|ei)/i, /^jun/i],
  ...[/^jul/i, /^aug/i, /^sep/i, /^o(?:c|k)t/i, /^nov/i, /^dec/i],
];

const isDay = (text: string): boolean => findDay(text)?.text === text.trim();

/** How days are written: `2026-02-03`, `3-2-2026` as the Dutch do it, `3 februari 2026` and `February 3, 2026`. */
const days = [
  /(?<year>\d{4})-(?<month>\d\d?)-(?<day>\d\d?)/,
  /(?<day>\d\d?)[-/](?<month>\d\d?)[-/](?<year>\d{4})/,
  /(?<day>\d\d?) (?<month>[a-z]{3,9}) (?<year>\d{4})/i,
  /(?<month>[a-z]{3,9}) (?<day>\d\d?),? (?<year>\d{4})/i,
];

/** The day in a text. */
function findDay(text: string): { readonly text: string; readonly date: string } | undefined {
  const found = days.map((pattern) => pattern.exec(text)).find(Boolean);
  const { day = "", month = "", year = "" } = found?.groups ?? {};
  const number = /\d/.test(month) ? Number(month) : months.findIndex((each) => each.test(month)) + 1;
  const date = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(date);
  // The 31st of February is a day to the parser.
  const isDate = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  return found && isDate ? { text: found[0], date } : undefined;
}

/** The rows that a few words are that name parts and say that they came; a text instead says why they are none. */
function readRows(
  text: string,
  context: string,
  contract: Contract,
): readonly Pick<SourceRow, "side" | "path" | "since">[] | string | undefined {
  const isKnown = (name: string): boolean =>
    isPropertyName(name) && (/[.[]|[a-z][A-Z]/.test(name) || contract.named(name).length > 0);
  const own = findReleases(text).length > 0;
  const note = readRowNote(own ? text : `${text} ${context}`, isKnown);
  if (note?.since === undefined || note.names.length === 0) return undefined;
  const { since } = note;
  const subjects = note.names.map((name) => {
    const before = text.slice(0, text.indexOf(name)).trimEnd();
    return / (?:event|webhook)$/i.test(` ${before}`)
      ? { side: "event" as const, path: name }
      : findSubject(name, note.side, contract);
  });
  if (subjects.includes(undefined)) return "what it is about is not clear";
  return subjects.flatMap((subject) => (subject ? { ...subject, since } : []));
}

/** The one part that a name means; of a new part, where the contract has what holds it. */
function findSubject(
  name: string,
  side: Direction | undefined,
  { named, find, model }: Contract,
): SpecSubject | undefined {
  const isSide = (subject: SpecSubject): boolean => side === undefined || subject.side === side;
  const [known, ...others] = named(name).filter(isSide);
  if (known) return others.length === 0 ? known : undefined;
  if (model.events.some((event) => event.name === name)) return { side: "event", path: name };
  const holder = name.split(".").slice(0, -1).join(".");
  const [first, ...rest] = (["request", "response"] as const)
    .map((each) => ({ side: each, path: holder }))
    .filter((each) => isSide(each) && find(each));
  return first && rest.length === 0 ? { side: first.side, path: name } : undefined;
}
