/** Ctrl-C and similar signals. */
const interruptions = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Does something that Ctrl-C and similar signals bring to an early, orderly end. */
export async function untilInterrupted<T>(use: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const end = (): void => controller.abort();
  for (const name of interruptions) process.on(name, end);
  try {
    return await use(controller.signal);
  } finally {
    for (const name of interruptions) process.off(name, end);
  }
}
