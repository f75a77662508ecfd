import { suggest } from "../../text/suggest.js";
import { TillError } from "./error.js";

/**
 * The entry of a name.
 * @throws TillError with a suggestion if there is none
 */
export function requireNamed<T>(what: string, name: string, entries: readonly (readonly [string, T])[]): T {
  const found = entries.find(([known]) => known === name);
  if (found) return found[1];
  const meant = suggest(
    name,
    entries.map(([known]) => known),
  );
  const hint =
    meant === undefined
      ? `There are: ${entries.map(([known]) => known).join(", ")}.`
      : `Did you mean ${meant}?`;
  throw new TillError("misuse", `There is no ${what} ${JSON.stringify(name)}. ${hint}`);
}
