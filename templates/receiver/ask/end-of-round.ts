import { getCause, getCode, isError } from "../values/thrown.js";

const endOfRound = "MPLUS_END_OF_ROUND";

/** The error that ends a round. It is thrown so that the handler's `finally` blocks run; a handler may catch it. */
export function createEndOfRound(): Error {
  const message = "the round ends here: the handler is called again with the answer";
  return Object.assign(new Error(message), { code: endOfRound });
}

/** Whether a handler was stopped by its own question, also if it wrapped the error in others. */
export function isEndOfRound(fault: unknown, depth = 0): boolean {
  if (!isError(fault) || depth > deepestCause) return false;
  return getCode(fault) === endOfRound || isEndOfRound(getCause(fault), depth + 1);
}

const deepestCause = 10;
