const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Ignores Ctrl-C and similar signals while a function runs that must not stop half-way. */
export function deferSignals<T>(use: () => T): T {
  const ignore = (): void => undefined;
  for (const signal of signals) process.on(signal, ignore);
  try {
    return use();
  } finally {
    for (const signal of signals) process.off(signal, ignore);
  }
}
