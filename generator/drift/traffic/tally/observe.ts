import { createHash } from "node:crypto";
import { isObject } from "../../../json.js";
import { mostUnlisted, type ClaimedType } from "../../claim.js";
import { isPlainName } from "../names.js";
import type { Spot } from "../records/record.js";
import { count, createItems, createPart, type Node } from "./node.js";

/** The body at hand. */
export interface Sight {
  /** Which one it is. */
  readonly body: number;
  readonly spot: Spot;
  /** How many places that the spec does not know may still be looked at. */
  readonly room: { left: number };
}

/** The most names of one object that the spec does not know: where there are more, they are data. */
const mostNames = 20;

/** Counts what a value shows of its place, and of all places below it. */
export function observe(node: Node, value: unknown, sight: Sight): void {
  const { body, spot } = sight;
  const type = findType(value);
  node.seen = count(node.seen, body, spot);
  node.types.set(type, count(node.types.get(type), body, spot));
  if (typeof value === "string") observeText(node, value, sight);
  else if (Array.isArray(value)) {
    if (value.length === 0) return;
    const items = (node.items ??= createItems(node));
    for (const item of value) observe(items, item, sight);
  } else if (isObject(value)) observeObject(node, value, sight);
}

function observeObject(node: Node, value: Readonly<Record<string, unknown>>, sight: Sight): void {
  const { body, spot } = sight;
  const names = Object.keys(value);
  for (const name of names) {
    const part = findKnown(node, name, value) ?? findStrange(node, name, sight);
    if (part) observe(part, value[name], sight);
  }
  for (const [name, spellings] of node.required) {
    if (spellings.some((spelling) => Object.hasOwn(value, spelling))) continue;
    if (names.some((other) => !node.spellings.has(other) && node.inlined.get(other) === name)) continue;
    const part = takePart(node, name);
    part.missing = count(part.missing, body, spot);
  }
}

/** The place of a property that the spec knows, under whichever name and wherever it may stand. */
function findKnown(node: Node, name: string, value: object): Node | undefined {
  const known = node.spellings.get(name);
  if (known !== undefined) return takePart(node, known);
  const holder = node.inlined.get(name);
  return holder === undefined || Object.hasOwn(value, holder)
    ? undefined
    : findKnown(takePart(node, holder), name, value);
}

/** The place of a property that the spec does not know; undefined if its name may not be printed. */
function findStrange(node: Node, name: string, { body, spot, room }: Sight): Node | undefined {
  node.strange = count(node.strange, body, spot);
  if (node.isMap) return undefined;
  const met = node.parts.get(name);
  if (met) return met;
  const others = [...node.parts.keys()].filter((other) => !node.spellings.has(other));
  if (isPlainName(name) && others.length >= mostNames) {
    node.isMap = true;
    others.forEach((other) => node.parts.delete(other));
    return undefined;
  }
  if (isPlainName(name) && room.left-- > 0) return takePart(node, name);
  node.hidden = count(node.hidden, body, spot);
  return undefined;
}

function takePart(node: Node, name: string): Node {
  const part = node.parts.get(name) ?? createPart(node, name);
  node.parts.set(name, part);
  return part;
}

function observeText(node: Node, value: string, { body, spot }: Sight): void {
  if (node.values === undefined) return;
  if (node.values.has(value)) node.listed.set(value, count(node.listed.get(value), body, spot));
  else {
    node.unlisted = count(node.unlisted, body, spot);
    if (node.different.size <= mostUnlisted)
      node.different.add(createHash("sha256").update(value).digest("base64"));
  }
}

/** The type of a value. An integer beyond 2^53 takes 64 bits, or more: then only a number holds it. */
function findType(value: unknown): ClaimedType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value !== "number") return typeof value as "boolean" | "string" | "object";
  if (Number.isSafeInteger(value)) return "integer";
  return Number.isInteger(value) && Math.abs(value) <= 2 ** 63 ? "int64" : "number";
}
