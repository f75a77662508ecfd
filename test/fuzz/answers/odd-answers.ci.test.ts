import { describe, expect, it } from "vitest";
import { post } from "../../conformance/requests.js";
import { fromSeed, oneOf } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { scaleAmount, report } from "../amount.js";
import { examples } from "../examples.js";
import { hasErrorLine, nextNumber, useTargets, type TestedTarget } from "./tested-targets.js";
import { drawOddAnswer } from "./odd-answers.js";
import { pollute, pollutions, restore } from "./pollutions.js";

const bench = useTargets();

const isLogged = (tested: TestedTarget, { status }: { readonly status: number }) =>
  (status === 500) === hasErrorLine(tested) ? undefined : "a fault that is not logged, or a line of none";

describe("an odd answer", () => {
  it("is sent as what it was checked to be, or is a fault that is signed and logged", async () => {
    const draw = fromSeed(seed);
    const amount = scaleAmount({ suite: 200, full: 2000 });
    const tally = await bench.tryAll(amount, () => {
      const example = oneOf(draw, examples);
      const odd = drawOddAnswer(draw, example);
      const request = oneOf(draw, example.requests);
      return {
        name: odd.name,
        event: example.event,
        request: () => post({ event: example.event, body: numbered(request) }),
        handler: () => odd.make(),
        judge: (tested, answer) =>
          (answer.status === 500 ? isLogged(tested, answer) : undefined) ??
          (odd.isNeverSent && answer.status !== 500 ? "sent though it never may be" : undefined),
      };
    });
    report("odd answers", { tried: amount, statuses: tally });
    expect(tally.faults).toEqual([]);
    expect(tally.kinds[200]).toBeGreaterThan(amount / 5);
    expect(tally.kinds[500]).toBeGreaterThan(amount / 5);
  });

  it.each(pollutions)("is no other where all objects have been given a %s", async (name, value) => {
    for (const fault of [undefined, new Error("x")]) {
      const handler = () => {
        pollute(name, value);
        if (fault) throw fault;
        return { scanCode: { recognized: true } };
      };
      const judge: typeof isLogged = (tested, answer) => {
        restore(name);
        return isLogged(tested, answer);
      };
      const trial = { name, event: "scanCode" as const, request: () => post(), handler, judge };
      for (const tested of bench.first())
        expect((await bench.tryAt(tested, trial).finally(() => restore(name))).fault).toBeUndefined();
    }
  });
});

const numbered = (request: object): object => {
  const { event } = request as { readonly event: object };
  const own = { eventCounter: nextNumber(), eventPolling: false, eventBlocking: true };
  return { ...request, event: { ...event, ...own } };
};
