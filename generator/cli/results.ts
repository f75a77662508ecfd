import type { ListedEvent, Operated, ShownEvent } from "../../templates/copied/inbox/events.js";
import type { ChangeJson } from "../changes/change.js";
import type { ExplanationJson } from "../changes/explain.js";
import type { Problem } from "../base/problem/problem.js";
import type { resultsToJson } from "../till/scenario/report-results.js";
import type { ReleaseEntry, SourceEntry } from "../contract/read/dialect.js";
import type { knownReleasesToJson } from "../base/time/fleet.js";
import type { findingToJson } from "./commands/doctor.js";
import type { newProjectToJson } from "./commands/init.js";
import type { sentToJson } from "./commands/send.js";
import type { scenarioToJson } from "./commands/simulate.js";
import type { DriftJson } from "./report/drift.js";
import type { summaryToJson } from "./report/summary.js";

/** What each command prints with `--json`, and the option `--version` too. With exit code 2, each prints its problems instead. */
export interface Results {
  /** The version of the package, and how far the contract is known. */
  readonly version: { readonly version: string; readonly knownUpTo: KnownUpTo | null };
  /** There is more than one output where a config says so. */
  readonly generate: { readonly outputs: readonly ReturnType<typeof summaryToJson>[] } & Warned;
  /** Warnings; errors take the place of a result. A spec with warnings only is clean, too. */
  readonly lint: { readonly problems: readonly Problem[] };
  readonly diff: Diff | Releases | BroughtReleases;
  /** What the path names: once for what comes, once for what is answered. */
  readonly explain: { readonly fleet: string; readonly matches: readonly ExplanationJson[] } & Warned;
  readonly drift: DriftJson & Warned;
  /** What was added to the spec, and where it stands now. */
  readonly release: ReleaseEntry & { readonly file: string; readonly line: number };
  readonly init: ReturnType<typeof newProjectToJson>;
  /** With `--curl` the calls take the place of the events. */
  readonly send: (Sent | { readonly calls: readonly string[] }) & { readonly notSent: readonly NotSent[] };
  readonly doctor: { readonly findings: readonly ReturnType<typeof findingToJson>[] };
  /** The outcomes of scenarios, each with its steps and their requests; or the built-in ones, each with the name to play it by. */
  readonly simulate:
    ReturnType<typeof resultsToJson> | { readonly scenarios: readonly ReturnType<typeof scenarioToJson>[] };
  readonly explore: Exploration | StoppedExploration;
  readonly mock: Mock;
  readonly inbox: InboxList | { readonly event: ShownEvent } | { readonly events: readonly Operated[] };
}

/** What a command prints with `--json`. */
export type Result<Name extends keyof Results> = Results[Name];

/** What is worth knowing of a call that went well. */
interface Warned {
  /** Each stops nothing. */
  readonly warnings: readonly Problem[];
}

/** How far the contract is known: the newest known release, and later ones that are only known to exist. */
type KnownUpTo = ReturnType<typeof knownReleasesToJson>;

/** What changes between two sides. */
interface Diff extends Warned {
  /** The changes; the line of the spec where a reviewer has to look is left out where there is none. */
  readonly changes: readonly (ChangeJson & { readonly file?: string; readonly line?: number })[];
}

/** The releases, without a range: the oldest first. */
interface Releases {
  readonly releases: readonly ReleaseEntry[];
  readonly knownUpTo: KnownUpTo;
  /** What the spec rests on. */
  readonly sources: readonly SourceEntry[];
}

/** The releases of a range that brought something, the oldest first. */
interface BroughtReleases extends Warned {
  readonly releases: readonly (Partial<ReleaseEntry> & { readonly changes: readonly ChangeJson[] })[];
}

/** The events that were sent, in this order. */
interface Sent {
  readonly events: readonly ReturnType<typeof sentToJson>[];
}

/** A till that sends no such event, and why, in a sentence. */
interface NotSent {
  readonly release: string;
  readonly reason: string;
}

/** What was found. */
interface Exploration {
  /** What decided the walks. */
  readonly seed: number;
  readonly walks: number;
  /** The events that were sent, the most frequent first, and how often the receiver did not take each, and said so in the vendor's format. */
  readonly events: readonly { readonly event: string; readonly sent: number; readonly notTaken: number }[];
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

/** Why the first event failed, in sentences: nothing was explored. */
interface StoppedExploration {
  readonly seed: number;
  readonly stopped: readonly string[];
}

/** A body that was made up. Whole numbers beyond 2^53 - 1 in it are written with all their digits. */
interface Mock extends Warned {
  readonly event: string;
  readonly side: "request" | "response";
  readonly size: "rich" | "smallest";
  /** What it was made of: the same one makes the same. */
  readonly seed: number;
  /** The release or the fleet that it is for. */
  readonly shops: string;
  readonly body: unknown;
}

/** The events that are not handled yet. */
interface InboxList {
  /** How many there are, shown or not. */
  readonly summary: Readonly<Record<"waiting" | "running" | "dead" | "blockedSessions", number>> & {
    /** When the oldest of those that wait was stored; null if none waits. */
    readonly oldest: string | null;
  };
  /** The events, the oldest first; at most --limit. */
  readonly events: readonly ListedEvent[];
}
