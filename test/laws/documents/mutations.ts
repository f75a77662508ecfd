import { drawAnything, drawName } from "./documents.js";
import { happens, oneOf, type Draw } from "../../workbench/draw.js";
import { enumValues } from "../specs/shapes.js";

export type Path = readonly (string | number)[];

/** A document with so many faults put into it; each may also happen to do no harm. */
export function mutate(draw: Draw, document: unknown, faults: number): unknown {
  return faults === 0 ? document : mutate(draw, mutateOnce(draw, document), faults - 1);
}

function mutateOnce(draw: Draw, document: unknown): unknown {
  const places = placesIn(document);
  // The root is one place of many; what makes it no object at all is rarely worth a look.
  const path = oneOf(draw, places.length > 1 && !happens(draw, 10) ? places.slice(1) : places);
  const value = at(document, path);
  if (path.length > 0 && happens(draw, 15)) return replaceAt(document, path, dropped);
  return replaceAt(document, path, oneOf(draw, changesOf(draw, value, document))());
}

type Change = () => unknown;

/** What may happen to a value in its place. */
function changesOf(draw: Draw, value: unknown, document: unknown): Change[] {
  const anywhere: Change[] = [
    () => null,
    () => drawAnything(draw),
    () => at(document, oneOf(draw, placesIn(document))),
    () => (happens(draw, 50) ? [value] : { [drawName(draw)]: value }),
  ];
  const own = ownChanges(draw, value);
  return own.length > 0 ? [...own, ...own, ...anywhere] : anywhere;
}

function ownChanges(draw: Draw, value: unknown): Change[] {
  if (typeof value === "number") return [1, -1, 0.5].map((step) => () => value + step);
  if (typeof value === "string") {
    return [
      () => oneOf(draw, enumValues),
      () => `${value}b`,
      () => value.slice(1),
      () => value.toUpperCase(),
    ];
  }
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    return [() => [...items, ...items.slice(-1)], () => [...items, drawAnything(draw)]];
  }
  if (typeof value !== "object" || value === null) return [];
  return [
    () => withEntries([...Object.entries(value), [drawName(draw), drawAnything(draw)]]),
    () =>
      withEntries(Object.entries(value).map(([key, part], i) => [i === 0 ? misspell(draw, key) : key, part])),
    () => withEntries(Object.entries(value).reverse()),
  ];
}

const misspell = (draw: Draw, name: string): string =>
  oneOf(draw, [`${name}Old0`, name.slice(1), name.toUpperCase(), drawName(draw)]);

/** The paths of a value and of everything in it, outermost first. */
export function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...parts.flatMap(([key, part]) => placesIn(part, [...path, key as string]))];
}

export const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>>)[key], value);

/** Stands for a part that is to be left out. */
export const dropped = Symbol("dropped");

/** A copy with another part in this place. */
export function replaceAt(value: unknown, [key, ...rest]: Path, part: unknown): unknown {
  if (key === undefined) return part;
  const change = (entry: [string | number, unknown]): [string | number, unknown] =>
    entry[0] === key ? [key, replaceAt(entry[1], rest, part)] : entry;
  const kept = ([, next]: [string | number, unknown]): boolean => next !== dropped;
  if (Array.isArray(value))
    return [...value.entries()]
      .map(change)
      .filter(kept)
      .map(([, next]) => next);
  return withEntries(
    Object.entries(value as object)
      .map(change)
      .filter(kept),
  );
}

/** As JSON.parse makes objects: a property `__proto__` is one like any other. */
const withEntries = (entries: readonly (readonly [string | number, unknown])[]): object =>
  Object.fromEntries(entries);
