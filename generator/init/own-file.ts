import type { OutputFile } from "../targets/target.js";

/** One file of a project that is the user's. */
export interface OwnFile extends OutputFile {
  /** The files that it is of no use without: it is left out where one of them is not ours. */
  readonly goesWith?: readonly string[];
  /** The script of package.json that runs it: it is left out where there is another one of that name. */
  readonly script?: string;
  /** What has to be in a file that is there already, and is left as it is. */
  readonly need?: string;
  /** Adds to a file that is there already what it lacks. */
  readonly addTo?: (text: string) => string;
}

/** A file that is not ours, and what has to be in the one that is in its place. */
export interface NotWritten {
  readonly path: string;
  readonly need?: string;
}
