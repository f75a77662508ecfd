import { describe, expect, it } from "vitest";
import { createReceiver, type Receiver } from "../../../generated/receiver/index.js";
import { fromSeed, oneOf } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { createTally, scaleAmount, report } from "../amount.js";
import { drawAttempt, type Attempt } from "./attempts.js";
import { deliver } from "../deliveries.js";
import { eventNames } from "../examples.js";
import { loadGated } from "../load-receiver.js";
import {
  createMirror,
  findFault,
  modes,
  openAnsweringReceivers,
  listSignatures,
  type OverheardAnswer,
} from "./reflections.js";

const heard = new Map<string, OverheardAnswer>();

describe("everything that is ever answered", () => {
  it("is signed for who has proved to be the shop, and says nothing of a stranger's to anybody", async () => {
    const draw = fromSeed(seed);
    const speakers = openAnsweringReceivers(draw, await loadGated());
    const sent = scaleAmount({ suite: 2000, full: 20_000 });
    const tally = createTally();
    for (let left = sent; left > 0 && !tally.isFull(); left--) {
      const attempt = drawAttempt(draw);
      const receiver = oneOf(draw, speakers);
      const answer = await receive(receiver, attempt);
      const fault = findFault(attempt, answer);
      if (fault !== undefined) tally.faults.push({ fault, attempt, answer });
      const signature = answer.headers["X-Mplus-Signature"];
      const { shop } = attempt;
      heard.set(`${signature === undefined ? "" : shop.id} ${answer.body}`, {
        text: answer.body,
        shop,
        signature,
      });
      tally.count(`${answer.status} ${signature === undefined ? "unsigned" : "signed"}`);
      if (answer.status === 200) tally.faults.push(...(await replay(receiver, attempt)));
    }
    report("answers heard", { sent, texts: heard.size, statuses: tally });
    expect(tally.faults).toEqual([]);
    expect(Object.keys(tally.kinds)).toEqual(
      expect.arrayContaining(["200 signed", "400 signed", "500 signed", "400 unsigned", "404 unsigned"]),
    );
  });

  it("is refused when it is posted back, to every event, in every mode", async () => {
    const texts = [...heard.values()];
    const signed = texts.filter(({ signature }) => signature !== undefined);
    const tally = createTally();
    for (const mode of modes) {
      const { options, countRuns } = createMirror(mode);
      const receiver = createReceiver(options);
      for (const each of texts) {
        for (const event of eventNames) {
          for (const signature of listSignatures(each, signed)) {
            const headers = { "x-mplus-subscription-id": each.shop.id, "x-mplus-signature": signature };
            const { status, body } = await receiver.receive(deliver({ event, body: each.text, headers }));
            tally.count(status);
            if (status === 400 && body.startsWith('{"error":{') && countRuns() === 0) continue;
            if (!tally.isFull()) tally.faults.push({ mode, event, each, status, body });
          }
        }
      }
      expect(countRuns()).toBe(0);
    }
    report("posted back", { texts: texts.length, signed: signed.length, posted: tally });
    expect(tally.faults).toEqual([]);
    expect(signed.length).toBeGreaterThan(100);
  });
});

/**
 * Replays an accepted event as another event. This must fail even though the signature does not cover the URL with
 * the event's name.
 */
async function replay(receiver: Receiver, attempt: Attempt): Promise<object[]> {
  const event = eventNames[(eventNames.indexOf(attempt.event) + 1) % eventNames.length] ?? "";
  const answer = await receiver.receive(deliver({ ...attempt, event, waitUntil: null }));
  return answer.status === 400 ? [] : [{ fault: "taken for another event", attempt, answer }];
}

/** Waits for late work, so that random choices always have the same order. */
async function receive(receiver: Receiver, attempt: Attempt) {
  const late: Promise<unknown>[] = [];
  const waitUntil = attempt.waitUntil === null ? null : (work: Promise<unknown>) => void late.push(work);
  const answer = await receiver.receive(deliver({ ...attempt, waitUntil }));
  await Promise.all(late);
  return answer;
}
