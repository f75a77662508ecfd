import type { JsonObject } from "../../base/json.js";
import type { Exchange, Till, TillOptions } from "../engine/till.js";
import type { PostResult } from "../engine/post.js";
import type { Complaint } from "./diagnose.js";
import type { RawRequest } from "./facts.js";

/** One thing that the doctor wants to know. */
export interface Probe {
  /** Stable. */
  readonly id: string;
  /** The probe that has to be well before this one means anything, if there is one. */
  readonly needs: string | undefined;
  readonly question: string;
  /** `documented`: a till relies on it. `advice`: it is ours, for what no source says or for what goes wrong in practice. */
  readonly basis: "documented" | "advice";
  /** Asks; undefined where there is nothing to ask. */
  readonly ask: (access: ProbeContext) => Observation | undefined | Promise<Observation | undefined>;
}

/** Whom to examine, and the event to do it with. */
export interface Examination {
  readonly startTill: (options: TillOptions) => Till;
  readonly till: Omit<TillOptions, "fetch">;
  readonly event: string;
  /** What is special in it. */
  readonly parts: JsonObject;
  /** How long to wait for an answer, in milliseconds. */
  readonly deadline: number;
}

/** What a probe can use: how to send events, and what the probes before it found. */
export interface ProbeContext extends Examination {
  /** How long answers took so far, in milliseconds. */
  readonly durations: readonly number[];
  /** What the probes before have found, by their ids. */
  readonly findings: ReadonlyMap<string, ProbeFinding>;
  /** Sends a new event, which may be changed on its way; `answer`: the body that the till gets in the place of the answer's. */
  readonly send: (change?: RequestRewrite, answer?: string) => Promise<EventResult>;
}

/** Makes another request of one. */
export type RequestRewrite = (wire: RawRequest, secret: string) => RawRequest;

/** An event that was sent, byte for byte, and its outcome. */
export interface EventResult {
  readonly sent: RawRequest;
  readonly result: PostResult;
  readonly exchange: Exchange;
  /** Whether a till uses the answer. */
  readonly isTaken: boolean;
  /** What is wrong; where the answer is taken nevertheless, what other tills may mind. */
  readonly complaint: Complaint | undefined;
}

/** What was seen, in a sentence, and what to change if it is not as it should be. */
export interface Observation {
  readonly isWell: boolean;
  readonly saw: string;
  readonly change?: string;
  /** The kind of fault, where it has a name. */
  readonly fault?: string;
}

/** A probe with its outcome. */
export interface ProbeFinding extends Omit<Observation, "isWell"> {
  readonly probe: Probe;
  /** `advice`: not well, and only our advice. `skipped`: not asked, because of what `saw` says. */
  readonly state: "well" | "wrong" | "advice" | "skipped";
}

/** A question that is one event, changed on its way: who judges the answer, and what to say if it is not as it should be. */
type ChangedEvent = readonly [
  judge: (sent: EventResult, saw: string, change: string) => Observation,
  ...rest: readonly [make: RequestRewrite, saw: string, change: string],
];

/** Makes rows of a table of probes. */
const row =
  (basis: Probe["basis"]) =>
  (id: string, needs: string | undefined, question: string, ask: Probe["ask"] | ChangedEvent): Probe => {
    const probe = { id, needs, question, basis };
    if (typeof ask === "function") return { ...probe, ask };
    const [judge, make, ...words] = ask;
    return { ...probe, ask: async ({ send }) => judge(await send(make), ...words) };
  };

export const documented = row("documented");

export const advice = row("advice");

export const well = (saw: string): Observation => ({ isWell: true, saw });

export const wrong = (saw: string, change: string): Observation => ({ isWell: false, saw, change });

/** A fault as an observation; `otherwise` where none was named. */
export const fromComplaint = (complaint: Complaint | undefined, otherwise: string): Observation =>
  complaint
    ? { ...wrong(complaint.message, complaint.change), fault: complaint.id }
    : wrong(otherwise, "Look in the log of the server.");
