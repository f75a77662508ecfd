import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { post } from "../../conformance/requests.js";
import { fromSeed, oneOf } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { amountOf, report } from "../amount.js";
import { examples } from "../examples.js";
import {
  ask,
  findFault,
  hasErrorLine,
  hostsFor,
  nextNumber,
  isWell,
  openHosts,
  watchProcess,
  type Host,
} from "./hosts.js";
import { drawOddAnswer } from "./odd-answers.js";
import { pollute, pollutions, restore } from "./pollutions.js";

/** More of them would say no more. */
const mostFaults = 10;

let hosts: readonly Host[] = [];
const watch = watchProcess();

beforeAll(async () => {
  hosts = await openHosts();
});
afterAll(async () => {
  watch.stop();
  for (const { venue } of hosts) await venue.end();
});

describe("an odd answer", () => {
  it("is sent as what it was checked to be, or is a fault that is signed and logged", async () => {
    const draw = fromSeed(seed);
    const amount = amountOf({ suite: 500, full: 2000 });
    const faults: object[] = [];
    const statuses = new Map<number, number>();
    for (let turn = 0; turn < amount && faults.length < mostFaults; turn++) {
      const example = oneOf(draw, examples);
      const odd = drawOddAnswer(draw, example);
      const request = oneOf(draw, example.requests);
      for (const host of hostsFor(hosts, turn)) {
        const { stage, name } = host;
        stage.lines.length = 0;
        stage.handler = () => odd.make();
        const answer = await ask(host, post({ event: example.event, body: numbered(request) }));
        const fault =
          findFault(example.event, answer) ??
          (answer.status === 500 && !hasErrorLine(host) ? "not a line in the log" : undefined) ??
          (odd.isNeverSent && answer.status !== 500 ? "sent though it never may be" : undefined) ??
          ((await isWell(host)) ? watch.faults.splice(0)[0] : "the next one gets no answer");
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        if (fault !== undefined) faults.push({ fault, name, odd: odd.name, event: example.event, answer });
      }
    }
    report("odd answers", { tried: amount, statuses: JSON.stringify(Object.fromEntries(statuses)) });
    expect(faults).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(amount / 5);
    expect(statuses.get(500)).toBeGreaterThan(amount / 5);
  });

  it.each(pollutions)("is no other where all objects have been given a %s", async (name, value) => {
    for (const fault of [undefined, new Error("x")]) {
      const [host] = hosts;
      if (host === undefined) throw new Error("there is no target");
      host.stage.lines.length = 0;
      host.stage.handler = () => {
        pollute(name, value);
        if (fault) throw fault;
        return { scanCode: { recognized: true } };
      };
      const answer = await ask(host, post()).finally(() => restore(name));
      expect(findFault("scanCode", answer)).toBeUndefined();
      expect(hasErrorLine(host)).toBe(answer.status === 500);
      expect(await isWell(host)).toBe(true);
    }
  });
});

/** A request that comes for the first time. */
const numbered = (request: object): object => {
  const { event } = request as { readonly event: object };
  return {
    ...request,
    event: { ...event, eventCounter: nextNumber(), eventPolling: false, eventBlocking: true },
  };
};
