import type { Body } from "./body.js";
import type { Circumstances } from "./coherence.js";
import { coherences } from "./coherences.js";

export interface Contradiction {
  /** The coherence. */
  readonly name: string;
  readonly what: string;
}

export const findContradictions = (body: Body, circumstances: Circumstances): readonly Contradiction[] =>
  coherences.flatMap(({ name, violated }) => {
    const what = violated(body, circumstances);
    return what === undefined ? [] : [{ name, what }];
  });
