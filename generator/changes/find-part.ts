import { suggest } from "../base/text/words.js";
import { report } from "../base/problem/catalogue.js";
import { failure, type Outcome, success } from "../base/problem/problem.js";
import { getDoubtId, listDoubts, listOwnDoubts } from "../contract/doubts.js";
import type { EnumValueModel, EventModel, Model, ObjectModel } from "../contract/model/model.js";
import {
  type BodyProperty,
  type BodyPropertyGroup,
  createPaths,
  findTypeTitle,
  groupByPath,
  listEveryAlternative,
  type Paths,
  splitPath,
} from "../contract/model/paths.js";
import { findReceiverCode, receiverCodes } from "./receiver-codes.js";

/** One place, perhaps with one of its enum values: `FormFieldType "label"`. */
export interface PathMatch<Properties = BodyPropertyGroup> {
  readonly properties: Properties;
  readonly value: string | undefined;
}

export interface FoundParts {
  readonly events: readonly EventModel[];
  readonly code: EnumValueModel | undefined;
  /** Set if the text names the whole request that reports an error. */
  readonly errorRequest: ObjectModel | undefined;
  readonly matches: readonly PathMatch[];
  /**
   * `name` if the text is not a whole path but the end of the paths that it found, or a value of them; `doubt` if it is
   * the id of an erratum or open question about them.
   */
  readonly foundBy: "path" | "name" | "doubt";
}

/** Finds what a user names. Fails for an unknown text, with what it may mean. */
export function findParts(text: string, model: Model): Outcome<FoundParts> {
  const asked = text.replace(/^event\s+/, "");
  const names = splitPath(asked);
  const paths = createPaths(model);
  const events = model.events.filter(({ name }) => name === names.join("."));
  const code = findCode(asked, model);
  const errorRequest = asked === model.errorRequest.title ? model.errorRequest : undefined;
  const exact = groupMatch(findMatch(asked, paths));
  const whole = { events, code, errorRequest };
  if (events.length > 0 || code || errorRequest || exact.length > 0)
    return success({ ...whole, matches: exact, foundBy: "path" });
  const named = [
    ...groupMatch({ properties: paths.properties.filter(endsWith(names)), value: undefined }),
    ...(names.length === 1
      ? groupMatch({ properties: withValue(paths.properties, asked), value: asked })
      : []),
  ];
  if (named.length > 0) return success({ ...whole, matches: named, foundBy: "name" });
  const doubted = findDoubted(asked, paths, model);
  if (doubted.events.length + doubted.matches.length > 0 || doubted.errorRequest)
    return success({ ...whole, ...doubted, foundBy: "doubt" });
  return failure([report("unknown-path", describeUnknown(text, names, paths, model))]);
}

/** Finds what an erratum or open question is about. */
function findDoubted(id: string, paths: Paths, { events, errorRequest }: Model) {
  const isDoubted = ({ prose }: EventModel | ObjectModel) =>
    listDoubts(prose).some((doubt) => getDoubtId(doubt) === id);
  const properties = [...paths.properties, ...paths.errorRequest].filter((property) =>
    listOwnDoubts(property).some(({ doubt }) => getDoubtId(doubt) === id),
  );
  return {
    events: events.filter(isDoubted),
    errorRequest: isDoubted(errorRequest) ? errorRequest : undefined,
    matches: groupMatch({ properties, value: undefined }),
  };
}

const findCode = (text: string, { errorCodes }: Model): EnumValueModel | undefined =>
  errorCodes?.values.find(({ value }) => value === text) ?? findReceiverCode(text);

const groupMatch = ({ properties, value }: PathMatch<readonly BodyProperty[]>): PathMatch[] =>
  groupByPath(properties).map((group) => ({ properties: group, value }));

/** An enum value may follow the path: `FormFieldType "label"`. */
function findMatch(text: string, { find }: Paths): PathMatch<readonly BodyProperty[]> {
  const properties = find(text);
  if (properties.length > 0) return { properties, value: undefined };
  const bare = text.endsWith('"') ? text.slice(0, -1) : text;
  const end = Math.max(...Array.from(' ./"', (each) => bare.lastIndexOf(each)));
  const [holder, value] = [bare.slice(0, Math.max(end, 0)).replace(/[ ./]$/, ""), bare.slice(end + 1)];
  return { properties: withValue(find(holder), value), value };
}

const endsWith =
  (names: readonly string[]) =>
  (property: BodyProperty): boolean =>
    names.length > 0 && property.names.slice(-names.length).join(".") === names.join(".");

const withValue = (properties: readonly BodyProperty[], value: string): readonly BodyProperty[] =>
  properties.filter(({ model }) => listValues(model).some((each) => each.value === value));

export const listValues = (model: BodyProperty["model"]): readonly EnumValueModel[] =>
  listEveryAlternative(model).flatMap(({ kind }) =>
    kind.kind === "string" ? (kind.enum?.values ?? []) : [],
  );

function describeUnknown(text: string, names: readonly string[], { properties }: Paths, model: Model) {
  const last = names.at(-1) ?? "";
  const isOnTheWay = (property: BodyProperty) =>
    names.every((name) => name === last || property.names.includes(name));
  const partial = listPartialNames(text, properties, model);
  return {
    path: text,
    partial: partial.length > 1 ? partial : undefined,
    suggestion: partial[0] ?? suggestName(text, names, properties, model),
    isCode: isCode(text),
    isProduct: model.products.some(({ id }) => id === text),
    value: last,
    holder: withValue(properties.filter(isOnTheWay), last)[0]?.path,
  };
}

/** The names that are the text in other letters, begin with it, or contain it: whichever there are. */
function listPartialNames(
  text: string,
  properties: readonly BodyProperty[],
  model: Model,
): readonly string[] {
  if (text.length < 3) return [];
  const asked = text.toLowerCase();
  const names = listNames(properties, model).map((name) => ({ name, lower: name.toLowerCase() }));
  const tests = [
    (lower: string) => lower === asked,
    (lower: string) => lower.startsWith(asked),
    (lower: string) => lower.includes(asked),
  ];
  const groups = tests.map((test) => names.filter(({ lower }) => test(lower)).map(({ name }) => name));
  return groups.find(({ length }) => length > 0) ?? [];
}

/** Codes, events, types, properties and values, once each. */
const listNames = (properties: readonly BodyProperty[], { events, errorCodes }: Model): readonly string[] => [
  ...new Set([
    ...(errorCodes?.values ?? []).map(({ value }) => value),
    ...Object.keys(receiverCodes),
    ...events.map(({ name }) => name),
    ...properties.map(({ model }) => model.name),
    ...properties.flatMap(({ model }) => findTypeTitle(model) ?? []),
    ...properties.flatMap(({ model }) => listValues(model).map(({ value }) => value)),
  ]),
];

const isCode = (text: string): boolean => /^[A-Z]+_[A-Z_]+$/.test(text);

/** The code or path with a similar spelling, or the path with similar first and last names. */
function suggestName(
  text: string,
  names: readonly string[],
  properties: readonly BodyProperty[],
  { events, errorCodes }: Model,
): string | undefined {
  const codes = (errorCodes?.values ?? []).map(({ value }) => value);
  if (isCode(text)) return suggest(text, codes);
  const known = new Set(properties.flatMap((property) => property.names));
  const [first = "", last] = [names[0], names.at(-1)].map((name = "") => suggest(name, known));
  const paths = [...properties.map(({ path }) => path), ...events.map(({ name }) => name)];
  const leading = properties.find((each) => each.names.includes(first) && each.names.at(-1) === last);
  return suggest(text, new Set(paths)) ?? suggest(text, codes) ?? leading?.path;
}
