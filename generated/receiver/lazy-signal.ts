// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

const make = Symbol("make");
const made = Symbol("made");

/** An object that has a signal as soon as somebody asks for it. */
interface Lazy {
  [make]: () => AbortSignal;
  [made]?: AbortSignal | undefined;
}

/** One getter for all: an object with a getter of its own would cost the engine a hidden class. */
const signal = {
  enumerable: true,
  get(this: Lazy): AbortSignal {
    return (this[made] ??= this[make]());
  },
};

/**
 * Gives an object a property `signal`. To make a signal takes as long as all the validation of a request, and few
 * handlers look at theirs.
 */
export function withSignal<T extends object>(
  target: T,
  makeSignal: () => AbortSignal,
): T & { readonly signal: AbortSignal } {
  (target as Lazy)[make] = makeSignal;
  return Object.defineProperty(target, "signal", signal) as T & { readonly signal: AbortSignal };
}
