export interface Terminal {
  /** The width of stdout. Undefined if it is not a terminal, so lines may have any length. */
  readonly columns: number | undefined;
  readonly print: (stdout: string, stderr?: string) => void;
  /** Prints a line on stderr before a long run, if that is a terminal. */
  readonly announce: (line: string) => void;
}

/** Paths are relative to the working folder. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly environment: Environment;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Stream {
  readonly isTTY?: boolean;
  /** A terminal that does not know its width reports 0. */
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** FORCE_COLOR decides as in Node, then a NO_COLOR that is not empty, then whether the terminal supports colors. */
export function showsColors(isTerminal: boolean, environment: Environment): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused = "", TERM: terminal } = environment;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return refused === "" && isTerminal && terminal !== "dumb";
}

const interruptions = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Ctrl-C and similar signals end the function early and cleanly. */
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
