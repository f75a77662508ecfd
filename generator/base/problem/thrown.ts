import { shorten } from "../text/quote.js";
import { isErrorObject } from "./problem.js";

export interface Thrown {
  readonly message: string;
  /** The lines of the stack that name a place, innermost first. Empty if there is no stack. */
  readonly places: readonly string[];
}

/**
 * Reads what somebody else's code threw. That may be any value, and its properties may be missing, of another type,
 * very long, or throw an error themselves. Never throws.
 */
export function readThrown(thrown: unknown): Thrown {
  if (!isErrorLike(thrown)) return { message: describeValue(thrown), places: [] };
  const message = readText(thrown, "message");
  // The places follow the message, which may be long.
  const lines = readText(thrown, "stack").slice(-maxPlacesLength).split("\n");
  return {
    message: message === "" ? "it threw an Error without a message" : shorten(message),
    places: lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim()),
  };
}

/** In characters. */
const maxPlacesLength = 20_000;

function describeValue(thrown: unknown): string {
  if (typeof thrown === "string" && thrown !== "") return shorten(thrown);
  const isPlain = ["undefined", "number", "boolean", "symbol"].includes(typeof thrown) || thrown === null;
  return isPlain ? `it threw ${shorten(String(thrown))}` : "it threw a value that is not an Error";
}

function isErrorLike(thrown: unknown): thrown is Error {
  try {
    return isErrorObject(thrown);
  } catch {
    return false;
  }
}

/** Empty if it is not a text. */
function readText(error: Error, property: "message" | "stack"): string {
  try {
    const value: unknown = error[property];
    return typeof value === "string" ? value : "";
  } catch {
    return "";
  }
}
