import type { Verdict } from "../../drift/judge/finding.js";
import type { Problem } from "../../problem/problem.js";

/** One source. */
interface Source {
  /** Its file, as it was named in the call. */
  readonly file: string;
  /** What it calls itself; empty if it does not. */
  readonly title: string;
  /** What kind of source it is. */
  readonly kind: "definitions" | "release notes" | "WSDL" | "traffic";
  /** How many rows, items and sentences, or recorded bodies, were read. */
  readonly count: number;
  /** The newest release that it names; null if it names none. */
  readonly newest: string | null;
  /** The day that it gives itself; null if it gives none. */
  readonly date: string | null;
  /** Of recorded traffic: the lowest release that explains each side of it. */
  readonly lowest: readonly {
    /** What the till sent, or what it was answered. */
    readonly side: "request" | "response";
    /** The release; null if every release does. */
    readonly release: string | null;
    /** The release that no longer has some of it; null if none is known. */
    readonly until: string | null;
    /** Whether one release has all of it; if none has, the release is the highest that some part needs. */
    readonly one: boolean;
    /** What needs a release, the latest first. */
    readonly evidence: readonly {
      /** The claim. */
      readonly name: string;
      /** The first release that has it. */
      readonly release: string;
    }[];
  }[];
  /** How many findings have each verdict; those that none has are left out. */
  readonly counts: readonly {
    /** What became of it. After the last four there is something to do. */
    readonly verdict: Verdict;
    /** How many. */
    readonly count: number;
  }[];
}

/** What it is about. */
interface Subject {
  /** Where that is: in what comes, in what is answered, in one of them; or it is an event or a release. */
  readonly side: "request" | "response" | "body" | "event" | "release";
  /** Its path, the name of the event, or the release. */
  readonly path: string;
  /** The events of which it is said; left out: all that have it. */
  readonly events?: readonly string[] | undefined;
}

/** What can be added to `drift/reviewed.json`, for each of its lists. */
type Review =
  | {
      readonly list: "claims";
      /** The entry. */
      readonly entry: {
        /** What the source calls itself. */
        readonly source: string;
        /** The headings above it. */
        readonly place?: string | undefined;
        /** The hash of the sentence. */
        readonly hash?: string | undefined;
        /** The name of the claim. */
        readonly claim: string;
        /** The erratum that it is. */
        readonly erratum?: string | undefined;
        /** Why it may differ: empty, for you to say. */
        readonly why: string;
      };
    }
  | {
      readonly list: "sentences";
      /** The entry. */
      readonly entry: {
        /** What the source calls itself. */
        readonly source: string;
        /** The headings above it. */
        readonly place?: string | undefined;
        /** The hash of the sentence. */
        readonly hash: string;
        /** What it explains. */
        readonly of?: string | undefined;
        /** What it says: empty, for you to say. */
        readonly words?: string | undefined;
      };
    };

/** One claim, or one sentence without one. */
interface Finding {
  /** The file that it is in. */
  readonly source: string;
  /** What became of it. After the last four there is something to do. */
  readonly verdict: Verdict;
  /** What differs; empty if nothing does. */
  readonly message: string;
  /** The name of the claim. */
  readonly name?: string | undefined;
  /** What it is about. */
  readonly subject?: Subject | undefined;
  /** Where it stands. */
  readonly place?:
    | {
        /** The file. */
        readonly file: string;
        /** What the source calls itself. */
        readonly title: string;
        /** The headings above it; empty at the top. */
        readonly section: string;
        /** The line, from 1. */
        readonly line: number;
        /** Of recorded traffic: which record, from 1. */
        readonly record?: number | undefined;
      }
    | undefined;
  /** What stands there. It is the vendor's: print it, and do not keep it. */
  readonly sentence?: string | undefined;
  /** The hash by which a review knows the sentence. */
  readonly hash?: string | undefined;
  /** Where in the spec this is, or would be. */
  readonly spec?:
    | {
        /** The file. */
        readonly file: string;
        /** The line, from 1. */
        readonly line: number;
      }
    | undefined;
  /** What a person wrote of it; empty if the description of its subject says it. */
  readonly reviewed?: string | undefined;
  readonly review?: Review | undefined;
}

/** One thing. */
interface Decision {
  /** Whether a text is to be written, a guess to be confirmed, or the spec to be edited by hand. */
  readonly kind: "write" | "confirm" | "edit";
  /** What it is about. */
  readonly subject?: Subject | undefined;
  /** Where in the spec, as the proposal leaves it. */
  readonly place?:
    | {
        /** The file. */
        readonly file: string;
        /** JSON Pointer into it; empty for all of it. */
        readonly pointer: string;
      }
    | undefined;
  /** What to do, in sentences. */
  readonly message: string;
}

/** What the sources say, against what the spec says. */
export interface Drift {
  /** The sources, in the order of the call. */
  readonly sources: readonly Source[];
  /** All findings. */
  readonly findings: readonly Finding[];
  /** What a person has to do about what --patch proposes. */
  readonly decisions: readonly Decision[];
  /** What is worth knowing, though it stops nothing. */
  readonly warnings: readonly Problem[];
}
