import { mustBeRefused, withBody, withHeader } from "./event-probes.js";
import { documented, fromComplaint, well } from "./probe.js";
import type { Observation, Probe, ProbeContext } from "./probe.js";

/** About a second shop of the same receiver. They apply if one is given. */
export const shopProbes: readonly Probe[] = [
  documented("other-shop", "event", "Is the second shop answered with its own secret?", askOtherShop),
  documented(
    "other-shop-secret",
    "event",
    "Does it reject the second shop with the first one's secret?",
    askMixed("second"),
  ),
  documented(
    "first-shop-secret",
    "event",
    "Does it reject the first shop with the second one's secret?",
    askMixed("first"),
  ),
];

async function askOtherShop({ other, send }: ProbeContext): Promise<Observation | undefined> {
  if (!other) return undefined;
  const { isTaken, complaint } = await send(undefined, undefined, other);
  return isTaken ? well("Yes.") : fromComplaint(complaint, "The POS cannot use the answer.");
}

/** Signs as the one shop, and has the id of the other. */
function askMixed(id: "first" | "second"): Probe["ask"] {
  return async ({ other, send }) => {
    if (!other) return undefined;
    const sent = await send((wire, secret) =>
      id === "first"
        ? withBody(wire, wire.body, other.secret)
        : withBody(withHeader(wire, "x-mplus-subscription-id", other.subscription), wire.body, secret),
    );
    return mustBeRefused(
      sent,
      `It accepts the event: your ${id === "first" ? "second shop can pretend to be the first" : "first shop can pretend to be the second"}.`,
      "Verify with the secret of the shop that X-Mplus-Subscription-Id names, and with no other.",
    );
  };
}
