import { suggest } from "../../base/text/words.js";

/** Thrown for a call that the till's release, screen or settings do not allow. */
export class TillError extends Error {
  override readonly name = "TillError";
  /** `not there`: the till's release or product does not do this, so trying proves nothing. `misuse`: an invalid call. */
  readonly kind: "not there" | "misuse";

  constructor(kind: TillError["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

export const misuse = (message: string): TillError => new TillError("misuse", message);

type NamedItem<T> = readonly (readonly [name: string, item: T])[];

/**
 * Finds an item by name.
 * @throws TillError with a suggestion if there is none
 */
export function requireNamed<T>(what: string, name: string, entries: NamedItem<T>): T {
  const found = entries.find(([each]) => each === name);
  if (found) return found[1];
  const names = entries.map(([each]) => each);
  const suggestion = suggest(name, names);
  const hint =
    suggestion === undefined ? `Expected one of: ${names.join(", ")}.` : `Did you mean ${suggestion}?`;
  throw misuse(`Unknown ${what} ${JSON.stringify(name)}. ${hint}`);
}
