const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Lets Ctrl-C and its like wait until something is done that takes a moment and should not stop half-way. */
export function deferSignals<T>(use: () => T): T {
  const ignore = (): void => undefined;
  for (const signal of signals) process.on(signal, ignore);
  try {
    return use();
  } finally {
    for (const signal of signals) process.off(signal, ignore);
  }
}
