// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** Whether an object has a property itself, whatever it or its prototype call `hasOwnProperty`. */
export const hasOwn = Object.prototype.hasOwnProperty;

/**
 * What plain objects inherit from. Where it has no property of a name, what a plain object has by that name is its
 * own: compiled code asks that first, because {@link hasOwn} takes longer than all else that it does.
 */
export const base: Readonly<Record<string, unknown>> = Object.prototype as never;

/** Whether a value inherits from that, and from nothing else. */
export const isPlain = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === base;

/** Adds faults of a part of a value, which stands at this path, to those of the whole. */
export function faultsUnder(path: string, faults: Fault[], others: Fault[] | null): Fault[] {
  const all = others ?? [];
  for (const fault of faults) {
    fault.instancePath = path + fault.instancePath;
    all.push(fault);
  }
  return all;
}

/** A fault that was just made, and that nobody else has. */
interface Fault {
  instancePath: string;
}
