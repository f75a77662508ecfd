/** Whether an object has a property itself, whatever it or its prototype call `hasOwnProperty`. */
export const hasOwn = Object.prototype.hasOwnProperty;

/**
 * What plain objects inherit from. Where it has no property of a name, what a plain object has by that name is its
 * own: compiled code asks that first, because {@link hasOwn} takes longer than all else that it does.
 */
export const base: Readonly<Record<string, unknown>> = Object.prototype as never;

/** What an object inherits from. */
export const baseOf: (value: object) => unknown = Object.getPrototypeOf;
