import type { Json, JsonObject } from "../../base/json.js";
import type { Fault } from "./deliver.js";
import type { Fetch, PostResult } from "./post.js";

export type { Fault };

export interface TillOptions {
  /** Endpoint URL of the subscription. The till appends `/` and the event name. */
  readonly url: string;
  readonly subscription: string;
  /** Secret key of the subscription: base64 of at least 16 bytes. */
  readonly secret: string;
  /** The shop's release, such as `58.1`. Default: the newest known release. */
  readonly release?: string | undefined;
  /** Id of the sending program in `spec/products.json`. Default: `pos`. */
  readonly product?: string | undefined;
  /** Per-event settings of the subscription. Default: blocking as the contract's flows advise, and no polling. */
  readonly events?: Readonly<Record<string, EventSetUp>> | undefined;
  /** Behavior that no source documents. */
  readonly settings?: { readonly [Name in keyof TillSettings]?: TillSettings[Name] | undefined } | undefined;
  /** With `virtual`, waiting takes no time. Default: `real`. */
  readonly clock?: "real" | "virtual" | undefined;
  /** Replaces the network, for a receiver in this process. */
  readonly fetch?: Fetch | undefined;
  /** Seed for ids. Default: random, because a receiver may remember ids. */
  readonly seed?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with each exchange once it is in the transcript. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

/** Settings of a till. The table in docs/scenarios.md describes each; its first value is the default. */
export interface TillSettings {
  readonly answerDeadline: number;
  readonly pollEvery: number;
  readonly afterFailure: "goOn" | "undo";
  readonly repeatAfterFailure: number;
  readonly refusalsMustBeSigned: boolean;
  readonly answersWithoutWaiting: "ignored" | "used";
  readonly unknownKeys: "refused" | "ignored";
  readonly callback: boolean;
  readonly paymentPolling: "absent" | "true" | "false";
  readonly discountAmountIsFor: "line" | "piece";
  readonly priceIsFor: "piece" | "line";
  readonly priceIs: "beforeDiscounts" | "afterDiscounts";
  readonly discountOrder: "percentageFirst" | "amountFirst";
  readonly roundedPer: "line" | "sale";
  readonly totalInclAmount: "absent" | "afterDiscounts" | "beforeDiscounts";
  readonly relationFiresSelect: boolean;
  readonly additionsFireAdd: boolean;
  readonly anyLineMayBeDeleted: boolean;
  readonly amountMayBeChanged: boolean;
  readonly productName: string;
  readonly reportRepeatsEvent: boolean;
}

/** A subscription's settings for one event. */
export interface EventSetUp {
  readonly blocking?: boolean | undefined;
  readonly polling?: boolean | undefined;
}

/** A simulated POS: sends events as the contract describes, checks the answers and acts on them. */
export interface Till {
  /** The full release, such as `58.1.0`. */
  readonly release: string;
  readonly session: TillSession;
  readonly transcript: readonly Exchange[];
  /** Requests that the till will send on its own as time passes, such as polls. */
  readonly pending: readonly PendingEvent[];
  /** External payments that no answer has confirmed or cancelled, whether or not the till still asks. */
  readonly openPayments: readonly OpenEvent[];
  /** Number of calls to the till's callback address; undefined if the till has sent none. */
  readonly calledBack: number | undefined;
  /**
   * Performs what an event reports and sends it, filling in what `parts` leaves out. Resolves with the first exchange. Use
   * {@link Till.wait} to let the till continue on its own.
   * @throws TillError if a till of this release cannot do this
   */
  send(event: string, parts?: JsonObject, fault?: Fault): Promise<Exchange>;
  /** Says why no answer can have this property at the till's release. Undefined if one can. */
  explainAbsence(property: string): string | undefined;
  /** Chooses options of the open dialog by name or id. Without options, confirms without a choice. */
  choose(...options: readonly (string | number)[]): Promise<Exchange>;
  /** Fills in and sends the open form. Values are by field id. */
  fill(values: Readonly<Record<string, string | readonly string[]>>): Promise<Exchange>;
  scan(code: string, codeType?: string): Promise<Exchange>;
  /** Closes the open question, or cancels what the till waits for. Resolves to undefined if nothing is sent. */
  cancel(): Promise<Exchange | undefined>;
  /**
   * Lets time pass, in milliseconds, while the till polls and repeats. Ends early when nothing is left to do or `signal`
   * aborts. Resolves with the exchanges of that time.
   */
  wait(duration: number): Promise<readonly Exchange[]>;
  /** Stops everything, and closes the callback port if there is one. */
  close(): Promise<void>;
}

/** An event whose answer has to end a payment or a poll, and how often it was sent. */
export interface OpenEvent {
  readonly event: string;
  readonly sent: number;
  /** False if every answer was empty, as of a receiver that does not handle the event. */
  readonly isAnswered: boolean;
}

/** A request that the till will send on its own. */
export interface PendingEvent {
  readonly event: string;
  /** When it is due, in milliseconds since the till started. */
  readonly at: number;
  /** True if an answer can end it. Background polling never ends. */
  readonly canEnd: boolean;
}

/** The current sale as a user of the till sees it. */
export interface TillSession {
  readonly sessionId: string;
  readonly lines: readonly JsonObject[];
  readonly payments: readonly JsonObject[];
  /** What the lines cost, and what of it is still to pay, in euros. */
  readonly total: number;
  readonly openAmount: number;
  readonly relation?: JsonObject;
  readonly table?: JsonObject;
  /** True if it was paid, cancelled or merged. */
  readonly ended: boolean;
  readonly locked: boolean;
  readonly lockedForAdditions: boolean;
  /** The open question on the screen: the answer's `dialog`, `form` or `requestScanCode`. */
  readonly open?: Readonly<Record<string, Json>>;
  /** Printed texts and codes, oldest first. */
  readonly printed: readonly JsonObject[];
  /** Parts of answers that only change the screen, by name: the latest of each. */
  readonly shown: JsonObject;
}

export interface Exchange {
  readonly event: string;
  /** When it was sent, in milliseconds since the till started, on the till's own clock. */
  readonly at: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes that were signed. */
  readonly body: string;
  readonly request: JsonObject;
  /** Requested parts that were not sent, because this release does not know them. */
  readonly leftOut: readonly LeftOut[];
  /** The response; undefined if none came. */
  readonly reply?: Reply;
  /** The raw response, or why none came; undefined if not sent yet. */
  readonly result?: PostResult;
  readonly verdict: Verdict;
  /** Parts of an accepted answer that the till ignores. */
  readonly unused: readonly LeftOut[];
  /** Oddities in an accepted answer. */
  readonly notes: readonly LeftOut[];
  /** The error request that the till sent because it could not use the answer. */
  readonly report?: Report;
}

export interface LeftOut {
  /** JSON Pointer into the body. */
  readonly path: string;
  readonly message: string;
}

export interface Reply {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An error request, and the status of its response (undefined if none came). */
export interface Report {
  readonly request: JsonObject;
  readonly status: number | undefined;
}

export type Verdict =
  /** The till used the answer. */
  | { readonly kind: "taken"; readonly answer: JsonObject }
  /** The till cannot use the answer. */
  | { readonly kind: "refused"; readonly findings: readonly Finding[] }
  /** The receiver reported an error. */
  | {
      readonly kind: "failed";
      readonly status: number;
      readonly error?: { readonly code: string; readonly message: string };
    }
  /** No HTTP response came. */
  | { readonly kind: "silent"; readonly findings: readonly Finding[] };

export interface Finding {
  /** Stable: an error code of the protocol (`INVALID_LINE_ID`) or a kind of problem (`missing-property`). */
  readonly code: string;
  readonly message: string;
  /** JSON Pointer into the answer. */
  readonly path?: string;
}
