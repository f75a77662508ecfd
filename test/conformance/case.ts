import type { SetupName } from "./setups.js";
import type { Handler } from "./stage.js";
import type { TargetName } from "./targets/target.js";
import type { WireAnswer, WireRequest } from "./wire-message.js";

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
  /** What was stored, answered and handled on account of the request, in this order. Default: nobody looks. */
  readonly notes?: readonly string[];
  /** Targets that cannot run this case, each with the reason. */
  readonly not?: Readonly<Partial<Record<TargetName, string>>>;
}
