/** An object whose properties are the contract's, or nobody's. */
type OpenObject = Readonly<Record<string, unknown>>;

/** What is wrong with the answer. */
type Findings = readonly {
  /** What kind it is. Stable. */
  readonly code: string;
  /** A sentence. */
  readonly message: string;
  /** JSON Pointer into the answer. */
  readonly path?: string | undefined;
}[];

/** What the till makes of an answer. */
type Verdict =
  | {
      readonly kind: "taken";
      /** The answer, as the till reads it. */
      readonly answer: OpenObject;
    }
  | {
      readonly kind: "refused";
      /** What is wrong with the answer. */
      readonly findings: Findings;
    }
  | {
      readonly kind: "failed";
      /** The status. */
      readonly status: number;
      /** What it says. */
      readonly error?:
        | {
            /** Its code. */
            readonly code: string;
            /** Its message. */
            readonly message: string;
          }
        | undefined;
    }
  | {
      readonly kind: "silent";
      /** What is wrong with the answer. */
      readonly findings: Findings;
    };

/** An event that the till will send by itself. */
interface Pending {
  /** Its name. */
  readonly event: string;
  /** When, in milliseconds since the till was started. */
  readonly at: number;
  /** Whether an answer can bring what the till waits for to an end. */
  readonly canEnd: boolean;
}

/** What is wrong with the server. */
interface Complaint {
  /** The kind of fault. Stable. */
  readonly id: string;
  /** What was seen, in a sentence. */
  readonly message: string;
  /** What to do about it, in a sentence. */
  readonly change: string;
}

/** A part of a body, and something to say of it. */
interface Remark {
  /** JSON Pointer into the body. */
  readonly path: string;
  /** Why, in a sentence. */
  readonly message: string;
}

/** One event. */
interface Sent {
  /** Its name. */
  readonly event: string;
  /** Where it was sent to. */
  readonly url: string;
  /** The release of the till. */
  readonly release: string;
  /** The status of the answer; null if there was none. */
  readonly status: number | null;
  /** How long the answer took, in milliseconds. */
  readonly duration: number;
  /** The body of the answer, as it came; null if there was none. */
  readonly answer: string | null;
  /** Whether a till uses the answer. */
  readonly taken: boolean;
  /** What is wrong with the server. */
  readonly complaint: Complaint | null;
  readonly verdict: Verdict;
  /** What was asked for and not sent, as this release does not know it. */
  readonly leftOut: readonly Remark[];
  /** Parts of the answer that the till does not use. */
  readonly unused: readonly Remark[];
  /** The parts of the sale that changed, as they are now. */
  readonly effects: OpenObject;
  /** What the till sends next by itself. */
  readonly pending: readonly Pending[];
}

/** The tills that send no such event. */
type NotSent = readonly {
  /** Its release. */
  readonly release: string;
  /** Why, in a sentence. */
  readonly reason: string;
}[];

/** Without `--curl`, and with it. */
export type Send =
  | {
      /** The events, in the order of sending. */
      readonly events: readonly Sent[];
      /** The tills that send no such event. */
      readonly notSent: NotSent;
    }
  | {
      /** The calls. */
      readonly calls: readonly string[];
      /** The tills that send no such event. */
      readonly notSent: NotSent;
    };

/** What the doctor found. */
export interface Doctor {
  /** What was asked, and what came of it. */
  readonly findings: readonly {
    /** Which question it is. Stable. */
    readonly id: string;
    /** The question. */
    readonly question: string;
    /** Whether a till relies on it, or it is advice. */
    readonly basis: "documented" | "advice";
    /** What came of it. */
    readonly state: "well" | "wrong" | "advice" | "skipped";
    /** What was seen, in a sentence. */
    readonly saw: string;
    /** What to change; null if nothing has to. */
    readonly change: string | null;
    /** The kind of fault, where it has a name. Stable. */
    readonly fault: string | null;
  }[];
}

/** What went wrong. */
type Failures = readonly {
  /** A sentence. */
  readonly message: string;
  /** Expected and seen, place by place; none if the sentence says all. */
  readonly differences: readonly {
    /** The place in the answer; empty for all of it. */
    readonly path: string;
    /** What was expected; missing if nothing was. */
    readonly expected?: unknown;
    /** What is there; missing if nothing is. */
    readonly seen?: unknown;
  }[];
}[];

/** A request, and what came of it. */
interface Exchange {
  /** When it was sent, in milliseconds since the till was started, on the till's own clock. */
  readonly at: number;
  /** The event. */
  readonly event: string;
  /** The body that was sent. */
  readonly request: OpenObject;
  /** The status of the answer; missing if there was none. */
  readonly status?: number | undefined;
  /** The answer, where it is a JSON object. */
  readonly answer?: OpenObject | undefined;
  /** The body of the answer, where it is no JSON object. */
  readonly body?: string | undefined;
  /** What the till made of it. */
  readonly verdict: "taken" | "refused" | "failed" | "silent";
  /** What is wrong with the answer. */
  readonly findings?: readonly string[] | undefined;
  /** What the till sent because it could not use the answer. */
  readonly report?:
    | {
        /** The body. */
        readonly request: OpenObject;
        /** The status that it was answered with; null if it was not answered. */
        readonly status: number | null;
      }
    | undefined;
}

/** A step. */
interface Step {
  /** What it does. */
  readonly title: string;
  /** What came of it. */
  readonly outcome: "passed" | "failed" | "not played" | "not run";
  /** What went wrong. */
  readonly failures: Failures;
  /** What is worth knowing though nothing is wrong. */
  readonly notes: readonly string[];
  /** Its line in the file. */
  readonly line?: number | undefined;
  /** Its column there. */
  readonly column?: number | undefined;
  /** In milliseconds of real time. */
  readonly duration: number;
  /** All requests of the step, those among them that the till made by itself. */
  readonly exchanges: readonly Exchange[];
}

/** A scenario at one release. */
interface Played {
  /** Its name. */
  readonly name: string;
  /** Its file. */
  readonly file: string;
  /** The release of the till. */
  readonly release: string;
  /** What came of it. */
  readonly outcome: "passed" | "failed" | "not played";
  /** Why it was not played. */
  readonly reason?: string | undefined;
  /** Its steps. */
  readonly steps: readonly Step[];
  /** What went wrong. */
  readonly failures: Failures;
  /** What is worth knowing though nothing is wrong. */
  readonly notes: readonly string[];
  /** What helps to find out why it failed. */
  readonly hints: readonly string[];
}

/** A built-in scenario. */
interface BuiltIn {
  /** The name to play it by. */
  readonly id: string;
  /** Its name in reports. */
  readonly name: string;
  /** What it shows. */
  readonly description?: string | undefined;
  /** What an integration has to do for it. */
  readonly needs?: string | undefined;
  /** What --set can change. */
  readonly values: OpenObject;
}

/** The call itself, `--list`, `--from-trace` and `--schema`. */
export type Simulate =
  | {
      /** Each scenario at each release. */
      readonly scenarios: readonly Played[];
    }
  | {
      /** The scenarios. */
      readonly scenarios: readonly BuiltIn[];
    }
  | {
      /** The scenario, in YAML. */
      readonly scenario: string;
    }
  | { readonly $schema: string; readonly definitions: object };
