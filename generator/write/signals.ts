/** Ctrl-C and similar signals. */
export const interruptions = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Ignores Ctrl-C and similar signals while a function runs that must not stop half-way. */
export function deferSignals<T>(use: () => T): T {
  const ignore = (): void => undefined;
  for (const signal of interruptions) process.on(signal, ignore);
  try {
    return use();
  } finally {
    for (const signal of interruptions) process.off(signal, ignore);
  }
}
