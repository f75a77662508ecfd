import type { Complaint } from "../../doctor/diagnose.js";
import type { Failure, StepResult } from "../../scenario/play/result.js";
import type { LeftOut, PendingEvent, Verdict } from "../../till/api/till.js";

/** An object whose properties are the contract's, or nobody's. */
type OpenObject = Readonly<Record<string, unknown>>;

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
  readonly leftOut: readonly LeftOut[];
  /** Parts of the answer that the till does not use. */
  readonly unused: readonly LeftOut[];
  /** What is odd in the answer, though the till takes it. */
  readonly notes: readonly LeftOut[];
  /** The parts of the sale that are not as in a new one, as they are now. */
  readonly effects: OpenObject;
  /** What the till sends next by itself. */
  readonly pending: readonly PendingEvent[];
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
      readonly notSent: NotSent;
    }
  | {
      /** The calls. */
      readonly calls: readonly string[];
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

/** A request, and what came of it. */
interface PlayedExchange {
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
  readonly verdict: Verdict["kind"];
  /** What is wrong with the answer. */
  readonly findings?: readonly string[] | undefined;
  /** The error request that the till sent as it could not use the answer, and the status of the reply; null if there was none. */
  readonly report?: { readonly request: OpenObject; readonly status: number | null } | undefined;
}

/** A step. */
interface Step extends Pick<StepResult, "title" | "outcome" | "failures" | "notes"> {
  /** Its line in the file. */
  readonly line?: number | undefined;
  /** Its column there. */
  readonly column?: number | undefined;
  /** In milliseconds of real time. */
  readonly duration: number;
  /** What is wrong with the server, where a till can use no answer of it. */
  readonly complaint?: Complaint | undefined;
  /** All requests of the step, those among them that the till made by itself. */
  readonly exchanges: readonly PlayedExchange[];
}

/** A scenario at a release. */
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
  /** What went wrong after the last step. */
  readonly failures: readonly Failure[];
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

/** The call itself, `--list` and `--schema`. */
export type Simulate =
  | { readonly scenarios: readonly Played[] }
  | { readonly scenarios: readonly BuiltIn[] }
  | { readonly $schema: string; readonly definitions: object };

/** What was found, or why nothing could be. */
export type Explore =
  | {
      /** What decided the walks. */
      readonly seed: number;
      /** How many walks were taken. */
      readonly walks: number;
      /** The events that were sent, the most frequent first. */
      readonly events: readonly {
        /** Its name. */
        readonly event: string;
        /** How often it was sent. */
        readonly sent: number;
        /** How often the receiver did not take it, and said so in the vendor's format. */
        readonly notTaken: number;
      }[];
      /** The events that the receiver says it does not have. */
      readonly lacking: readonly string[];
      /** What a receiver may not answer. */
      readonly failures: readonly {
        /** What went wrong, in a few words. The same for the same failure. */
        readonly name: string;
        /** What shows it: a scenario, in YAML. */
        readonly scenario: string;
        /** What went wrong when the scenario was played again, in sentences. */
        readonly messages: readonly string[];
        /** Whether the scenario failed in the same way when it was played again. */
        readonly failsAgain: boolean;
        /** The body of the answer; null if there was none, or it is not the answer that is wrong. */
        readonly answer: string | null;
      }[];
    }
  | {
      /** What decided the walks. */
      readonly seed: number;
      /** Why the first event failed, in sentences: nothing was explored. */
      readonly stopped: readonly string[];
    };
