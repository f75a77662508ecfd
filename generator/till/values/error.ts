import { suggest } from "../../text/words.js";

/** What a till cannot do: a call that its release, its screen or its settings do not allow. */
export class TillError extends Error {
  override readonly name = "TillError";
  /**
   * `not there`: its release, or its product, does not do this, so that nothing can be learnt from trying. `misuse`: the call
   * is at fault.
   */
  readonly kind: "not there" | "misuse";

  constructor(kind: TillError["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The error of a call that is at fault. */
export const misuse = (message: string): TillError => new TillError("misuse", message);

type Named<T> = readonly (readonly [name: string, item: T])[];

/**
 * The item of a name.
 * @throws TillError with a suggestion if there is none
 */
export function requireNamed<T>(what: string, name: string, entries: Named<T>): T {
  const found = entries.find(([each]) => each === name);
  if (found) return found[1];
  const names = entries.map(([each]) => each);
  const meant = suggest(name, names);
  const hint = meant === undefined ? `There are: ${names.join(", ")}.` : `Did you mean ${meant}?`;
  throw misuse(`There is no ${what} ${JSON.stringify(name)}. ${hint}`);
}
