import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReceiver, type Receiver } from "../../../generated/receiver/index.js";
import { post } from "../../conformance/requests.js";
import { targets } from "../../conformance/targets/all.js";
import type { Opened } from "../../conformance/targets/target.js";
import { fromSeed, oneOf } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { scaleAmount, report } from "../amount.js";
import { drawAttempt, type Attempt } from "./attempts.js";
import { deliver } from "../deliveries.js";
import { eventNames } from "../examples.js";
import { loadGated } from "../gated.js";
import {
  createMirror,
  findFault,
  createHeaders,
  modes,
  openAnsweringReceivers,
  postBack,
  listSignatures,
  type OverheardAnswer,
} from "./reflections.js";
import { runConcurrently } from "../servers/sockets.js";

/** More of them would say no more. */
const mostFaults = 10;

const heard = new Map<string, OverheardAnswer>();

describe("everything that is ever answered", () => {
  it("is signed for who has proved to be the shop, and says nothing of a stranger's to anybody", async () => {
    const draw = fromSeed(seed);
    const speakers = openAnsweringReceivers(draw, await loadGated());
    const amount = scaleAmount({ suite: 2000, full: 100_000 });
    const faults: object[] = [];
    const statuses = new Map<string, number>();
    for (let left = amount; left > 0 && faults.length < mostFaults; left--) {
      const attempt = drawAttempt(draw);
      const receiver = oneOf(draw, speakers);
      const answer = await receive(receiver, attempt);
      const fault = findFault(attempt, answer);
      if (fault !== undefined) faults.push({ fault, attempt, answer });
      const signature = answer.headers["X-Mplus-Signature"];
      keep({ text: answer.body, shop: attempt.shop, signature });
      const kind = `${answer.status} ${signature === undefined ? "unsigned" : "signed"}`;
      statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
      if (answer.status === 200) faults.push(...(await replay(receiver, attempt)));
    }
    report("answers heard", { sent: amount, texts: heard.size, statuses: format(statuses) });
    expect(faults).toEqual([]);
    expect([...statuses.keys()]).toEqual(
      expect.arrayContaining(["200 signed", "400 signed", "500 signed", "400 unsigned", "404 unsigned"]),
    );
  });

  it("is refused when it is posted back, to every event, in every mode", async () => {
    const texts = [...heard.values()];
    const signed = texts.filter(({ signature }) => signature !== undefined);
    const faults: object[] = [];
    let posted = 0;
    for (const mode of modes) {
      const { options, countRuns } = createMirror(mode);
      const receiver = createReceiver(options);
      for (const each of texts) {
        for (const event of eventNames) {
          for (const signature of listSignatures(each, signed)) {
            const { status, body } = await postBack(receiver, event, each, signature);
            posted += 1;
            if (status === 400 && body.startsWith('{"error":{') && countRuns() === 0) continue;
            if (faults.length < mostFaults) faults.push({ mode, event, each, status, body });
          }
        }
      }
      expect(countRuns()).toBe(0);
    }
    report("posted back", { texts: texts.length, signed: signed.length, posted });
    expect(faults).toEqual([]);
    expect(signed.length).toBeGreaterThan(100);
  });
});

/** An event that was taken is refused for all others: the URL, which is not signed, says which event it is. */
async function replay(receiver: Receiver, attempt: Attempt): Promise<object[]> {
  const event = eventNames[(eventNames.indexOf(attempt.event) + 1) % eventNames.length] ?? "";
  const answer = await receiver.receive(deliver({ ...attempt, event, waitUntil: null }));
  return answer.status === 400 ? [] : [{ fault: "taken for another event", attempt, answer }];
}

describe("everything that is ever answered, over the loopback", () => {
  const openedTargets: {
    readonly name: string;
    readonly opened: Opened;
    readonly countRuns: () => number;
  }[] = [];

  beforeAll(async () => {
    for (const target of targets) {
      for (const mode of modes) {
        const { options, countRuns } = createMirror(mode);
        openedTargets.push({
          name: `${target.name}, ${mode}`,
          opened: await target.open(options),
          countRuns,
        });
      }
    }
  });
  afterAll(async () => {
    for (const { opened } of openedTargets) await opened.end();
  });

  const countAllRuns = () => openedTargets.map(({ name, countRuns }) => [name, countRuns()]);

  it("is refused by every target", async () => {
    const draw = fromSeed(seed);
    const texts = [...heard.values()];
    const signed = texts.filter(({ signature }) => signature !== undefined);
    const amount = scaleAmount({ suite: 1000, full: 100_000 });
    const faults: object[] = [];
    await runConcurrently(amount, 8, async (index) => {
      const { name, opened } = openedTargets[index % openedTargets.length] ?? oneOf(draw, openedTargets);
      const each = oneOf(draw, signed.length > 0 && index % 8 > 0 ? signed : texts);
      const signatures = listSignatures(each, signed);
      const signature = signatures[draw.below(signatures.length)];
      const event = oneOf(draw, eventNames);
      const headers = toPresent(createHeaders(each, signature));
      const { status, body } = await opened.send(post({ event, body: each.text, headers }));
      if (status !== 400 && faults.length < mostFaults) faults.push({ name, event, each, status, body });
    });
    report("posted back to servers", { targets: targets.length, posted: amount });
    expect(faults).toEqual([]);
    expect(countAllRuns()).toEqual(openedTargets.map(({ name }) => [name, 0]));
    for (const { opened } of openedTargets) await opened.send(post());
    expect(countAllRuns()).toEqual(openedTargets.map(({ name }) => [name, 1]));
  });
});

/** Late work is waited for, so that all choices come in the same order each time. */
async function receive(receiver: Receiver, attempt: Attempt) {
  const late: Promise<unknown>[] = [];
  const waitUntil = attempt.waitUntil === null ? null : (work: Promise<unknown>) => void late.push(work);
  const answer = await receiver.receive(deliver({ ...attempt, waitUntil }));
  await Promise.all(late);
  return answer;
}

function keep(each: OverheardAnswer): void {
  heard.set(`${each.signature === undefined ? "" : each.shop.id} ${each.text}`, each);
}

const toPresent = (headers: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value ?? null]));

const format = (counts: ReadonlyMap<string, number>): string =>
  JSON.stringify(Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))));
