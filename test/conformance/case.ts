import type { SetupName } from "./setups.js";
import type { Handler } from "./stage.js";
import type { TargetName } from "./targets/target.js";

/** One request, what its handler does, and the whole answer. */
export interface Case {
  /** A sentence, unique over the suite. */
  readonly name: string;
  /** Which receiver gets it. Default: `standard`. */
  readonly setup?: SetupName;
  readonly request: WireRequest;
  /** Default: recognizes every scan, and answers nothing to other events. */
  readonly handler?: Handler;
  readonly answer: WireAnswer;
  /** Targets that cannot run this case, each with the reason. */
  readonly not?: Readonly<Partial<Record<TargetName, string>>>;
}

/** A request as the till sends it. */
export interface WireRequest {
  readonly method: string;
  /** The target of the request line, as written there. */
  readonly path: string;
  /** In order and in the given spelling; one name may come twice. A value is sent as UTF-8. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  readonly framing: Framing;
}

/** How a body is sent: with its length, in chunks, or not at all although its length was sent. */
export type Framing = "length" | "chunked" | "withheld";

/** An answer: its status, the headers of the protocol, and its whole body. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As text; {@link readAnswer} refuses bytes that are not UTF-8. */
  readonly body: string;
}
