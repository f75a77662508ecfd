// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** The result of a validator: the typed value, or what is wrong with it. */
export type Result<T> = Valid<T> | Invalid;

/** The value is what its type says. */
export interface Valid<T> {
  readonly ok: true;
  readonly value: T;
  /** What was left out of a response because the shop does not take it (`unsupported: "omit"`). */
  readonly omitted?: readonly Problem[];
  /**
   * What was left out of a request: first what does not fit where no vendor page says what would, then each null where
   * nothing is required (code `null`), at most a hundred parts of either kind. `path` leads to it in the body as it came;
   * if a part's properties came directly in the object around it, to that object. Not set if nothing was left out.
   */
  readonly leftOut?: readonly Problem[];
  /** How many more there were of either kind. Set only if `leftOut` does not list them all. */
  readonly moreLeftOut?: { readonly misfits: number; readonly nulls: number };
}

/**
 * The value is not what its type says; there is at least one problem. The problems are made when `problems` is read, so
 * that a caller that needs only `ok` does not wait for them.
 */
export interface Invalid {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

/** One thing that is wrong with a value. No part of it quotes the value itself. */
export interface Problem {
  /** JSON Pointer to the value; for a missing property, to where it should be. */
  readonly path: string;
  /** Stable name of the kind of problem, such as `missing-property`. */
  readonly code: string;
  /** A sentence for a person, in English. */
  readonly message: string;
  /**
   * The POS release that added the property, value or event, if the release of a shop is too old for it. If the fleet is a
   * list of releases, the first of them that has it.
   */
  readonly addedIn?: string;
}
