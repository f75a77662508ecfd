import { report } from "../../problem/catalogue.js";
import type { Place, Problem } from "../../problem/problem.js";
import { suggest } from "../../text/suggest.js";

/** Reports a name that is not among the known ones, and the one that was probably meant. */
export const reportUnknown = (
  what: string,
  name: string,
  known: readonly string[] | ReadonlySet<string>,
  place: Place,
): Problem[] =>
  ("has" in known ? known.has(name) : known.includes(name))
    ? []
    : [report("unknown-reference", { what, name, suggestion: suggest(name, known) }, place)];
