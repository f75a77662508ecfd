import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { post } from "../../conformance/requests.js";
import { fromSeed, oneOf } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { scaleAmount, report } from "../amount.js";
import { examples } from "../examples.js";
import {
  ask,
  findFault,
  hasErrorLine,
  chooseTargets,
  nextNumber,
  stillAnswers,
  openTargets,
  watchProcess,
  type TestedTarget,
} from "./tested-targets.js";
import { drawOddAnswer } from "./odd-answers.js";
import { pollute, pollutions, restore } from "./pollutions.js";

/** More of them would say no more. */
const mostFaults = 10;

let testedTargets: readonly TestedTarget[] = [];
const watch = watchProcess();

beforeAll(async () => {
  testedTargets = await openTargets();
});
afterAll(async () => {
  watch.stop();
  for (const { opened } of testedTargets) await opened.end();
});

describe("an odd answer", () => {
  it("is sent as what it was checked to be, or is a fault that is signed and logged", async () => {
    const draw = fromSeed(seed);
    const amount = scaleAmount({ suite: 200, full: 2000 });
    const faults: object[] = [];
    const statuses = new Map<number, number>();
    for (let turn = 0; turn < amount && faults.length < mostFaults; turn++) {
      const example = oneOf(draw, examples);
      const odd = drawOddAnswer(draw, example);
      const request = oneOf(draw, example.requests);
      for (const tested of chooseTargets(testedTargets, turn)) {
        const { stage, name } = tested;
        stage.lines.length = 0;
        stage.handler = () => odd.make();
        const answer = await ask(tested, post({ event: example.event, body: numbered(request) }));
        const fault =
          findFault(example.event, answer) ??
          (answer.status === 500 && !hasErrorLine(tested) ? "not a line in the log" : undefined) ??
          (odd.isNeverSent && answer.status !== 500 ? "sent though it never may be" : undefined) ??
          ((await stillAnswers(tested)) ? watch.faults.splice(0)[0] : "the next one gets no answer");
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
      const [tested] = testedTargets;
      if (tested === undefined) throw new Error("there is no target");
      tested.stage.lines.length = 0;
      tested.stage.handler = () => {
        pollute(name, value);
        if (fault) throw fault;
        return { scanCode: { recognized: true } };
      };
      const answer = await ask(tested, post()).finally(() => restore(name));
      expect(findFault("scanCode", answer)).toBeUndefined();
      expect(hasErrorLine(tested)).toBe(answer.status === 500);
      expect(await stillAnswers(tested)).toBe(true);
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
