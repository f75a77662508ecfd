import type { ChangeJson } from "../../diff/change.js";
import type { ExplanationJson } from "../../explain/explain.js";
import type { Problem } from "../../problem/problem.js";
import type { FileLine } from "../spec-folder/find-line.js";

/** How far the contract is known. */
export interface KnownUpTo {
  /** The newest release that is known. */
  readonly release: string;
  /** Its date; null if that is not known. */
  readonly date: string | null;
  /** Later releases of another program that are known to exist, and no more of them. */
  readonly beyond: {
    /** The first of them. */
    readonly from: string;
    /** The last of them. */
    readonly to: string;
    /** What they are releases of. */
    readonly of: string;
  } | null;
}

/** Which mplus-codegen this is. */
export interface Version {
  /** The version of the package. */
  readonly version: string;
  /** How far the contract is known. */
  readonly knownUpTo: KnownUpTo | null;
}

/** What there is to say of a spec. One with warnings only is clean, too. */
export interface Lint {
  /** Warnings; errors take the place of a result. */
  readonly problems: readonly Problem[];
}

/** What changes between the two sides. */
export interface Diff {
  /** The changes; the line of the spec where a reviewer has to look is left out where there is none. */
  readonly changes: readonly (ChangeJson & Partial<FileLine>)[];
  /** What is worth knowing, though it stops nothing. */
  readonly warnings: readonly Problem[];
}

/** Where the spec has it from. */
interface Source {
  /** Its title. */
  readonly title: string;
  /** What it calls itself, where that is something else. */
  readonly heading?: string | undefined;
  /** What kind of source it is. */
  readonly kind: string;
  /** Where it can be read. */
  readonly where?: string | undefined;
  /** The date or edition that it gives itself. */
  readonly stated?: string | undefined;
  /** The newest release that it names. */
  readonly newest?: string | undefined;
  /** When it was read last. */
  readonly read?: string | undefined;
  /** What it tells of. */
  readonly covers: string;
}

/** Without a range, and with one. */
export type Versions =
  | {
      /** The releases, the oldest first. */
      readonly releases: readonly {
        /** Its number. */
        readonly release: string;
        /** Its date, where that is known. */
        readonly date?: string | undefined;
        /** What it changed. */
        readonly summary: string;
      }[];
      /** How far the contract is known. */
      readonly knownUpTo: KnownUpTo;
      /** What the spec rests on. */
      readonly sources: readonly Source[];
    }
  | {
      /** The releases that brought something, the oldest first. */
      readonly releases: readonly {
        /** Its number. */
        readonly release: string;
        /** Its date, where that is known. */
        readonly date?: string | undefined;
        /** What it changed. */
        readonly summary?: string | undefined;
        /** The changes. */
        readonly changes: readonly ChangeJson[];
      }[];
      /** What is worth knowing, though it stops nothing. */
      readonly warnings: readonly Problem[];
    };

/** What was added to the spec. */
export interface Release {
  /** The file that was changed. */
  readonly file: string;
  /** The line where the release stands. */
  readonly line: number;
  /** Its number. */
  readonly release: string;
  /** Its date, where that is known. */
  readonly date?: string | undefined;
  /** What it changed. */
  readonly summary: string;
}

/** What there is to say of a path. */
export interface Explain {
  readonly fleet: string;
  /** What the path names: once for what comes, once for what is answered. */
  readonly matches: readonly ExplanationJson[];
  /** What is worth knowing, though it stops nothing. */
  readonly warnings: readonly Problem[];
}
