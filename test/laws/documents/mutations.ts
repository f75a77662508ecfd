import { drawAnything, drawName } from "./documents.js";
import { happens, oneOf, type Draw } from "../../workbench/draw.js";
import { leftOut, listPaths, readAt, update } from "../../workbench/json-paths.js";
import { enumValues } from "../specs/shapes.js";

/** Adds this many faults to a document. Each may happen to be harmless. */
export function mutate(draw: Draw, document: unknown, faults: number): unknown {
  return faults === 0 ? document : mutate(draw, mutateOnce(draw, document), faults - 1);
}

function mutateOnce(draw: Draw, document: unknown): unknown {
  const paths = listPaths(document);
  // The root is only one of many paths, and a document that is not an object is rarely interesting.
  const path = oneOf(draw, paths.length > 1 && !happens(draw, 10) ? paths.slice(1) : paths);
  const value = readAt(document, path);
  if (path.length > 0 && happens(draw, 15)) return update(document, path, () => leftOut);
  return update(document, path, oneOf(draw, listChanges(draw, value, document)));
}

type Change = () => unknown;

function listChanges(draw: Draw, value: unknown, document: unknown): Change[] {
  const anywhere: Change[] = [
    () => null,
    () => drawAnything(draw),
    () => readAt(document, oneOf(draw, listPaths(document))),
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

/** Creates objects as JSON.parse does: `__proto__` is an ordinary property. */
const withEntries = (entries: readonly (readonly [string | number, unknown])[]): object =>
  Object.fromEntries(entries);
