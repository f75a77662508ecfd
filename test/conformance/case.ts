import type { SetupName } from "./setups.js";
import type { Handler } from "./stage.js";
import type { TargetName } from "./targets/target.js";

/** One request, what the handler makes of it, and the whole answer. */
export interface Case {
  /** A sentence, unique over the suite. */
  readonly name: string;
  /** Which receiver gets it. Default: `standard`. */
  readonly setup?: SetupName;
  readonly request: WireRequest;
  /** What the handler does. Default: it recognizes a scan, and has nothing to say to another event. */
  readonly handler?: Handler;
  readonly answer: WireAnswer;
  /** Targets that cannot be asked this, each with the reason. */
  readonly not?: Readonly<Partial<Record<TargetName, string>>>;
}

/** A request as the till puts it on the wire; no server has touched it yet. */
export interface WireRequest {
  readonly method: string;
  /** The target of the request line, as written there. */
  readonly path: string;
  /** In order and in the given spelling; one name may come twice. A value is sent as UTF-8. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  readonly framing: Framing;
}

/** How a body is sent: with its length, in chunks, or not at all, though it has been announced. */
export type Framing = "length" | "chunked" | "withheld";

/** What comes back: the status, the headers that are the protocol's, and every byte of the body. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As text; {@link readAnswer} refuses bytes that are not UTF-8. */
  readonly body: string;
}
