// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Fault } from "./fault.js";
import { hasOwn, originalOf, type Own } from "./own.js";

/** How objects of a request have to be read, where that is not as they came. */
export type Notes = Map<object, Note>;

/** How one object has to be read. */
export interface Note {
  /** The properties that are left out, and why: a fault, or undefined for a null. */
  readonly leftOut: Map<string, Fault | undefined>;
  /** The canonical name of each property that came under an older spelling. */
  readonly renamed: Map<string, string>;
  taken?: Taken;
}

/** Properties that are read as those of an inner object. */
export interface Taken {
  /** The property that holds the inner object. */
  readonly into: string;
  readonly names: readonly string[];
  /** Set where they say together that there is no inner object. */
  readonly isNull?: true;
  /** Why all of them are left out, if they are. */
  readonly fault?: Fault | undefined;
}

/** Where notes are kept. */
interface Notebook {
  notes?: Notes | undefined;
}

/** Notes that a property is left out: a null counts as absent, and a fault of what is not documented refuses nothing. */
export function leaveOut(own: Own, name: string, notebook: Notebook, fault?: Fault): void {
  const { leftOut } = noteOn(own, notebook);
  // Only the first fault is reported.
  if (!leftOut.has(name)) leftOut.set(name, fault);
}

/** Notes the canonical name of a property that came under an older spelling. */
export function readAs(own: Own, older: string, canonical: string, notebook: Notebook): void {
  noteOn(own, notebook).renamed.set(older, canonical);
}

/** Notes that these properties are those of an inner object, or are left out because of a fault. */
export function takeIn(own: Own, taken: Taken, notebook: Notebook): void {
  noteOn(own, notebook).taken = taken;
}

/** Whether an object has one of these properties. */
export const holdsAny = (own: Own, names: readonly string[]): boolean =>
  names.some((name) => hasOwn.call(own, name) && own[name] !== undefined);

/** Whether an object has none of these properties but as a null. */
export const holdsOnlyNulls = (own: Own, names: readonly string[]): boolean =>
  names.every((name) => !hasOwn.call(own, name) || (own[name] ?? null) === null);

function noteOn(own: Own, notebook: Notebook): Note {
  const notes = (notebook.notes ??= new Map<object, Note>());
  const object = originalOf(own);
  const note = notes.get(object) ?? { leftOut: new Map(), renamed: new Map() };
  notes.set(object, note);
  return note;
}
