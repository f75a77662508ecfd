import { suggest } from "../../text/words.js";
import { TillError } from "./error.js";

/**
 * The item of a name.
 * @throws TillError with a suggestion if there is none
 */
export function requireNamed<T>(
  what: string,
  name: string,
  items: readonly T[],
  getName: (item: T) => string,
): T {
  const found = items.find((item) => getName(item) === name);
  if (found !== undefined) return found;
  const names = items.map(getName);
  const meant = suggest(name, names);
  const hint = meant === undefined ? `There are: ${names.join(", ")}.` : `Did you mean ${meant}?`;
  throw new TillError("misuse", `There is no ${what} ${JSON.stringify(name)}. ${hint}`);
}
