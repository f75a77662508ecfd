import {
  countCharacters,
  type NumberTree,
  type ObjectTree,
  type StringTree,
  type Tree,
} from "../../../generator/contract/lattice/tree.js";
import { happens, listOf, oneOf, type Draw } from "../../workbench/draw.js";
import { enumValues, propertyNames } from "../specs/shapes.js";

const samples: Readonly<Record<string, readonly string[]>> = {
  uuid: ["123e4567-e89b-12d3-a456-426614174000"],
  date: ["2026-02-28"],
  "date-time": ["2026-02-28T12:00:00Z"],
  uri: ["https://example.com/a?b#c"],
};

export const drawAnything = (draw: Draw): unknown =>
  oneOf<unknown>(draw, [
    "a",
    ...[null, true, 0, 1.5, -3, 2 ** 53, "", "other", {}, [], ["a"], { name: "a" }, [[0]]],
    ...Object.values(samples).flat(),
  ]);

/** A value of a tree, or nearly one. It has the right shape, but sometimes violates a bound. */
function drawValue(draw: Draw, tree: Tree): unknown {
  if (tree.any) return drawAnything(draw);
  const { string, number, array, object } = tree;
  const ways: (() => unknown)[] = [
    ...(object ? [() => drawObject(draw, object)] : []),
    ...(string ? [() => drawText(draw, string)] : []),
    ...(number ? [() => drawNumber(draw, number)] : []),
    ...(array ? [() => drawItems(draw, array.items, array.minItems, array.maxItems)] : []),
    ...(tree.boolean ? [() => happens(draw, 50)] : []),
    ...(tree.null ? [() => null] : []),
  ];
  return ways.length === 0 ? null : oneOf(draw, ways)();
}

/** An object with its required properties and about half of the optional ones. */
export function drawObject(draw: Draw, { properties, open }: ObjectTree): Record<string, unknown> {
  const chosen = [...properties.values()].filter(({ required }) => required || happens(draw, 60));
  const entries = chosen.map(({ model, type }): [string, unknown] => {
    const spelling = happens(draw, 10) ? oneOf(draw, [model.name, ...model.legacyNames]) : model.name;
    return [spelling, drawValue(draw, type)];
  });
  const unknown = open && happens(draw, 40) ? [[drawName(draw), drawAnything(draw)]] : [];
  return Object.fromEntries([...(unknown as [string, unknown][]), ...entries.flatMap(inPlace)]);

  /** May place the properties of an inner object in its parent. */
  function inPlace([name, value]: [string, unknown]): [string, unknown][] {
    const isInlined = properties.get(name)?.inlined === true && typeof value === "object" && value !== null;
    return isInlined && happens(draw, 50) ? Object.entries(value) : [[name, value]];
  }
}

export const drawName = (draw: Draw): string =>
  oneOf(draw, [
    ...propertyNames,
    "nameOld0",
    "xOld0",
    "__proto__",
    "hasOwnProperty",
    "nmae",
    "pingObject0",
    "~/",
    "",
  ]);

function drawText(draw: Draw, tree: StringTree): string {
  if (tree.values) return oneOf(draw, [...(tree.values.size > 0 ? tree.values.keys() : enumValues)]);
  if (tree.formats) return oneOf(draw, samples[oneOf(draw, tree.formats)] ?? [""]);
  const length = tree.minLength + draw.below(Math.min(tree.maxLength - tree.minLength, 3) + 1);
  const fitting = enumValues.filter((value) => countCharacters(value) === length);
  return happens(draw, 50) && fitting.length > 0 ? oneOf(draw, fitting) : "é".repeat(length);
}

function drawNumber(draw: Draw, { level, minimum, maximum }: NumberTree): number {
  const bounds = [minimum, maximum].filter((bound) => Number.isFinite(bound));
  const near = [...bounds, ...bounds.map((bound) => bound + 0.5), ...bounds.map(Math.ceil), 1, 0, 3, -1, 0.5];
  const fitting = near.filter(
    (value) => minimum <= value && value <= maximum && (level === "number" || Number.isInteger(value)),
  );
  return fitting.length > 0 ? oneOf(draw, fitting) : 0;
}

function drawItems(draw: Draw, items: Tree | undefined, least: number, most: number): unknown[] {
  if (!items) return [];
  return listOf(draw, least, Math.min(most, least + 2), () => drawValue(draw, items));
}
