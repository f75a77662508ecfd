import { randomBytes } from "node:crypto";
import type { PostResult } from "../../till/wire/post.js";
import { amiss, well, type Observation, type Probe } from "../probe.js";
import type { Wire } from "../watch.js";
import { toText, withBody, withoutHeader, withSignature } from "../wire.js";

/** A request that must not be taken. */
interface Intruder extends Pick<Probe, "id" | "question" | "basis"> {
  readonly change: (wire: Wire, secret: string) => Wire;
  /** If it is taken: what that means, and what to do. */
  readonly taken: readonly [saw: string, change: string];
}

const intruders: readonly Intruder[] = [
  {
    id: "unsigned",
    question: "Is an event without a signature refused?",
    basis: "documented",
    change: (wire) => withoutHeader(wire, "x-mplus-signature"),
    taken: [
      "It is taken: whoever knows the URL can pretend to be your till.",
      "Refuse it: status 400 with the error NO_SIGNATURE.",
    ],
  },
  {
    id: "other-secret",
    question: "Is an event that is signed with another secret refused?",
    basis: "documented",
    change: (wire) => withBody(wire, wire.body, randomBytes(32).toString("base64")),
    taken: [
      "It is taken: the signature is not verified, and whoever knows the URL can pretend to be your till.",
      "Verify the signature of each request, and refuse a wrong one: status 400 with INVALID_SIGNATURE.",
    ],
  },
  {
    id: "changed-byte",
    question: "Is an event with one byte changed after signing refused?",
    basis: "documented",
    change: (wire) => ({ ...wire, body: new TextEncoder().encode(changeDigit(toText(wire))) }),
    taken: [
      "It is taken: what the signature is compared with is not the body that came.",
      "Make the signature over the raw bytes of the body, and compare it wholly.",
    ],
  },
  {
    id: "empty-signature",
    question: "Is an event with an empty signature refused?",
    basis: "documented",
    change: (wire) => withSignature(wire, ""),
    taken: [
      "It is taken: whoever knows the URL can pretend to be your till.",
      "Refuse it as if there were none: compare the whole signature, not as much of it as came.",
    ],
  },
  {
    id: "other-subscription",
    question: "Is an event of an unknown subscription refused?",
    basis: "advice",
    change: (wire) => ({
      ...wire,
      headers: { ...wire.headers, "x-mplus-subscription-id": `nobody-${randomBytes(4).toString("hex")}` },
    }),
    taken: [
      "It is taken, as its signature is right: a second shop with the same secret would not be told apart.",
      "Look the secret up by X-Mplus-Subscription-Id, and refuse an unknown one: status 400 with INVALID_SUBSCRIPTION_ID.",
    ],
  },
  {
    id: "broken-json",
    question: "Is a body that is not JSON refused?",
    basis: "documented",
    change: (wire, secret) => withBody(wire, "{", secret),
    taken: ["It is taken.", "Refuse it: status 400 with INVALID_JSON."],
  },
];

/** Requests that somebody else could send: only a till's own may be taken. */
export const intruderProbes: readonly Probe[] = intruders.map(({ change, taken, ...probe }) => ({
  ...probe,
  needs: ["event"],
  ask: async ({ send, secret }) => {
    const { glimpse } = await send((wire) => change(wire, secret));
    return judgeRefusal(glimpse.result, taken);
  },
}));

/** The first digit that can be one more. */
const changeDigit = (text: string): string => text.replace(/[1-8]/, (digit) => `${Number(digit) + 1}`);

function judgeRefusal(result: PostResult, [saw, change]: Intruder["taken"]): Observation {
  const whole = "Refuse it with status 400 and an `error` that says why.";
  if (result.kind === "none") return amiss(`There is no answer at all (${result.cause.kind}).`, whole);
  const { status } = result;
  if (status < 300) return amiss(saw, change);
  if (status < 400) return amiss(`It is redirected (status ${status}).`, whole);
  return status < 500
    ? well(`Refused, with status ${status}.`)
    : amiss(`It makes the server fail (status ${status}).`, whole);
}
