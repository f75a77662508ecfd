// Anything may be thrown: an error whose message throws, a proxy that was revoked. Asking about it must not throw, too.

/** Whether what was thrown is an error, of this realm or another (a test runner's). */
export function isError(thrown: unknown): thrown is Error {
  const isOne = () => thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]";
  return read(isOne) === true;
}

/** Whether an error is of this class; whatever it is, it may answer otherwise each time it is asked. */
export function isOf<T extends Error>(
  thrown: unknown,
  type: abstract new (...args: never[]) => T,
): thrown is T {
  return read(() => thrown instanceof type) === true;
}

/** The error that an error was made from. */
export function getCause(error: Error): unknown {
  return read(() => error.cause);
}

/** The code of an error, as node's errors have one. */
export function getCode(error: Error): unknown {
  return read(() => (error as { readonly code?: unknown }).code);
}

/** The message of what was thrown, which may be an object with one. */
export function toReason(thrown: unknown): string {
  const message = read(() => (thrown as { readonly message?: unknown }).message);
  if (isError(thrown)) {
    return typeof message === "string" ? cut(message) : "what was thrown has a message that cannot be read";
  }
  const said = typeof thrown === "string" ? thrown : message;
  return `what was thrown is not an Error${typeof said === "string" ? `: ${cut(said)}` : ""}`;
}

const cut = (text: string): string => (text.length > 1000 ? `${text.slice(0, 1000)}…` : text);

/** What of a thrown thing can be handed to a log, which may look at it much later: nothing that throws when it is read. */
export function toLoggable(thrown: unknown): unknown {
  const parts = () =>
    isError(thrown) ? [thrown.name, thrown.message, thrown.stack, thrown.cause] : [JSON.stringify(thrown)];
  return read(parts) === undefined ? undefined : thrown;
}

function read<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
