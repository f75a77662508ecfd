import type { Body } from "./body.js";

export interface Circumstances {
  readonly event: string;
  readonly release: string;
}

/** Something that must agree within each first request of a shop. */
export interface Coherence {
  readonly name: string;
  /** Who says so. */
  readonly source: string;
  /** The contradiction in a body, in words; undefined if there is none. */
  readonly violated: (body: Body, circumstances: Circumstances) => string | undefined;
}

/** Joins contradictions; undefined if there are none. */
export function list(found: Iterable<string | undefined>): string | undefined {
  const texts = [...found];
  return texts.length === 0 ? undefined : texts.join(", ");
}
