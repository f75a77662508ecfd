import { quote } from "../../text/quote.js";
import type { Direction } from "../../model/model.js";
import type { Draft } from "./draft.js";
import type { Facts } from "./facts.js";
import { findObject, findPart } from "./find-part.js";
import type { Decision } from "./proposal.js";

/** What sources say of a part whose side is decided, and what that leaves to decide; no facts where nothing tells the side. */
export interface Settled {
  readonly facts: Facts | undefined;
  readonly decisions: readonly Decision[];
}

/** Decides on which side a part is of which no source says it: where the spec has more beside it. */
export function guessSide(facts: Facts, draft: Draft): Settled {
  const { subject } = facts;
  if (subject.side !== "body") return { facts, decisions: [] };
  const holder = subject.path.split(".").slice(0, -1).join(".");
  const sides = (["response", "request"] as const)
    .map((side) => ({ side, count: countBeside(side, holder, draft) }))
    .sort((a, b) => b.count - a.count);
  const [best, other] = sides;
  if (!best || best.count < 0) {
    const message =
      "The source does not say whether requests or answers have it, and the spec has nothing that holds it: decide, and describe it.";
    return { facts: undefined, decisions: [{ kind: "edit", subject, message }] };
  }
  const settled = { ...facts, subject: { ...subject, side: best.side } };
  if (!other || other.count < 0) return { facts: settled, decisions: [] };
  const message = `The source does not say whether requests or answers have it, and both have ${quote(holder)}. It is proposed for the ${best.side}, which has more in it.`;
  return {
    facts: { ...settled, isSideGuessed: true },
    decisions: [{ kind: "confirm", subject: settled.subject, message }],
  };
}

/** How many properties the object has that is to hold a part; -1 without one. */
function countBeside(side: Direction, holder: string, draft: Draft): number {
  const part = holder === "" ? undefined : findPart(side, holder, draft);
  const object = part && findObject(part, draft);
  return object ? Object.keys(object.shape.properties ?? {}).length : -1;
}
