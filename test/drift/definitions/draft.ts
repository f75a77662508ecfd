import type { ClaimedType } from "../../../generator/drift/claim.js";
import { formatRelease } from "../../../generator/time/release.js";
import { fromLine } from "./claim-lines.js";

/** A page of definitions before it has a form: what it says, in our words. */
export interface Draft {
  readonly title: string;
  readonly lists: readonly DraftList[];
  readonly sections: readonly DraftSection[];
}

export interface DraftList {
  readonly introduction: string;
  readonly items: readonly DraftItem[];
}

export interface DraftItem {
  readonly name: string;
  readonly limit?: string;
  readonly text: string;
}

export interface DraftSection {
  readonly side: "Request objects" | "Response objects";
  readonly heading: string;
  readonly header: readonly string[];
  readonly parts: readonly DraftPart[];
}

/** A sentence, or a row. */
export type DraftPart = { readonly sentence: string } | DraftRow;

export interface DraftRow {
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly explanation: string;
  /** The cells in another order than the columns have. */
  readonly isSwapped?: true;
  /** It begins a table of its own. */
  readonly isSplit?: true;
}

const words: Readonly<Record<ClaimedType, string>> = {
  boolean: "boolean",
  integer: "int",
  int64: "bigint",
  number: "number",
  string: "string",
  text: "text",
  uuid: "uuid",
  date: "date",
  "date-time": "datetime",
  null: "null",
  object: "object",
  array: "array",
  "array of objects": "object[]",
  "array of integers": "int[]",
  "array of strings": "string[]",
};

interface Known {
  readonly path: string;
  readonly types: ClaimedType[];
  optional?: boolean;
  since?: string;
  planned?: true;
  values?: readonly string[];
  events?: readonly string[];
}

const plain = (path: string): string => path.replaceAll("[]", "");
const firstStep = (path: string): string => plain(path).split(".")[0] ?? "";

/** Gathers claims by their side and path. */
function gather(lines: readonly string[], wanted: string): readonly Known[] {
  const known = new Map<string, Known>();
  for (const line of lines) {
    const { subject, says } = fromLine(line);
    if (subject.side !== wanted) continue;
    const one = known.get(subject.path) ?? { path: subject.path, types: [] };
    known.set(subject.path, one);
    if (says.about === "type") one.types.push(says.type);
    if (says.about === "optional") one.optional = says.optional;
    if (says.about === "since") one.since = formatRelease(says.release);
    if (says.about === "plan") one.planned = true;
    if (says.about === "values") one.values = says.values;
    if (says.about === "events") one.events = says.events;
  }
  return [...known.values()];
}

/** Makes a page that makes these claims. */
export function draftPage(title: string, lines: readonly string[]): Draft {
  const sides = { request: gather(lines, "request"), response: gather(lines, "response") };
  return {
    title,
    lists: [
      { introduction: "A webhook request may have these:", items: listItems(sides.request, "occurs") },
      { introduction: "You reply with these:", items: listItems(sides.response, "works") },
    ],
    sections: [
      ...draftSections(sides.request, "Request objects"),
      ...draftSections(sides.response, "Response objects"),
    ],
  };
}

const listItems = (known: readonly Known[], verb: string): readonly DraftItem[] =>
  known
    .filter(({ path }) => !path.includes("."))
    .map(({ path, events }) => ({
      name: path,
      text: `Here is ${path}, which ${verb}.`,
      ...(events && { limit: `only ${verb} with ${events.join(", ")} event` }),
    }));

function draftSections(known: readonly Known[], side: DraftSection["side"]): readonly DraftSection[] {
  const objects = [...new Set(known.map(({ path }) => firstStep(path)))];
  return objects.map((object, i) => {
    const inside = known.filter(({ path }) => firstStep(path) === object);
    const notes = inside.flatMap((one) => [...draftNotes(one, object)]);
    const rows = inside.flatMap((one) => draftRows(one, object, i % 2 === 0));
    return {
      side,
      heading: object,
      header: ["Property", "Type", "Explanation"],
      parts: [{ sentence: `This is about ${object}.` }, ...rows, ...notes],
    };
  });
}

function* draftNotes({ path, since, planned }: Known, object: string): Generator<DraftPart> {
  if (since !== undefined) yield { sentence: `${path === object ? object : path} was added in v${since}` };
  if (planned) yield { sentence: `${path} may be added in a future version` };
}

/** A row for each type; a row without one where the page gives none, and none for what only a sentence names. */
function draftRows(
  { path, types, optional, values }: Known,
  object: string,
  isShort: boolean,
): readonly DraftRow[] {
  const [, ...rest] = path.split(".");
  if (types.length === 0 && (rest.length === 0 || optional === undefined) && !path.includes("ptions[]"))
    return [];
  const name = isShort && rest.length === 1 && path.startsWith(`${object}.`) ? (rest[0] ?? path) : path;
  const mark = optional === true ? " (optional)" : "";
  const rows = types.length === 0 ? [mark.trim()] : types.map((type) => `${toWord(type, path)}${mark}`);
  return rows.map((type) => ({
    path,
    name,
    type,
    explanation: values
      ? values.join(", ")
      : `It is what it is called, as ${type === "" ? "nothing" : type}.`,
  }));
}

const toWord = (type: ClaimedType, path: string): string =>
  path.endsWith("[]") && type === "array of objects" ? "object" : words[type];
