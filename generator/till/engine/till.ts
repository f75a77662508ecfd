import type { Json, JsonObject } from "../../base/json.js";
import { suggest } from "../../base/text/words.js";
import type { Fault } from "./deliver.js";
import type { Fetch, PostResult } from "./post.js";

export type { Fault };

/** What a till needs to know. */
export interface TillOptions {
  /** The endpoint URL of the subscription: `/` and the name of the event are appended. */
  readonly url: string;
  /** The id of the subscription. */
  readonly subscription: string;
  /** The secret key of the subscription: base64, of 16 bytes or more. */
  readonly secret: string;
  /** The release that the shop runs, such as `58.1`. Default: the newest known one. */
  readonly release?: string | undefined;
  /** The program that sends the events, by its id in `spec/products.json`. Default: `pos`. */
  readonly product?: string | undefined;
  /** How the subscription sets single events up. Default: the till waits as the flows of the contract say, and polls nothing. */
  readonly events?: Readonly<Record<string, EventSetUp>> | undefined;
  /** What no source knows of a till. */
  readonly settings?: Partial<TillSettings> | undefined;
  /** `virtual`: waiting takes no time. Default: `real`. */
  readonly clock?: "real" | "virtual" | undefined;
  /** What carries requests, in the place of the network: for a receiver in this process. */
  readonly fetch?: Fetch | undefined;
  /** Ids are made from it. Default: another one each time, as a receiver may remember the ids that it saw. */
  readonly seed?: number | undefined;
  /** Ends whatever the till waits for. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each exchange, as soon as it is in the transcript. */
  readonly onExchange?: ((exchange: Exchange) => void) | undefined;
}

/** What a till is set to: the table of settings in docs/scenarios.md says what each does, and its first value is the default. */
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
  readonly relationFiresSelect: boolean;
  readonly additionsFireAdd: boolean;
  readonly extLineComesBack: boolean;
  readonly anyLineMayBeDeleted: boolean;
  readonly amountMayBeChanged: boolean;
  readonly productName: string;
  readonly reportRepeatsEvent: boolean;
}

/** How a subscription sets an event up. */
export interface EventSetUp {
  readonly blocking?: boolean | undefined;
  readonly polling?: boolean | undefined;
}

/** A till on your desk: it sends what the contract describes, checks what comes back, and does what it says. */
export interface Till {
  /** The release that it runs, as in `58.1.0`. */
  readonly release: string;
  /** The sale at hand. */
  readonly session: TillSession;
  /** Everything that was sent so far, and what came back. */
  readonly transcript: readonly Exchange[];
  /** What the till would still do by itself if it were waited for, such as polling. */
  readonly pending: readonly PendingEvent[];
  /** How often the receiver called the address that the till sent it; undefined: the till has sent none. */
  readonly calledBack: number | undefined;
  /**
   * Does what an event tells of, and sends it; what the step does not say is filled in. Resolves with the first exchange:
   * what the till does by itself after it comes with {@link Till.wait}.
   * @throws TillError if a till of this release cannot do this
   */
  send(event: string, parts?: JsonObject, fault?: Fault): Promise<Exchange>;
  /** Chooses options of the dialog that is open, by name or id; none: confirms without a choice. */
  choose(...options: readonly (string | number)[]): Promise<Exchange>;
  /** Fills in the form that is open and sends it: values by the id of their field. */
  fill(values: Readonly<Record<string, string | readonly string[]>>): Promise<Exchange>;
  /** Scans a code. */
  scan(code: string, codeType?: string): Promise<Exchange>;
  /** Closes what is open, or wants out of what the till is waiting for. Resolves without an exchange if nothing is sent. */
  cancel(): Promise<Exchange | undefined>;
  /**
   * Lets time pass, in milliseconds: the till polls and repeats. Ends early when there is nothing more to do, or when `signal`
   * aborts. Resolves with the exchanges of that time.
   */
  wait(duration: number): Promise<readonly Exchange[]>;
  /** Ends what is under way, and closes the port for `callbackUrl` if there is one. */
  close(): Promise<void>;
}

/** A request that the till will send by itself. */
export interface PendingEvent {
  readonly event: string;
  /** When, in milliseconds since the till was started. */
  readonly at: number;
  /** Whether an answer can bring what the till waits for to an end; background polling has none. */
  readonly canEnd: boolean;
}

/** The sale at hand, as a user of the till sees it. */
export interface TillSession {
  readonly sessionId: string;
  readonly lines: readonly JsonObject[];
  readonly payments: readonly JsonObject[];
  readonly relation?: JsonObject;
  readonly table?: JsonObject;
  /** Whether it was paid, cancelled or merged. */
  readonly ended: boolean;
  readonly locked: boolean;
  readonly lockedForAdditions: boolean;
  /** What is open on the screen, and waits for the user: the answer's `dialog`, `form` or `requestScanCode`. */
  readonly open?: Readonly<Record<string, Json>>;
  /** What was printed, the oldest first. */
  readonly printed: readonly JsonObject[];
  /** What answers said that changes nothing but the screen, by its name in the answer: the latest of each. */
  readonly shown: JsonObject;
}

/** One request, and what came of it. */
export interface Exchange {
  readonly event: string;
  /** When it was sent, in milliseconds since the till was started, on the till's own clock. */
  readonly at: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes that were signed. */
  readonly body: string;
  readonly request: JsonObject;
  /** What was asked for and not sent: this release does not know it. */
  readonly leftOut: readonly LeftOut[];
  /** What came back; undefined if nothing did. */
  readonly reply?: Reply;
  /** The bytes that came back, or why nothing did; undefined: it is not sent yet. */
  readonly result?: PostResult;
  readonly verdict: Verdict;
  /** Parts of an answer that was taken which the till does not use. */
  readonly unused: readonly LeftOut[];
  /** What is odd in an answer that was taken. */
  readonly notes: readonly LeftOut[];
  /** The report that the till sent because it could not use the answer. */
  readonly report?: Report;
}

/** A remark on a part of a body. */
export interface LeftOut {
  /** JSON Pointer into the body. */
  readonly path: string;
  readonly message: string;
}

/** An answer as it came over the wire. */
export interface Reply {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An error request, and the status that it was answered with (undefined: not at all). */
export interface Report {
  readonly request: JsonObject;
  readonly status: number | undefined;
}

/** What the till makes of what came back. */
export type Verdict =
  /** The answer was used. */
  | { readonly kind: "taken"; readonly answer: JsonObject }
  /** There is an answer, and a till cannot use it. */
  | { readonly kind: "refused"; readonly findings: readonly Finding[] }
  /** The receiver says that it failed. */
  | {
      readonly kind: "failed";
      readonly status: number;
      readonly error?: { readonly code: string; readonly message: string };
    }
  /** Nothing came that HTTP would call an answer. */
  | { readonly kind: "silent"; readonly findings: readonly Finding[] };

/** One thing that is wrong. */
export interface Finding {
  /** Stable: an error code of the protocol (`INVALID_LINE_ID`), or a kind of problem (`missing-property`). */
  readonly code: string;
  /** A sentence for a person. */
  readonly message: string;
  /** JSON Pointer into the answer. */
  readonly path?: string;
}

/** What a till cannot do: a call that its release, its screen or its settings do not allow. */
export class TillError extends Error {
  override readonly name = "TillError";
  /**
   * `not there`: its release, or its product, does not do this, so that nothing can be learnt from trying. `misuse`: the call
   * is at fault.
   */
  readonly kind: "not there" | "misuse";

  constructor(kind: TillError["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The error of a call that is at fault. */
export const misuse = (message: string): TillError => new TillError("misuse", message);

type NamedItem<T> = readonly (readonly [name: string, item: T])[];

/**
 * The item of a name.
 * @throws TillError with a suggestion if there is none
 */
export function requireNamed<T>(what: string, name: string, entries: NamedItem<T>): T {
  const found = entries.find(([each]) => each === name);
  if (found) return found[1];
  const names = entries.map(([each]) => each);
  const suggestion = suggest(name, names);
  const hint = suggestion === undefined ? `There are: ${names.join(", ")}.` : `Did you mean ${suggestion}?`;
  throw misuse(`There is no ${what} ${JSON.stringify(name)}. ${hint}`);
}
