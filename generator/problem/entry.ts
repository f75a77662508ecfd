import { quote } from "../text/quote.js";

/** One kind of problem: the message, and a hint that says what to do. */
export interface Entry<Params> {
  readonly severity?: "warning";
  readonly message: (params: Params) => string;
  readonly hint?: (params: Params) => string | undefined;
}

/** Declares an entry with the type of its parameters. */
export function entry<Params>(value: Entry<Params>): Entry<Params> {
  return value;
}

/** The hint for a name that is similar to a known one. */
export const didYouMean = ({ suggestion }: { suggestion: string | undefined }): string | undefined =>
  suggestion === undefined ? undefined : `Did you mean ${quote(suggestion)}?`;
