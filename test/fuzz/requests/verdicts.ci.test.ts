import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WireAnswer, WireRequest } from "../../conformance/wire-message.js";
import { signatureOf } from "../../conformance/signature.js";
import type { Target } from "../../conformance/targets/target.js";
import { fromSeed } from "../../workbench/draw.js";
import { scaleAmount, report } from "../amount.js";
import { seed } from "../../workbench/seed.js";
import { isOurs, openAskedTargets, type AskedTarget, type TargetAnswer } from "./asked-targets.js";
import { drawRequest } from "./requests.js";

/** More of them would say no more. */
const mostFaults = 10;

let askedTargets: readonly AskedTarget[] = [];

beforeAll(async () => {
  askedTargets = await openAskedTargets();
});
afterAll(async () => {
  for (const { end } of askedTargets) await end();
});

describe("whatever is sent", () => {
  it("every target gives the same answer, with nothing in it or in the log that is secret", async () => {
    const draw = fromSeed(seed);
    const sent = scaleAmount({ suite: 500, full: 100_000 });
    const faults: object[] = [];
    const statuses = new Map<number, number>();
    const intercepted = new Map<string, number>();
    for (let left = sent; left > 0 && faults.length < mostFaults; left--) {
      const request = drawRequest(draw);
      const asked = await Promise.all(askedTargets.map(({ ask }) => ask(request)));
      const heard = asked.filter((each) => each !== undefined);
      faults.push(...findFaults(request, heard));
      count(statuses, heard[0]?.answer.status ?? 0);
      for (const { target, answer } of heard) if (!isOurs(answer)) count(intercepted, target.name);
    }
    report("requests", { sent, statuses: format(statuses), "answered by frameworks": format(intercepted) });
    expect(faults).toEqual([]);
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 404, 405, 415]));
    expect([...intercepted.keys()].filter((name) => name !== "fastify")).toEqual([]);
  });
});

function findFaults(request: WireRequest, heard: readonly TargetAnswer[]): object[] {
  const [control] = heard;
  if (control === undefined) return [];
  return heard.flatMap((each) => {
    const fault = findFault(request, each, control.answer);
    const facts = { request: inspect(request), answer: each.answer, control: control.answer };
    return fault === undefined ? [] : [{ fault: `${each.target.name} ${fault}`, ...facts }];
  });
}

function findFault(
  { method }: WireRequest,
  { target, answer, secrets }: TargetAnswer,
  control: WireAnswer,
): string | undefined {
  if (secrets.length > 0) return `tells ${secrets.join()}`;
  if (answer.status >= 500) return "fails";
  if (!isOurs(answer)) return undefined;
  const signature = answer.headers["x-mplus-signature"];
  // Of an answer to HEAD the body that is signed is not sent.
  if (signature !== undefined && method !== "HEAD" && signature !== signatureOf(answer.body)) {
    return "signs badly";
  }
  return toText(answer, target) === toText(control, target) ? undefined : "differs";
}

/** An answer without what the target's platform has the last word about. */
function toText({ status, headers, body }: WireAnswer, { platformHeader }: Target): string {
  const lines = Object.entries(headers).filter(([name]) => name !== platformHeader);
  return JSON.stringify([status, Object.fromEntries(lines.sort(([a], [b]) => (a < b ? -1 : 1))), body]);
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function format(counts: ReadonlyMap<unknown, number>): string {
  return JSON.stringify(Object.fromEntries(counts));
}
