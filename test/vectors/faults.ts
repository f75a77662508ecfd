import type { EnumModel, Model, ObjectModel, TypeModel } from "../../generator/contract/model/model.js";
import { drawAnything, drawName } from "../laws/documents/documents.js";
import { happens, oneOf, type Draw } from "../workbench/draw.js";
import { leftOut, listPaths, readAt, update, type JsonPath } from "../workbench/json-paths.js";

/** The names, values and limits of a spec, for faults that chance rarely makes. */
export interface Words {
  readonly names: readonly string[];
  readonly values: readonly string[];
  readonly limits: readonly number[];
}

export function collectWords({ events, errorRequest }: Model): Words {
  const [names, values, limits] = [new Set<string>(), new Set(["x"]), new Set([0, 2 ** 53 - 1])];
  const seen = new Set<ObjectModel>();
  const addEnum = (model: EnumModel | undefined): void => {
    for (const { value } of [...(model?.values ?? []), ...(model?.seen ?? [])]) values.add(value);
  };
  const addType = (type: TypeModel): void => {
    for (const { kind } of type) {
      if (kind.kind === "object") addObject(kind.object);
      if (kind.kind === "array") addType(kind.items);
      if (kind.kind === "string") addEnum(kind.enum);
      for (const limit of Object.values(kind)) if (typeof limit === "number") limits.add(limit);
    }
  };
  const addObject = (object: ObjectModel): void => {
    if (seen.has(object)) return;
    seen.add(object);
    for (const { name, legacyNames, eras } of object.properties) {
      for (const each of [name, ...legacyNames]) names.add(each);
      for (const { type } of eras) addType(type);
    }
  };
  for (const { request, response } of events) [request, response].forEach(addObject);
  addObject(errorRequest);
  return { names: [...names], values: [...values], limits: [...limits] };
}

/** A fault like those of `mutate`, with the words of the spec, at its limits, or close to a format. */
export function aim(draw: Draw, words: Words, document: unknown): unknown {
  const [, ...paths] = listPaths(document);
  if (paths.length === 0) return drawAnything(draw);
  const path = oneOf(draw, paths);
  const change = oneOf(draw, [changePart, changePart, changePart, addPart, misspellPart, dropPart]);
  return change(draw, words, document, path);
}

type Change = (draw: Draw, words: Words, document: unknown, path: JsonPath) => unknown;

const changePart: Change = (draw, words, document, path) =>
  update(document, path, (value) => oneOf(draw, [drawNear, drawNear, () => null])(draw, words, value));

function drawNear(draw: Draw, { limits, values }: Words, value: unknown): unknown {
  const limit = oneOf(draw, limits) + oneOf(draw, [0, 1, -1, 0.5]);
  const length = Math.max(0, Math.min(200, Math.ceil(limit)));
  if (typeof value === "number") return limit;
  if (typeof value === "string")
    return oneOf(draw, [
      () => oneOf(draw, values),
      () => "é".repeat(Math.floor(length / 2)) + "😀".repeat(Math.ceil(length / 2)),
      () => drawNearFormat(draw, value),
      () => drawNearFormat(draw, value),
    ])();
  if (Array.isArray(value))
    return Array.from({ length }, () => (value.length > 0 ? oneOf(draw, value as unknown[]) : "x"));
  return typeof value === "boolean" ? !value : drawAnything(draw);
}

/** A property of the spec, or nearly so, with a value of the document or any other. */
const addPart: Change = (draw, { names }, document, path) => {
  const parent = findObject(document, path);
  const name = oneOf(draw, [
    () => oneOf(draw, names),
    () => oneOf(draw, names),
    () => oneOf(draw, [...names]).replace(/(.)(.)$/, "$2$1"),
    () => drawName(draw),
    () => `${oneOf(draw, names)}~/1`,
  ])();
  const part = oneOf(draw, [drawAnything(draw), readAt(document, oneOf(draw, listPaths(document))) ?? null]);
  return update(document, parent, (value) =>
    isObject(value) ? Object.fromEntries([...Object.entries(value), [name, part]]) : value,
  );
};

/** As a person might: a letter is missing, doubled or has changed places. */
const misspellPart: Change = (draw, _words, document, path) => {
  const name = String(path.at(-1));
  const at = draw.below(name.length);
  const [start, letter = "", end] = [name.slice(0, at), name[at], name.slice(at + 1)];
  const wrong = start + oneOf(draw, [end, letter + letter + end, end.slice(0, 1) + letter + end.slice(1)]);
  return update(document, path.slice(0, -1), (value) =>
    isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([each, part]) => [each === name ? wrong : each, part]))
      : value,
  );
};

const dropPart: Change = (_draw, _words, document, path) => update(document, path, () => leftOut);

function findObject(document: unknown, path: JsonPath): JsonPath {
  const isFound = path.length === 0 || isObject(readAt(document, path));
  return isFound ? path : findObject(document, path.slice(0, -1));
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A text that barely has a format, or barely not: mostly the one that the value has. */
function drawNearFormat(draw: Draw, value: string): string {
  const pick = (texts: string): string => oneOf(draw, texts.split(" "));
  const date = (): string =>
    `${pick("1900 2000 2023 2024")}-${pick("00 01 02 02 04 06 09 11 12 13")}-${pick("00 01 28 29 30 31 32")}`;
  const time = (): string =>
    `${pick("00 22 23 24")}:${pick("00 29 59 60")}:${pick("00 59.5 60 61")}${pick("Z z +01:00 -0530 +24:00 -01:60 +00")}`;
  const leapSecond = (): string => pick("23:59:60Z 15:59:60-08:00 00:29:60+00:30 22:59:60Z 23:59:60+01:00");
  const dateTime = (): string =>
    `${date()}${pick("T t _").replace("_", " ")}${oneOf(draw, [time, leapSecond])()}`;
  const uuid = (): string =>
    `${pick("057d75c5-a2d4-4295-9965-6b42767e5527 057D75C5-A2D4-4295-9965-6B42767E5527 057d75c5a2d442959965-6b42767e5527")}${pick("_ g 1").replace("_", "")}`;
  const uri = (): string =>
    `${pick("a A1+.- 1a _ a_")}${pick(": :// _")}${pick("x ~! é _ /?#")}`.replaceAll("_", " ");
  if (/^[\da-f]{8}-/i.test(value)) return uuid();
  if (/^\d{4}-\d\d-\d\d/.test(value)) return oneOf(draw, [date, dateTime])();
  return value.includes(":") ? uri() : oneOf(draw, [date, dateTime, uuid, uri])();
}

/** More than a hundred items or properties, because reports are limited. */
export function crowd(draw: Draw, document: unknown): unknown {
  const count = 95 + draw.below(30);
  const paths = listPaths(document);
  const lists = paths.filter((path) => Array.isArray(readAt(document, path)));
  const path = oneOf(draw, lists.length > 0 && happens(draw, 70) ? lists : paths);
  const value = readAt(document, path);
  if (Array.isArray(value)) {
    const item: unknown = value.length > 0 ? oneOf(draw, value as readonly unknown[]) : {};
    const inner = oneOf(draw, listPaths(item));
    const changed = oneOf<unknown>(draw, [null, null, "x", 1.5]);
    return update(document, path, () =>
      Array.from({ length: count }, () => update(item, inner, () => changed)),
    );
  }
  if (!isObject(value)) return document;
  const more = Array.from({ length: count }, (_, index) => [`x${index}`, null] as const);
  return update(document, path, () => ({ ...value, ...Object.fromEntries(more) }));
}
