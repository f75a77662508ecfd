import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WireAnswer, WireRequest } from "../../conformance/wire-message.js";
import { createOptions } from "../../conformance/setups.js";
import { signatureOf } from "../../conformance/signature.js";
import { createStage } from "../../conformance/stage.js";
import { targets } from "../../conformance/targets/all.js";
import type { Target } from "../../conformance/targets/target.js";
import { fromSeed } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { createTally, scaleAmount, report } from "../../workbench/amount.js";
import { findSecret } from "../find-secret.js";
import { drawRequest, isProved, isWebRequest } from "./requests.js";

interface Heard {
  readonly target: Target;
  readonly answer: WireAnswer;
  readonly secrets: readonly string[];
}

type Open = Awaited<ReturnType<typeof open>>;
let opened: readonly Open[] = [];

beforeAll(async () => {
  opened = await Promise.all(targets.map(open));
});
afterAll(() => Promise.all(opened.map(({ end }) => end())));

async function open(target: Target) {
  const stage = createStage();
  // All targets wait for non-blocking events here, because some platforms freeze after an answer.
  const { send, end } = await target.open(createOptions(stage, { nonBlocking: "wait" }));
  const ask = async (request: WireRequest): Promise<Heard[]> => {
    if (target.name === "fetch" && !isWebRequest(request)) return [];
    const answer = await send(request);
    const lines = stage.lines.splice(0).map((line) => inspect(line, { depth: 20 }));
    const secrets = [answer.body, ...lines].map(findSecret).filter((each) => each !== undefined);
    return [{ target, answer, secrets }];
  };
  return { end, ask };
}

const askAll = async (request: WireRequest): Promise<readonly Heard[]> =>
  (await Promise.all(opened.map(({ ask }) => ask(request)))).flat();

/** True if the answer is from the receiver and not from the framework in front of it. */
const isOurs = ({ headers }: WireAnswer): boolean => headers["cache-control"] === "no-transform";

describe("whatever is sent", () => {
  it("every target gives the same answer, with nothing in it or in the log that is secret", async () => {
    const draw = fromSeed(seed);
    const sent = scaleAmount({ suite: 500, full: 20_000 });
    const [statuses, intercepted] = [createTally(), createTally()];
    for (let left = sent; left > 0 && !statuses.isFull(); left--) {
      const request = drawRequest(draw);
      const heard = await askAll(request);
      const control = heard[0]?.answer;
      statuses.count(control?.status ?? 0);
      for (const each of heard) {
        if (!isOurs(each.answer)) intercepted.count(each.target.name);
        const fault = control && findFault(request, each, control);
        const facts = { request: inspect(request), answer: each.answer, control };
        if (fault !== undefined) statuses.faults.push({ fault: `${each.target.name} ${fault}`, ...facts });
      }
    }
    report("requests", { sent, statuses, "answered by frameworks": intercepted });
    expect(statuses.faults).toEqual([]);
    expect(Object.keys(statuses.kinds)).toEqual(expect.arrayContaining(["200", "400", "404", "405", "415"]));
    expect(Object.keys(intercepted.kinds).filter((name) => name !== "fastify")).toEqual([]);
  });
});

function findFault(
  request: WireRequest,
  { target, answer, secrets }: Heard,
  control: WireAnswer,
): string | undefined {
  if (secrets.length > 0) return `tells ${secrets.join()}`;
  if (answer.status >= 500) return "fails";
  if (!isOurs(answer)) return undefined;
  const signature = answer.headers["x-mplus-signature"];
  if (signature !== (isProved(request) ? signatureOf(answer.body) : undefined)) return "signs badly";
  return toText(answer, target) === toText(control, target) ? undefined : "differs";
}

/** Leaves out everything in an answer that depends on the target's platform. */
function toText({ status, headers, body }: WireAnswer, { platformHeader }: Target): string {
  const lines = Object.entries(headers).filter(([name]) => name !== platformHeader);
  return JSON.stringify([status, Object.fromEntries(lines.sort(([a], [b]) => (a < b ? -1 : 1))), body]);
}
