// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** What a validator found: the value, typed, or what is wrong with it. */
export type Result<T> = Valid<T> | Invalid;

/** The value is what its type says. */
export interface Valid<T> {
  readonly ok: true;
  readonly value: T;
}

/** The value is not what its type says; there is at least one problem. */
export interface Invalid {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

/** One thing that is wrong with a value. No part of it quotes the value itself. */
export interface Problem {
  /** JSON Pointer to the place; of a missing property, the place where it should be. */
  readonly path: string;
  /** Stable name of the kind of problem, such as `missing-property`. */
  readonly code: string;
  /** A sentence for a person, in English. */
  readonly message: string;
  /** The POS release that brought the property or value, where that is what is wrong. */
  readonly addedIn?: string;
}
