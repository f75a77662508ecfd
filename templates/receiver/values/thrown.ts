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

/** The thrown value if a log can read it later without a throw; undefined otherwise. */
export function toLoggable(thrown: unknown): unknown {
  const parts = () =>
    isError(thrown) ? [thrown.name, thrown.message, thrown.stack, thrown.cause] : [JSON.stringify(thrown)];
  return read(parts) === undefined ? undefined : thrown;
}

function read<T>(get: () => T): T | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}
