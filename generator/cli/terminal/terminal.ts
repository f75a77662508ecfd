/** Says what is under way, before it begins: a person who waits may see it. */
export type Progress = (what: string) => void;

/** The terminal in front of a command, as far as a command need know it: `main` alone knows the streams. */
export interface Terminal {
  /** How many columns stdout has; undefined: it is no terminal, and no line is too long. */
  readonly columns?: number | undefined;
  readonly progress: Progress;
}

/** Nobody in front of it: a file, a pipe, a program. */
export const noTerminal: Terminal = { progress: () => undefined };

/** What a call prints to: a terminal, a file or a pipe. */
export interface Stream {
  readonly isTTY?: boolean;
  /** A terminal that does not know how wide it is says 0. */
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}
