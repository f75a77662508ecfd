import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createReceiver, type MplusOptions, type RawResponse } from "../../../generated/receiver/index.js";
import { post } from "../../conformance/requests.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { toRawRequest } from "../../conformance/targets/receiver.js";
import { fromSeed } from "../../workbench/draw.js";
import { createTally, scaleAmount, report } from "../../workbench/amount.js";
import { seed } from "../../workbench/seed.js";
import { findSecret, watchLog } from "../find-secret.js";
import { drawHostileBodies } from "./hostile-bodies.js";

/** With these options, every part of the receiver processes a body, even an invalid one. */
const curious: Partial<MplusOptions> = {
  dedupe: {},
  invalidRequests: "report",
  onUnknown: () => undefined,
  nonBlocking: "wait",
};

const subjects = [open({}), open(curious)];

describe("a hostile body of up to a megabyte", () => {
  it("is answered, signed, and never a fault", async () => {
    const bodies = drawHostileBodies(fromSeed(seed), scaleAmount({ suite: 30, full: 2000 }));
    const tally = createTally();
    for (const { name, ...body } of bodies) {
      for (const [index, { receiver, faults }] of subjects.entries()) {
        const answer = await receiver.receive(toRawRequest(post(body)));
        // Events that nobody awaits are handled in the next turn.
        await setTimeout();
        tally.count(answer.status);
        const found = [...findFaults(answer), ...faults.splice(0)];
        if (found.length > 0) tally.faults.push({ subject: index, body: name, found });
      }
    }
    report("hostile bodies", { statuses: tally });
    expect(tally.faults).toEqual([]);
  });
});

function open(options: Partial<MplusOptions>) {
  const { log, faults } = watchLog();
  const receiver = createReceiver({
    subscriptions: { "shop-12": { secret } },
    handlers: {},
    log,
    ...options,
  });
  return { receiver, faults };
}

function findFaults({ status, headers, body }: RawResponse): string[] {
  const isSigned = headers["X-Mplus-Signature"] === signatureOf(body);
  return [
    ...([200, 400, 413].includes(status) ? [] : [`status ${status}`]),
    ...(isSigned ? [] : ["not signed"]),
    ...(findSecret(body) === undefined && body.length < 2000 ? [] : [`it says ${body.slice(0, 2000)}`]),
  ];
}
