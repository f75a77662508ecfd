import type { JsonObject } from "../../base/json.js";
import type { Exchange, Till, TillOptions } from "../engine/till.js";
import type { PostResult } from "../engine/post.js";
import type { Complaint } from "./diagnose.js";
import type { RawRequest } from "./facts.js";

export interface Probe {
  readonly id: string;
  /** The id of the probe that must pass first. */
  readonly needs: string | undefined;
  readonly question: string;
  /** `documented`: the POS relies on it. `advice`: our own, if the docs say nothing or common practice is wrong. */
  readonly basis: "documented" | "advice";
  /** Undefined if the check does not apply. */
  readonly ask: (access: ProbeContext) => Observation | undefined | Promise<Observation | undefined>;
}

export interface Examination {
  readonly startTill: (options: TillOptions) => Till;
  readonly till: Omit<TillOptions, "fetch">;
  readonly event: string;
  readonly parts: JsonObject;
  readonly deadline: number;
}

export interface ProbeContext extends Examination {
  readonly durations: readonly number[];
  /** By id, for earlier probes. */
  readonly findings: ReadonlyMap<string, ProbeFinding>;
  /** `change` edits the request on its way, and `answer` replaces the body of the response. */
  readonly send: (change?: RequestRewrite, answer?: string) => Promise<EventResult>;
}

export type RequestRewrite = (wire: RawRequest, secret: string) => RawRequest;

export interface EventResult {
  readonly sent: RawRequest;
  readonly result: PostResult;
  readonly exchange: Exchange;
  readonly isTaken: boolean;
  /** The problem. For an accepted answer, the reason why another till may reject it. */
  readonly complaint: Complaint | undefined;
}

export interface Observation {
  readonly isWell: boolean;
  readonly saw: string;
  readonly change?: string;
  readonly fault?: string;
}

export interface ProbeFinding extends Omit<Observation, "isWell"> {
  readonly probe: Probe;
  /** `advice`: failed, but only our advice. `skipped`: not run, for the reason in `saw`. */
  readonly state: "well" | "wrong" | "advice" | "skipped";
}

type ChangedEvent = readonly [
  judge: (sent: EventResult, saw: string, change: string) => Observation,
  ...rest: readonly [make: RequestRewrite, saw: string, change: string],
];

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

/** `otherwise` says what is wrong if there is no complaint. */
export const fromComplaint = (complaint: Complaint | undefined, otherwise: string): Observation =>
  complaint
    ? { ...wrong(complaint.message, complaint.change), fault: complaint.id }
    : wrong(otherwise, "Check the server's log.");
