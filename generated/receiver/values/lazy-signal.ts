// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

const make = Symbol("make");
const made = Symbol("made");

/** An object whose signal is made when somebody first reads it. */
interface Lazy {
  [make]: () => AbortSignal;
  [made]?: AbortSignal | undefined;
}

/** One getter that all objects share: with a getter of its own, each object would cost the engine a hidden class. */
const signal = {
  enumerable: true,
  get(this: Lazy): AbortSignal {
    return (this[made] ??= this[make]());
  },
};

/**
 * Gives an object a property `signal` that is made when it is first read: making one takes as long as validating a
 * whole request, and few handlers read theirs.
 */
export function withSignal<T extends object>(
  target: T,
  makeSignal: () => AbortSignal,
): T & { readonly signal: AbortSignal } {
  (target as Lazy)[make] = makeSignal;
  return Object.defineProperty(target, "signal", signal) as T & { readonly signal: AbortSignal };
}
