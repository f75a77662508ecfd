import { inspect } from "node:util";
import type { WireAnswer, WireRequest } from "../../conformance/wire-message.js";
import { createOptions } from "../../conformance/setups.js";
import { createStage } from "../../conformance/stage.js";
import { targets } from "../../conformance/targets/all.js";
import type { Target } from "../../conformance/targets/target.js";
import { findSecret } from "../find-secret.js";
import { isWebRequest } from "./requests.js";

/** A target that is asked the same requests as all others. */
export interface AskedTarget {
  readonly target: Target;
  /** Undefined where it cannot be asked. */
  readonly ask: (request: WireRequest) => Promise<TargetAnswer | undefined>;
  readonly end: () => Promise<void>;
}

/** What came back, and the secrets in the body of the answer and in the log. */
export interface TargetAnswer {
  readonly target: Target;
  readonly answer: WireAnswer;
  readonly secrets: readonly string[];
}

/** Opens every target; the first one is the control. */
export async function openAskedTargets(): Promise<AskedTarget[]> {
  const askedTargets: AskedTarget[] = [];
  for (const target of targets) askedTargets.push(await open(target));
  return askedTargets;
}

async function open(target: Target): Promise<AskedTarget> {
  const stage = createStage();
  // Where a platform is frozen after an answer, events that do not block are waited for: here, everywhere.
  const { send, end } = await target.open(createOptions(stage, { nonBlocking: "wait" }));
  return {
    target,
    end,
    async ask(request) {
      if (target.name === "fetch" && !isWebRequest(request)) return undefined;
      const answer = await send(request);
      const lines = stage.lines.splice(0).map((line) => inspect(line, { depth: 20 }));
      const secrets = [answer.body, ...lines].map(findSecret).filter((each) => each !== undefined);
      return { target, answer, secrets: secrets };
    },
  };
}

/** Whether the receiver gave an answer, and not the framework before it. */
export function isOurs({ headers }: WireAnswer): boolean {
  return headers["cache-control"] === "no-transform";
}
