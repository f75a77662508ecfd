import { inspect } from "node:util";
import type { WireAnswer, WireRequest } from "../../conformance/case.js";
import { createOptions } from "../../conformance/setups.js";
import { createStage } from "../../conformance/stage.js";
import { targets } from "../../conformance/targets/all.js";
import type { Target } from "../../conformance/targets/target.js";
import { findLeak } from "../find-leak.js";
import { isWebRequest } from "./requests.js";

/** A target that is asked the same as all others. */
export interface Contestant {
  readonly target: Target;
  /** Undefined where it cannot be asked. */
  readonly ask: (request: WireRequest) => Promise<Heard | undefined>;
  readonly end: () => Promise<void>;
}

/** What came back, and what of the answer's body and the log should have stayed a secret. */
export interface Heard {
  readonly target: Target;
  readonly answer: WireAnswer;
  readonly leaks: readonly string[];
}

/** Opens every target; the first one is the control. */
export async function openContestants(): Promise<Contestant[]> {
  const contestants: Contestant[] = [];
  for (const target of targets) contestants.push(await open(target));
  return contestants;
}

async function open(target: Target): Promise<Contestant> {
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
      const leaks = [answer.body, ...lines].map(findLeak).filter((leak) => leak !== undefined);
      return { target, answer, leaks };
    },
  };
}

/** Whether the receiver gave an answer, and not the framework before it. */
export function isOurs({ headers }: WireAnswer): boolean {
  return headers["cache-control"] === "no-transform";
}
