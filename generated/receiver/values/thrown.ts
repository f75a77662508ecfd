// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// JavaScript can throw anything: an error whose message is a getter that throws, a revoked proxy. Each function here
// looks at such a value without throwing.

/** Whether a thrown value is an Error, of this realm or another (a test runner's). */
export function isError(thrown: unknown): thrown is Error {
  const isOne = () => thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]";
  return read(isOne) === true;
}

/** Whether a thrown value is an instance of this class. A proxy may answer differently each time. */
export function isInstance<T extends Error>(
  thrown: unknown,
  type: abstract new (...args: never[]) => T,
): thrown is T {
  return read(() => thrown instanceof type) === true;
}

/** The `cause` of an error. */
export function getCause(error: Error): unknown {
  return read(() => error.cause);
}

/** The `code` of an error, which Node's errors have. */
export function getCode(error: Error): unknown {
  return read(() => (error as { readonly code?: unknown }).code);
}

/** The message of a thrown value, cut to 1000 characters; also where the value is a string or a plain object. */
export function toReason(thrown: unknown): string {
  const message = read(() => (thrown as { readonly message?: unknown }).message);
  if (isError(thrown)) {
    return typeof message === "string" ? cut(message) : "what was thrown has a message that cannot be read";
  }
  const text = typeof thrown === "string" ? thrown : message;
  return `what was thrown is not an Error${typeof text === "string" ? `: ${cut(text)}` : ""}`;
}

const cut = (text: string): string => (text.length > 1000 ? `${text.slice(0, 1000)}…` : text);

/**
 * What a log gets of a thrown value: an Error with its name, message and stack, and with its causes likewise. Nothing else
 * of it: an error of a database may have a query with its values. `write` changes each line of a text.
 */
export function toLoggable(thrown: unknown, write = (line: string): string => line, depth = 0): Error {
  const writeLines = (text: string): string => text.split("\n").map(write).join("\n");
  const message = writeLines(toReason(thrown));
  const error = isError(thrown) ? thrown : undefined;
  const name = write(readText(() => error?.name) ?? "Error");
  const stack = readText(() => error?.stack);
  const isDeep = depth >= 4;
  const cause = error && getCause(error);
  const errors = read(() => (error as { readonly errors?: unknown } | undefined)?.errors);
  const isMany = Array.isArray(errors) && !isDeep;
  return hide(new Error(message), {
    name,
    stack: stack === undefined ? `${name}: ${message}` : writeLines(stack),
    // pino takes the name of the class instead of `name`, if it is a function.
    constructor: { name },
    ...(isError(cause) && !isDeep && { cause: toLoggable(cause, write, depth + 1) }),
    ...(isMany && {
      errors: errors.slice(0, 10).map((each: unknown) => toLoggable(each, write, depth + 1)),
    }),
  });
}

/** Gives an error properties that are not listed, as its own are. */
function hide(error: Error, properties: Readonly<Record<string, unknown>>): Error {
  for (const [name, value] of Object.entries(properties))
    Object.defineProperty(error, name, { value, configurable: true, writable: true });
  return error;
}

function readText(get: () => unknown): string | undefined {
  const text = read(get);
  return typeof text === "string" ? text : undefined;
}

function read<T>(get: () => T): T | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}
