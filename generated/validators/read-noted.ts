// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { mostProblems } from "./compiled-check.js";
import { at, type Fault } from "./fault.js";
import { nameValue, toProblem } from "./fault-problem.js";
import { joinPointer } from "./json-pointer.js";
import type { Note, Notes, Taken } from "./notes.js";
import type { Problem, Valid } from "./result.js";

/** A request as a handler sees it, and what was left out of it. */
export type ReadRequest = Pick<Valid<unknown>, "value" | "leftOut" | "moreLeftOut">;

interface Reading {
  readonly notes: Notes;
  readonly misfits: Report;
  readonly nulls: Report;
  /** What each object and array is read as, so that one that holds itself has an end. */
  readonly read: Map<object, unknown>;
}

/** What was left out for one reason: the first parts, and how many there were. */
interface Report {
  readonly problems: Problem[];
  count: number;
}

/** Where a value is: undefined for the body. Only what is reported needs a pointer. */
type Place = { readonly parent: Place; readonly token: string | number } | undefined;

type Entry = readonly [name: string, part: unknown];

/** Reads a valid request by the notes that its check made. Copies what changes: the body stays as it came. */
export function readNoted(body: unknown, notes: Notes): ReadRequest {
  const [misfits, nulls] = [createReport(), createReport()];
  const value = readValue(body, undefined, 0, { notes, misfits, nulls, read: new Map() });
  const leftOut = [...misfits.problems, ...nulls.problems];
  const more = { misfits: countOthers(misfits), nulls: countOthers(nulls) };
  return {
    value,
    ...(leftOut.length > 0 && { leftOut }),
    ...(more.misfits + more.nulls > 0 && { moreLeftOut: more }),
  };
}

const createReport = (): Report => ({ problems: [], count: 0 });

const countOthers = ({ problems, count }: Report): number => count - problems.length;

/** In levels. Notes are about what the contract describes, and that ends long before. */
const deepest = 200;

function readValue(value: unknown, place: Place, depth: number, reading: Reading): unknown {
  if (typeof value !== "object" || value === null || depth > deepest) return value;
  if (reading.read.has(value)) return reading.read.get(value);
  reading.read.set(value, value);
  const read = Array.isArray(value)
    ? readItems(value as readonly unknown[], place, depth, reading)
    : readObject(value, place, depth, reading);
  reading.read.set(value, read);
  return read;
}

function readItems(
  items: readonly unknown[],
  place: Place,
  depth: number,
  reading: Reading,
): readonly unknown[] {
  const read = items.map((item, index) =>
    readValue(item, { parent: place, token: index }, depth + 1, reading),
  );
  return read.every((item, index) => item === items[index]) ? items : read;
}

function readObject(value: object, place: Place, depth: number, reading: Reading): object {
  const note = reading.notes.get(value);
  const before = Object.entries(value) as readonly Entry[];
  const kept = before.filter(([name]) => !isLeftOut(name, place, note, reading));
  const inside = kept.map(([name, part]): Entry => [
    name,
    readValue(part, { parent: place, token: name }, depth + 1, reading),
  ]);
  const entries = note ? takeIn(rename(inside, note), place, note.taken, reading) : inside;
  return isSame(entries, before) ? value : Object.fromEntries(entries);
}

const isSame = (entries: readonly Entry[], before: readonly Entry[]): boolean =>
  entries.length === before.length &&
  entries.every(([name, part], index) => name === before[index]?.[0] && part === before[index][1]);

/** Reports a property that is left out, and the first fault of its value. */
function isLeftOut(name: string, parent: Place, note: Note | undefined, reading: Reading): boolean {
  if (!note?.leftOut.has(name)) return false;
  const place = { parent, token: name };
  const fault = note.leftOut.get(name);
  if (fault === undefined) report(reading.nulls, () => describeNull(toPointer(place)));
  else report(reading.misfits, () => explain(fault, parent, name, toPointer(place)));
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
  place: Place,
  taken: Taken | undefined,
  reading: Reading,
): readonly Entry[] {
  if (!taken) return entries;
  const { into, names, isNull, fault } = taken;
  const others = entries.filter(([name]) => !names.includes(name));
  if (fault) {
    // They have no place of their own but the object that they stand in.
    report(reading.misfits, () => explain(fault, place, into, toPointer(place)));
    return others;
  }
  if (isNull) return [...others, [into, null]];
  const inner = entries.filter(([name]) => names.includes(name));
  return [...others, [into, Object.fromEntries(inner)]];
}

const describeNull = (path: string): Problem => ({
  path,
  code: "null",
  message: `${nameValue(path)} is null, which counts as absent.`,
});

/** What is wrong in a property of an object, which is left out: at this path. */
function explain(fault: Fault, holder: Place, name: string, path: string): Problem {
  const pointer = toPointer(holder);
  const problem = toProblem(at(pointer, fault), {});
  const property = nameValue(joinPointer(pointer, name));
  return {
    ...problem,
    path,
    message: `${problem.message} ${property} is left out: what it holds is not documented.`,
  };
}

const toPointer = (place: Place): string =>
  place === undefined ? "" : joinPointer(toPointer(place.parent), place.token);

function report(list: Report, describe: () => Problem): void {
  list.count += 1;
  if (list.problems.length < mostProblems) list.problems.push(describe());
}
