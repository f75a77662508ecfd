// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { mostProblems } from "./compiled-check.js";
import { at, type Fault } from "./fault.js";
import { nameValue, toProblem } from "./fault-problem.js";
import { joinPointer } from "./json-pointer.js";
import type { Note, Notes, Taken } from "./notes.js";
import type { Problem } from "./result.js";

/** A request as a handler sees it, and what was left out of it. */
export interface ReadRequest {
  readonly value: unknown;
  readonly leftOut: readonly Problem[];
}

interface Reading {
  readonly notes: Notes;
  readonly leftOut: Problem[];
  /** What each object and array is read as, so that one that holds itself has an end. */
  readonly read: Map<object, unknown>;
}

type Entry = readonly [name: string, part: unknown];

/** Reads a valid request by the notes that its check made. Copies what changes: the body stays as it came. */
export function readNoted(body: unknown, notes: Notes): ReadRequest {
  const reading: Reading = { notes, leftOut: [], read: new Map() };
  return { value: readValue(body, "", 0, reading), leftOut: reading.leftOut };
}

/** In levels. Notes are about what the contract describes, and that ends long before. */
const deepest = 200;

function readValue(value: unknown, path: string, depth: number, reading: Reading): unknown {
  if (typeof value !== "object" || value === null || depth > deepest) return value;
  if (reading.read.has(value)) return reading.read.get(value);
  reading.read.set(value, value);
  const read = Array.isArray(value)
    ? readItems(value as readonly unknown[], path, depth, reading)
    : readObject(value, path, depth, reading);
  reading.read.set(value, read);
  return read;
}

function readItems(
  items: readonly unknown[],
  path: string,
  depth: number,
  reading: Reading,
): readonly unknown[] {
  const read = items.map((item, index) => readValue(item, joinPointer(path, index), depth + 1, reading));
  return read.every((item, index) => item === items[index]) ? items : read;
}

function readObject(value: object, path: string, depth: number, reading: Reading): object {
  const note = reading.notes.get(value);
  const before = Object.entries(value) as readonly Entry[];
  const kept = before.filter(([name]) => !isLeftOut(name, path, note, reading));
  const inside = kept.map(([name, part]): Entry => [
    name,
    readValue(part, joinPointer(path, name), depth + 1, reading),
  ]);
  const entries = note ? takeIn(rename(inside, note), path, note.taken, reading) : inside;
  return isSame(entries, before) ? value : Object.fromEntries(entries);
}

const isSame = (entries: readonly Entry[], before: readonly Entry[]): boolean =>
  entries.length === before.length &&
  entries.every(([name, part], index) => name === before[index]?.[0] && part === before[index][1]);

/** Reports a property that is left out, and the first fault of its value. */
function isLeftOut(name: string, parent: string, note: Note | undefined, reading: Reading): boolean {
  if (!note?.leftOut.has(name)) return false;
  const path = joinPointer(parent, name);
  const fault = note.leftOut.get(name);
  report(fault ? { ...explain(at(parent, fault), path), path } : describeNull(path), reading);
  return true;
}

/** If both names are present, the older one is just an unknown property: both stay. */
function rename(entries: readonly Entry[], { renamed }: Note): readonly Entry[] {
  const names = new Set(entries.map(([name]) => name));
  return entries.map(([name, part]): Entry => {
    const canonical = renamed.get(name);
    return canonical === undefined || names.has(canonical) ? [name, part] : [canonical, part];
  });
}

/** Moves properties into the inner object that they belong to. */
function takeIn(
  entries: readonly Entry[],
  path: string,
  taken: Taken | undefined,
  reading: Reading,
): readonly Entry[] {
  if (!taken) return entries;
  const { into, names, fault } = taken;
  const others = entries.filter(([name]) => !names.includes(name));
  if (fault) {
    report(explain(at(path, fault), joinPointer(path, into)), reading);
    return others;
  }
  const inner = entries.filter(([name]) => names.includes(name));
  return [...others, [into, Object.fromEntries(inner)]];
}

const describeNull = (path: string): Problem => ({
  path,
  code: "null",
  message: `${nameValue(path)} is null, which counts as absent.`,
});

/** What is wrong in a property, which is left out. */
function explain(fault: Fault, property: string): Problem {
  const problem = toProblem(fault, {});
  return {
    ...problem,
    message: `${problem.message} ${nameValue(property)} is left out: what it holds is not documented.`,
  };
}

function report(problem: Problem, { leftOut }: Reading): void {
  if (leftOut.length < mostProblems) leftOut.push(problem);
}
