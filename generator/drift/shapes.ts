import type { SourceLocation } from "../base/problem/problem.js";
import { notDescribed, type Shape } from "../contract/read/dialect.js";
import { placeInside } from "../contract/read/pointer.js";
import { dropArrays, groupBy } from "../contract/read/values.js";
import { hasInvisible, quote } from "../base/text/quote.js";
import { capitalize } from "../base/text/words.js";
import { formatRelease, type Release } from "../base/time/release.js";
import type { ItemType, JudgedSource, SourceRow, SpecSubject } from "./source-content.js";

/**
 * What a person has to do.
 *
 * - `write`: a text of the proposal that says `notDescribed` has to be written.
 * - `confirm`: it is proposed, and something about it is worth a look.
 * - `ask`: no source says enough, or the spec says something else. Mostly nothing is proposed then.
 */
export interface Decision {
  readonly kind: "write" | "confirm" | "ask";
  readonly subject?: SpecSubject | undefined;
  /** Where in the spec, as the proposal leaves it. */
  readonly place?: SourceLocation;
  /** In sentences. */
  readonly message: string;
}

/** A part that the spec does not have, as sources describe it. */
export interface NewsItem {
  /** The row of the source that knows best, with what other rows say besides. */
  readonly row: SourceRow;
  readonly source: JudgedSource;
  /** The names on the way to it, without marks of arrays. */
  readonly names: readonly string[];
}

/** A part to be made of rows, with what is in it. */
export interface PartToAdd {
  readonly news: readonly [NewsItem, ...NewsItem[]];
  /** The names on the way to it. */
  readonly way: readonly string[];
  readonly place: SourceLocation;
  /** The title of what holds it; "" of what stands at the top of a body. */
  readonly holder: string;
  /** Since when what holds it is there. */
  readonly from: Release;
  /** Whether what holds it is new as well. */
  readonly isInside: boolean;
  /** The titles of the spec, in small letters. */
  readonly taken: Set<string>;
  readonly decisions: Decision[];
}

/** The order in which keys of shapes, of events and of sources are written. */
export const keyOrder =
  "title heading kind where stated newest read description type $ref format anyOf enum x-enum-added-in x-enum-seen x-open x-added-in x-planned x-seen x-provenance freeStanding items required properties carries answers".split(
    " ",
  );

const sortShapeKeys = (shape: Shape): Shape =>
  Object.fromEntries(Object.entries(shape).sort(([a], [b]) => keyOrder.indexOf(a) - keyOrder.indexOf(b)));

/** Whether the vendor documents what a source says, and not only something shows it. */
export const isPage = ({ kind }: JudgedSource): boolean => kind === "definitions" || kind === "release notes";

/** Makes the shape of a part of what rows say of it and of what is in it; undefined, and a question, where they do not say enough. */
export function makePart(part: PartToAdd): Shape | undefined {
  const { news, way, place, from, isInside, decisions } = part;
  const [{ row: first, source }] = news;
  const { side, path, place: sourcePlace } = first;
  const own = news.find(({ names }) => names.length === way.length)?.row;
  const row = own ?? {
    side,
    path: path.split(".").slice(0, way.length).join("."),
    text: "",
    place: sourcePlace,
  };
  const decide = (kind: Decision["kind"], message: string): void =>
    void decisions.push({ kind, subject: { side, path: row.path }, place, message });
  const statement = { ...part, row, types: listStatedTypes(row, part) };
  const problem = findProblem(statement, own !== undefined);
  if (problem !== undefined) {
    decide("ask", `${problem} What is it? Nothing is proposed (${sourcePlace.file}:${row.place.line}).`);
    return undefined;
  }
  const { since = from } = row;
  const hasItems = statement.types.some(({ item, isList }) => isList && (item === "object" || row.values));
  decide("write", `Describe it${hasItems ? ", and its items," : ""} in words of your own.`);
  if (!own) decide("confirm", "No row describes it: it is proposed for what is in it, as optional.");
  if (isPage(source) && (row.since === undefined ? !isInside && !row.planned : since < from))
    decide("ask", undated);
  if (row.type?.some((type) => type.startsWith("object")) && !hasParts(part))
    decide("confirm", "The source does not say what is in it: it is proposed as open.");
  return sortShapeKeys({
    description: notDescribed,
    ...buildShape({ ...statement, from: since > from ? since : from }),
    ...(since > from && { "x-added-in": formatRelease(since) }),
    ...(row.planned && { "x-planned": true }),
    ...(!isInside && describeBasis(news[0])),
  });
}

const undated =
  "The source names no release for it: since when is it there? It is proposed as old as what holds it.";

/** Whether a text of a source, such as its title, may stand in the spec: words, and nothing that means anything elsewhere. */
export const isPlainText = (text: string): boolean =>
  text.length <= 400 && /^[\p{L}\p{N} .,'’&()[\]/-]*$/u.test(text);

/** What a new part rests on: the source, its age, the line in it and the release, in our words. */
export function describeBasis({ row, source }: NewsItem): Shape {
  if (!isPage(source)) return { "x-seen": source.seenAs ?? "a source" };
  const { kind, title, date, newest } = source;
  const reach = newest === undefined ? "" : ` (up to v${formatRelease(newest)})`;
  const age = date === undefined ? reach : ` (${date})`;
  const name = isPlainText(title) ? ` ${quote(title)}` : "";
  const since = row.since === undefined ? "" : `, for v${formatRelease(row.since)}`;
  const basis = `Line ${row.place.line} of the vendor's ${kind}${name}${age}${since}.`;
  return { "x-provenance": { kind: "documented", basis } };
}

/** A part, with what its source states of it. */
interface StatedPart extends PartToAdd {
  readonly row: SourceRow;
  readonly types: readonly StatedType[];
}

/** A type, alone or in an array; without an item where nobody says of what the array is. */
interface StatedType {
  readonly item: ItemType | undefined;
  readonly isList: boolean;
}

const hasParts = ({ way, news }: PartToAdd): boolean => news.some(({ names }) => names.length > way.length);

function listStatedTypes({ type = [], values }: SourceRow, part: PartToAdd): readonly StatedType[] {
  const isMarked = part.news.some(({ row }) => row.path.split(".")[part.way.length - 1]?.endsWith("[]"));
  const held = hasParts(part) ? "object" : undefined;
  const usual = held ?? (values && "string");
  const types = type.filter((each) => each !== "null");
  return (types.length > 0 || !usual ? types : [usual]).map((each) => ({
    item: each === "array" ? held : (dropArrays(each) as ItemType),
    isList: isMarked || each === "array" || each.endsWith("[]"),
  }));
}

/** Why a part cannot be made. */
function findProblem(statement: StatedPart, hasRow: boolean): string | undefined {
  const { row, types, news } = statement;
  const { values } = row;
  const [only] = types.length === 1 ? types : [];
  const isText = only?.item === "string" || only?.item === "text";
  const problems = {
    "Its name is none that the dialect takes.": !row.path.split(".").every(isPathStep),
    "It was only seen, and stands at the top of a body.": statement.holder === "" && !isPage(news[0].source),
    "No row describes it, but only what is in it.":
      !hasRow && !statement.isInside && news[0].source.kind !== "definitions",
    "The source does not say of what type it is.": types.length === 0,
    "The source does not say what its items are.": types.some(({ item }) => item === undefined),
    "The source says what is in it, and gives it another type.":
      hasParts(statement) && only?.item !== "object",
    "The source lists values of it that are no texts.": values && !(isText && values.every(isEnumValue)),
  };
  return Object.entries(problems).find(([, isSo]) => isSo)?.[0];
}

/** As the dialect has it, in one array at most, and nothing that objects of JavaScript have themselves. */
export const isPathStep = (step: string): boolean =>
  /^[a-z][A-Za-z0-9]{0,63}(?:\[\])?$/.test(step) && !(dropArrays(step) in {});

/** Whether a text of a source may be a value of an enum. */
export const isEnumValue = (value: string): boolean =>
  value !== "" && value.length <= 100 && !hasInvisible(value);

/** How the dialect writes each type. */
const typeShapes: Readonly<Record<ItemType, Shape>> = {
  boolean: { type: "boolean" },
  integer: { type: "integer" },
  int64: { type: "integer", format: "int64" },
  number: { type: "number" },
  string: { type: "string" },
  text: { type: "string" },
  uuid: { type: "string", format: "uuid" },
  date: { type: "string", format: "date" },
  "date-time": { type: "string", format: "date-time" },
  object: { type: "object", "x-open": true },
  null: { type: "null" },
};

/** The shape of a part: one type, or several, each alone or in an array. */
function buildShape(statement: StatedPart): Shape {
  const shapes = statement.types.map(({ item = "null", isList }): Shape => {
    const held = buildItem(
      { ...statement, place: isList ? placeInside(statement.place, "items") : statement.place },
      item,
    );
    return isList ? { type: "array", items: sortShapeKeys(held) } : held;
  });
  const all = statement.row.type?.includes("null") ? [...shapes, typeShapes.null] : shapes;
  const [only, ...others] = all;
  return only && others.length === 0 ? only : { anyOf: all };
}

/** An object with its properties, a text with its values, or a plain type. */
function buildItem(statement: StatedPart, item: ItemType): Shape {
  const { way, news, place, row, taken } = statement;
  if (item !== "object" && !row.values) return typeShapes[item];
  const ending = row.side === "response" && statement.holder === "" ? "Answer" : "";
  const title = toFreeTitle(`${statement.holder}${capitalize(way.at(-1) ?? "")}${ending}`, taken);
  const named = { title, description: notDescribed };
  if (row.values) return { ...named, type: "string", enum: row.values };
  if (!hasParts(statement)) return { ...named, ...typeShapes.object };
  const parts = news.filter(({ names }) => names.length > way.length);
  const made = [...groupBy(parts, ({ names }) => names[way.length] ?? "")].flatMap(([name, inner]) => {
    const at = { way: [...way, name], place: placeInside(place, "properties", name), holder: title };
    const part = makePart({ ...statement, ...at, news: inner, isInside: true });
    return part ? [{ name, part, isNeeded: isStatedRequired(inner, at.way) }] : [];
  });
  const required = made.flatMap(({ name, isNeeded }) => (isNeeded ? name : []));
  const properties = Object.fromEntries(made.map(({ name, part }) => [name, part]));
  return { ...named, type: "object", ...(required.length > 0 && { required }), properties };
}

/** Whether a page has the part at the end of a way, and does not say that it is optional. */
export const isStatedRequired = (news: readonly NewsItem[], way: readonly string[]): boolean =>
  news.some((each) => each.names.length === way.length && isPage(each.source) && each.row.optional === false);

/** A title that is not taken: a number makes it one of its own. */
function toFreeTitle(title: string, taken: Set<string>): string {
  let free = title;
  for (let i = 2; taken.has(free.toLowerCase()); i += 1) free = `${title}${i}`;
  taken.add(free.toLowerCase());
  return free;
}
