import { report } from "../../problem/catalogue.js";
import type { Place, Problem } from "../../problem/problem.js";
import { suggest } from "../../text/suggest.js";

/** Reports what a file of `drift/` is about and the contract does not have, and what was probably meant. */
export const reportAstray = (
  what: string,
  name: string,
  known: ReadonlySet<string>,
  place: Place,
): Problem[] =>
  known.has(name) ? [] : [report("review-astray", { what, name, suggestion: suggest(name, known) }, place)];

/** Reports a name that is not among the known ones, and the one that was probably meant. */
export const reportUnknown = (
  what: string,
  name: string,
  known: Iterable<string>,
  place: Place,
): Problem[] =>
  new Set(known).has(name)
    ? []
    : [report("unknown-reference", { what, name, suggestion: suggest(name, known) }, place)];
