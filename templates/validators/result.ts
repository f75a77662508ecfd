/** What a validator found: the value, typed, or what is wrong with it. */
export type Result<T> = Valid<T> | Invalid;

/** The value is what its type says. */
export interface Valid<T> {
  readonly ok: true;
  readonly value: T;
  /** What was left out of a response because the shop does not take it, where that was asked for. */
  readonly omitted?: readonly Problem[];
}

/**
 * The value is not what its type says; there is at least one problem. They are put into words when `problems` is read, so
 * that a caller who only asks whether does not wait for them.
 */
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
  /**
   * The POS release that brought the property, value or event, where that is what is wrong; the first of yours that has it,
   * where your shops run nothing before that.
   */
  readonly addedIn?: string;
}
