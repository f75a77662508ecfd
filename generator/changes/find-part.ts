import { suggest } from "../base/text/words.js";
import { report } from "../base/problem/catalogue.js";
import { failure, type Outcome, success } from "../base/problem/problem.js";
import type { EnumValueModel, EventModel, Model, ObjectModel } from "../contract/model/model.js";
import {
  type BodyProperty,
  type BodyPropertyGroup,
  createPaths,
  groupByPath,
  listEveryAlternative,
  type Paths,
  splitPath,
} from "../contract/model/paths.js";
import { findReceiverCode } from "./receiver-codes.js";

/** One place, perhaps with one of its enum values: `FormFieldType "label"`. */
export interface PathMatch<Properties = BodyPropertyGroup> {
  readonly properties: Properties;
  readonly value: string | undefined;
}

export interface FoundParts {
  readonly event: EventModel | undefined;
  readonly code: EnumValueModel | undefined;
  /** Set if the text names the whole request that reports an error. */
  readonly errorRequest: ObjectModel | undefined;
  readonly matches: readonly PathMatch[];
  /** `name` if the text is not a whole path but the end of the paths that it found, or a value of them. */
  readonly foundBy: "path" | "name";
}

/** Finds what a user names. Fails for an unknown text, with what it may mean. */
export function findParts(text: string, model: Model): Outcome<FoundParts> {
  const asked = text.replace(/^event\s+/, "");
  const names = splitPath(asked);
  const paths = createPaths(model);
  const event = model.events.find(({ name }) => name === names.join("."));
  const code = findCode(asked, model);
  const errorRequest = asked === model.errorRequest.title ? model.errorRequest : undefined;
  const exact = groupMatch(findMatch(asked, paths));
  const whole = { event, code, errorRequest };
  if (event || code || errorRequest || exact.length > 0)
    return success({ ...whole, matches: exact, foundBy: "path" });
  const named = [
    ...groupMatch({ properties: paths.properties.filter(endsWith(names)), value: undefined }),
    ...(names.length === 1
      ? groupMatch({ properties: withValue(paths.properties, asked), value: asked })
      : []),
  ];
  if (named.length > 0) return success({ ...whole, matches: named, foundBy: "name" });
  return failure([report("unknown-path", describeUnknown(text, names, paths, model))]);
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
  return {
    path: text,
    suggestion: suggestPath(text, names, properties, model),
    isProduct: model.products.some(({ id }) => id === text),
    value: last,
    holder: withValue(properties.filter(isOnTheWay), last)[0]?.path,
  };
}

/** The path or code with a similar spelling, or the path with similar first and last names. */
function suggestPath(
  text: string,
  names: readonly string[],
  properties: readonly BodyProperty[],
  { events, errorCodes }: Model,
): string | undefined {
  const known = new Set(properties.flatMap((property) => property.names));
  const [first = "", last] = [names[0], names.at(-1)].map((name = "") => suggest(name, known));
  const paths = [...properties.map(({ path }) => path), ...events.map(({ name }) => name)];
  const codes = (errorCodes?.values ?? []).map(({ value }) => value);
  const leading = properties.find((each) => each.names.includes(first) && each.names.at(-1) === last);
  // A code that was cut off, as by a narrow column of a log.
  const whole = text.length > 3 ? codes.find((code) => code.startsWith(text)) : undefined;
  return suggest(text, new Set(paths)) ?? suggest(text, codes) ?? leading?.path ?? whole;
}
