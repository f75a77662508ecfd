/** What an attempt throws; undefined where it does not. */
export function catchError(attempt: () => unknown): unknown {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return error;
  }
}
