import type { TillOptions } from "../till/api/till.js";
import type { PostResult } from "../till/wire/post.js";
import type { Complaint } from "./complaint.js";
import type { SentEvent } from "./send-event.js";
import type { Changes, Wire } from "./watch.js";

/** One thing that the doctor wants to know. */
export interface Probe {
  /** Stable. */
  readonly id: string;
  readonly question: string;
  /** `documented`: a till relies on it. `advice`: it is ours, for what no source says or for what goes wrong in practice. */
  readonly basis: "documented" | "advice";
  /** Probes that have to be well before this one means anything. */
  readonly needs: readonly string[];
  /** Asks; undefined where there is nothing to ask. */
  readonly ask: (bench: Bench, earlier: Earlier) => Promise<Observation | undefined>;
}

/** What was seen, in a sentence, and what to change if it is not as it should be. */
export interface Observation {
  readonly isWell: boolean;
  readonly saw: string;
  readonly change?: string;
  /** The kind of fault, where it has a name. */
  readonly fault?: string;
}

/** What the probes before have found, by their ids. */
export type Earlier = ReadonlyMap<string, Finding>;

/** A probe with what came of it. */
export interface Finding {
  readonly probe: Probe;
  /** `advice`: not well, and only our advice. `skipped`: not asked, because of what `saw` says. */
  readonly state: "well" | "wrong" | "advice" | "skipped";
  readonly saw: string;
  readonly change?: string;
  /** The kind of fault, where it has a name. */
  readonly fault?: string;
}

/** What probes work with. */
export interface Bench extends Pick<TillOptions, "url" | "subscription" | "secret"> {
  /** In milliseconds. */
  readonly deadline: number;
  /** How long answers took so far, in milliseconds. */
  readonly durations: readonly number[];
  /** Sends a new event, which may be changed on its way, and its answer with it. */
  readonly send: (request?: Changes["request"], answer?: Changes["answer"]) => Promise<SentEvent>;
  /** Sends these bytes, as they are. */
  readonly post: (wire: Wire, method?: string) => Promise<PostResult>;
}

export const well = (saw: string): Observation => ({ isWell: true, saw });

export const amiss = (saw: string, change: string): Observation => ({ isWell: false, saw, change });

/** A fault as an observation; `otherwise` where none was named. */
export const fromComplaint = (complaint: Complaint | undefined, otherwise: string): Observation =>
  complaint
    ? { isWell: false, saw: complaint.message, change: complaint.change, fault: complaint.id }
    : amiss(otherwise, "Look in the log of the server.");
