import type { ChangeJson } from "../diff/change.js";
import type { Complaint } from "../doctor/diagnose.js";
import type { Probe, ProbeFinding } from "../doctor/probe.js";
import type { ExplanationJson } from "../explain/explain.js";
import type { Problem } from "../problem/problem.js";
import type { resultsToJson } from "../scenario/report/to-json.js";
import type { Scenario } from "../scenario/scenario.js";
import type { ReleaseEntry, SourceEntry } from "../spec/dialect.js";
import type { LeftOut, PendingEvent, Verdict } from "../till/api/till.js";
import type { knownToJson } from "../time/history.js";
import type { Action } from "../write/plan.js";
import type { DriftJson } from "./report/drift.js";

/** What each command prints with `--json`, and the option `--version` too. With exit code 2, each prints its problems instead. */
export interface Results {
  readonly version: Version;
  readonly generate: Generate;
  readonly lint: Lint;
  readonly diff: Diff | Releases | BroughtReleases;
  readonly explain: Explain;
  readonly drift: DriftJson & Warned;
  readonly release: AddedRelease;
  readonly init: Init;
  readonly send: Send;
  readonly doctor: Doctor;
  readonly simulate: Simulate | BuiltIns | ScenarioSchema;
  readonly explore: Exploration | StoppedExploration;
  readonly mock: Mock;
  readonly inbox: InboxList | InboxEvent | InboxOutcomes;
}

/** What a command prints with `--json`. */
export type Result<Name extends keyof Results> = Results[Name];

/** What is worth knowing of a call that went well. */
interface Warned {
  /** Each stops nothing. */
  readonly warnings: readonly Problem[];
}

/** How far the contract is known: the newest known release, and later ones that are only known to exist. */
type KnownUpTo = ReturnType<typeof knownToJson>;

/** Which mplus-codegen this is. */
interface Version {
  /** The version of the package. */
  readonly version: string;
  /** How far the contract is known. */
  readonly knownUpTo: KnownUpTo | null;
}

/** What there is to say of a spec. One with warnings only is clean, too. */
interface Lint {
  /** Warnings; errors take the place of a result. */
  readonly problems: readonly Problem[];
}

/** What changes between two sides. */
interface Diff extends Warned {
  /** The changes; the line of the spec where a reviewer has to look is left out where there is none. */
  readonly changes: readonly (ChangeJson & { readonly file?: string; readonly line?: number })[];
}

/** The releases, without a range. */
interface Releases {
  /** The oldest first. */
  readonly releases: readonly ReleaseEntry[];
  /** How far the contract is known. */
  readonly knownUpTo: KnownUpTo;
  /** What the spec rests on. */
  readonly sources: readonly SourceEntry[];
}

/** The releases of a range. */
interface BroughtReleases extends Warned {
  /** Those that brought something, the oldest first. */
  readonly releases: readonly (Partial<ReleaseEntry> & {
    /** The changes. */
    readonly changes: readonly ChangeJson[];
  })[];
}

/** What there is to say of a path. */
interface Explain extends Warned {
  readonly fleet: string;
  /** What the path names: once for what comes, once for what is answered. */
  readonly matches: readonly ExplanationJson[];
}

/** What was added to the spec. */
interface AddedRelease extends ReleaseEntry {
  /** The file that was changed. */
  readonly file: string;
  /** The line where the release stands. */
  readonly line: number;
}

/** One output. */
interface Output {
  /** Whether it was written, or only looked at. */
  readonly mode: "written" | "check";
  /** Its folder. */
  readonly out: string;
  /** The shops that it is for. */
  readonly fleet: {
    /** As a range or a list. */
    readonly label: string;
    /** The releases that make a difference. */
    readonly steps: readonly string[];
  };
  /** How far the contract is known. */
  readonly knownUpTo: KnownUpTo;
  /** How many files there are of each kind. */
  readonly counts: Readonly<Record<Action, number>>;
  /** The files. */
  readonly files: readonly {
    /** Its path, from the folder of the output. */
    readonly path: string;
    /** The target that it is of. */
    readonly target: string;
    /** What was done with it, or would be. */
    readonly action: Action;
  }[];
  /** What was left out, because not every shop of the fleet knows it. */
  readonly omissions: readonly {
    /** The part. */
    readonly what: string;
    /** Why, in words. */
    readonly reason: string;
  }[];
}

/** What was generated. There is more than one output where a config says so. */
interface Generate extends Warned {
  /** Each output. */
  readonly outputs: readonly Output[];
}

/** A body that was made up. Whole numbers beyond 2^53 - 1 in it are written with all their digits. */
interface Mock extends Warned {
  /** The event. */
  readonly event: string;
  /** Whether a shop sends it, or it is an answer. */
  readonly side: "request" | "response";
  /** Whether it has all there is, or what is required. */
  readonly size: "rich" | "smallest";
  /** What it was made of: the same one makes the same. */
  readonly seed: number;
  /** The release or the fleet that it is for. */
  readonly shops: string;
  /** The body. */
  readonly body: unknown;
}

/** The project that was made. */
interface Init extends Warned {
  /** Its folder. */
  readonly dir: string;
  /** The framework, as its name is written. */
  readonly framework: string;
  /** What installs its packages. */
  readonly packageManager: "npm" | "pnpm" | "yarn";
  /** The kind of its modules. */
  readonly module: "esm" | "commonjs";
  /** The events that it answers. */
  readonly events: readonly string[];
  /** The files that were written. */
  readonly files: readonly string[];
  /** The files that were there, and are left as they were. */
  readonly left: readonly string[];
  /** Lines that the user has to add to some of those, and the place in the file. */
  readonly needs: readonly {
    readonly path: string;
    readonly place: string;
    readonly lines: readonly string[];
  }[];
  /** The files that were not written, as they go with others of your own. */
  readonly omitted: readonly string[];
  /** The commands to go on with, in its folder. */
  readonly next: readonly string[];
}

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
type Send =
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
interface Doctor {
  /** What was asked, and what was seen. */
  readonly findings: readonly (Pick<Probe, "id" | "question" | "basis"> &
    Pick<ProbeFinding, "state" | "saw"> & {
      /** What to change; null if nothing has to. */
      readonly change: string | null;
      /** The kind of fault, where it has a name. Stable. */
      readonly fault: string | null;
    })[];
}

/** The outcomes of scenarios, each with its steps and their requests. */
type Simulate = ReturnType<typeof resultsToJson>;

/** With `--list`. */
interface BuiltIns {
  /** The built-in scenarios, each with the name to play it by. */
  readonly scenarios: readonly ({ readonly id: string } & Pick<Scenario, "name" | "values"> & {
      /** What it shows. */
      readonly description?: string | undefined;
      /** What an integration has to do for it. */
      readonly needs?: string | undefined;
    })[];
}

/** With `--schema`: the JSON Schema of scenarios. */
interface ScenarioSchema {
  readonly $schema: string;
  readonly definitions: object;
}

/** What was found. */
interface Exploration {
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

/** Why nothing could be found. */
interface StoppedExploration {
  /** What decided the walks. */
  readonly seed: number;
  /** Why the first event failed, in sentences: nothing was explored. */
  readonly stopped: readonly string[];
}

/** An event, as every list has it. */
interface StoredEvent {
  /** Its id, a UUID. */
  readonly id: string;
  /** The name of the event. */
  readonly event: string;
  /** The id of the subscription that it came for. */
  readonly subscriptionId: string;
  /** The session that it is about, or else its till. */
  readonly about: string;
  /** What becomes of it. */
  readonly state: "waiting" | "blocked" | "retrying" | "running" | "dead" | "handled" | "cancelled";
  /** How many attempts have begun. */
  readonly attempts: number;
  /** When it was stored, in UTC as ISO 8601 has it. */
  readonly storedAt: string;
  /** When it may be tried again; null if it does not wait for that. */
  readonly nextAttemptAt: string | null;
  /** Why the last attempt failed; null if none did. */
  readonly lastError: string | null;
  /** How many events of its session were stored after it, and wait. */
  readonly waitingBehind: number;
}

/** The events that are not handled yet. */
interface InboxList {
  /** How many there are, shown or not. */
  readonly summary: {
    /** How many wait for a worker. */
    readonly waiting: number;
    /** How many are being handled. */
    readonly running: number;
    /** How many have used up their attempts. */
    readonly dead: number;
    /** How many sessions wait until somebody retries or drops a dead event. */
    readonly blockedSessions: number;
    /** When the oldest of those that wait was stored; null if none waits. */
    readonly oldest: string | null;
  };
  /** The events, the oldest first; at most --limit. */
  readonly events: readonly StoredEvent[];
}

/** One event. */
interface InboxEvent {
  /** All that is kept of it. */
  readonly event: StoredEvent & {
    /** The queue that it is in. */
    readonly queue: string;
    /** Events of one key are handled one after another. */
    readonly key: string;
    /** The JSON of the request, as it came: a customer's data may be in it. */
    readonly body: string;
  };
}

/** What became of the events that were named. */
interface InboxOutcomes {
  /** In the order in which they were named; of all that are dead, the oldest first. */
  readonly events: readonly {
    /** Its id, a UUID. */
    readonly id: string;
    /** It was done; or the event was gone; or its state, in which that cannot be done. */
    readonly outcome: "done" | "gone" | "waiting" | "retrying" | "running" | "dead" | "handled" | "cancelled";
  }[];
}
