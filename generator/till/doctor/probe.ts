import type { JsonObject } from "../../base/json.js";
import type { EventModel, Model } from "../../contract/model/model.js";
import type { Exchange, Till, TillOptions } from "../engine/till-types.js";
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
  readonly model: Model;
  /** A second shop of the same receiver. */
  readonly other?: Shop | undefined;
}

export type Shop = Pick<TillOptions, "subscription" | "secret">;

/** An event of the doctor's sale, and what the server answered to the same bytes again. */
export interface PlayedEvent {
  readonly event: EventModel;
  readonly sent: RawRequest;
  readonly first: Exchange;
  readonly second: PostResult;
}

export interface PlayedSale {
  readonly events: readonly PlayedEvent[];
  readonly payment: readonly PlayedEvent[];
  /** Polls after the payment was cancelled: before and after its start was sent again. Empty if there was none. */
  readonly laterPolls: readonly PostResult[];
  /** True if cancelling the payment did not end it. */
  readonly isPaymentOpen: boolean;
  /** True if the server stopped answering, so that the rest was not sent. */
  readonly isCut: boolean;
}

export interface ProbeContext extends Examination {
  /** Of answers that a cashier waits for, in milliseconds. */
  readonly durations: readonly { readonly event: string; readonly duration: number }[];
  /** By id, for earlier probes. */
  readonly findings: ReadonlyMap<string, ProbeFinding>;
  /** `change` edits the request on its way, and `answer` replaces the body of the response. Default: the first shop. */
  readonly send: (change?: RequestRewrite, answer?: string, shop?: Shop) => Promise<EventResult>;
  /** Plays the sale at the first call. */
  readonly playSale: () => Promise<PlayedSale>;
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
  /** A server may do it on purpose, so it is only advice, whatever the basis of the probe. */
  readonly isDoubtful?: boolean;
  readonly saw: string;
  readonly change?: string;
  readonly fault?: string;
}

export interface ProbeFinding extends Omit<Observation, "isWell" | "isDoubtful"> {
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

export const doubtful = (saw: string, change: string): Observation => ({
  ...wrong(saw, change),
  isDoubtful: true,
});

/** `otherwise` says what is wrong if there is no complaint. */
export const fromComplaint = (complaint: Complaint | undefined, otherwise: string): Observation =>
  complaint
    ? { ...wrong(complaint.message, complaint.change), fault: complaint.id }
    : wrong(otherwise, "Check the server's log.");
