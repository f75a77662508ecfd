/** The terminal in front of a command. */
export interface Terminal {
  /** How many columns stdout has; undefined: it is no terminal, and no line is too long. */
  readonly columns: number | undefined;
  /** Prints on stdout and stderr before the command ends. */
  readonly print: (stdout: string, stderr?: string) => void;
  /** Prints a line on stderr where that is a terminal: a run that takes long begins. */
  readonly announce: (line: string) => void;
}

/** The context of a command, besides its arguments. Paths are seen from the working folder of the process. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly environment: Environment;
}

export type Environment = Readonly<Record<string, string | undefined>>;

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
