import { quote } from "../text/quote.js";

/** What is said of one kind of problem, and what to do about it. */
export interface Entry<Params> {
  readonly severity?: "warning";
  readonly message: (params: Params) => string;
  readonly hint?: (params: Params) => string | undefined;
}

/** Keeps the parameter type of one entry for `report`. */
export function entry<Params>(value: Entry<Params>): Entry<Params> {
  return value;
}

/** The hint where a name is near to one that there is. */
export const didYouMean = ({ suggestion }: { suggestion: string | undefined }): string | undefined =>
  suggestion === undefined ? undefined : `Did you mean ${quote(suggestion)}?`;
