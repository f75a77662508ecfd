/** Says what is under way, before it begins: a person who waits may see it. */
export type Progress = (what: string) => void;

/** The terminal in front of a command, as far as a command need know it: `main` alone knows the streams. */
export interface Terminal {
  /** How many columns stdout has; undefined: it is no terminal, and no line is too long. */
  readonly columns?: number | undefined;
  readonly progress: Progress;
}

/** The context of a command, besides its arguments. Paths are seen from the working folder of the process. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly environment: Environment;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Nobody in front of it: a file, a pipe, a program. */
export const noTerminal: Terminal = { progress: () => undefined };

/** What a call prints to: a terminal, a file or a pipe. */
export interface Stream {
  readonly isTTY?: boolean;
  /** A terminal that does not know how wide it is says 0. */
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/**
 * Whether a stream shows colours: FORCE_COLOR decides, as node has it; else NO_COLOR, where it is not empty; else whether the stream is
 * a terminal that knows of them.
 */
export function showsColors(isTerminal: boolean, environment: Environment): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused = "", TERM: terminal } = environment;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return refused === "" && isTerminal && terminal !== "dumb";
}

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
