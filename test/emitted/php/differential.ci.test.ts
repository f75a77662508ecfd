import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { secret, signatureOf, otherSecret } from "../../conformance/signature.js";
import { eventOf, scan } from "../../conformance/requests.js";
import { createTally, report, scaleAmount } from "../../workbench/amount.js";
import { fromSeed, happens, oneOf, type Draw } from "../../workbench/draw.js";
import { makeRunFolder } from "../../workbench/folders.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { seed } from "../../workbench/seed.js";
import { needs, withReason } from "../../workbench/tools.js";
import { drawHostileBodies } from "../../fuzz/bodies/hostile-bodies.js";
import { listBodies } from "./cases/bodies.js";
import { drawAnswers, drawRequests } from "./cases/changes.js";
import { drawRaw } from "./cases/drawn.js";
import { listRequests } from "./cases/requests.js";
import { findDifference } from "./compare.js";
import { askPhp, askTypeScript, writePhp, type Exchange, type Outcome, type Setup } from "./pair.js";

const missing = needs("php");
const answer = { json: '{"scanCode":{"recognized":true}}' };

/** Differences that are inherent: the names of the cases by group, with the reason. They must be there. */
const inherent: Readonly<Record<string, readonly (readonly [name: RegExp, reason: string])[]>> = {
  "listed bodies": [
    [/^name \\u0000x/, "PHP has no property whose name begins with a null: it becomes U+FFFD"],
  ],
  "listed requests": [
    [
      /^x-mplus-subscription-id "WÃ/,
      "without mbstring, PHP knows lower case in ASCII only, for a hint in the log",
    ],
    [/^x-mplus-subscription-id "ï»¿shop/, "TypeScript drops a byte order mark at the start of an id"],
  ],
};

interface Group {
  readonly setup: Setup;
  readonly make: (draw: Draw) => readonly Exchange[];
}

const amount = scaleAmount({ suite: 1500, full: 40_000 });
const model = loadRealModel;
const withVersion = (version: string) => ({ "shop-12": { secret, version, name: "Shop" } });
const gated = { range: "..", responses: "gated" } as const;
const ofManyShops = {
  "shop-12": { secret },
  wïnkel: { secret: Buffer.alloc(32, 1).toString("base64"), name: "Wïnkel" },
  "0": { secret: Buffer.alloc(16, 2).toString("base64") },
  "-1": { secret: Buffer.alloc(32, 1).toString("base64") },
};

const groups: Readonly<Record<string, Group>> = {
  "listed bodies": {
    setup: { range: "48.." },
    make: () => listBodies().map(([name, body]) => ({ name, body, answer })),
  },
  "listed requests": { setup: { range: "48..", subscriptions: ofManyShops }, make: listRequests },
  "reports to onError": {
    setup: { range: "48..", hasOnError: true },
    make: () => listRequests().filter(({ name }) => name.startsWith("report")),
  },
  "requests with the older of two secrets, of up to 4 kB": {
    setup: {
      range: "48..",
      subscriptions: { "shop-12": { secret: [otherSecret, secret] } },
      bodyLimit: 4096,
      without: ["startSession"],
    },
    make: (draw) => [
      ...listRequests().filter(({ name }) => !name.startsWith("x-mplus-subscription")),
      ...drawRaw(draw, 200),
    ],
  },
  "drawn requests": { setup: { range: "48.." }, make: (draw) => drawRaw(draw, amount) },
  "changed examples of requests": {
    setup: { range: "48.." },
    make: (draw) => drawRequests(draw, model(), amount),
  },
  "changed examples of requests, of an old shop": {
    setup: { ...gated, subscriptions: withVersion("11.1") },
    make: (draw) => drawRequests(draw, model(), amount),
  },
  "hostile values in examples of requests": {
    setup: { range: ".." },
    make: (draw) =>
      [...drawHostileBodies(draw, scaleAmount({ suite: 60, full: 2000 }))].map((each) => ({
        ...each,
        answer: undefined,
      })),
  },
  "changed examples of answers": {
    setup: { range: "48.." },
    make: (draw) => drawAnswers(draw, model(), amount),
  },
  "gated answers for v59.3": {
    setup: { ...gated, subscriptions: withVersion("59.3") },
    make: (draw) => drawAnswers(draw, model(), amount),
  },
  "gated answers for v48, whose other parts are omitted": {
    setup: { ...gated, unsupported: "omit", subscriptions: withVersion("v48") },
    make: (draw) => drawAnswers(draw, model(), amount),
  },
  "gated answers for any shop, whose other parts are omitted": {
    setup: { ...gated, unsupported: "omit" },
    make: (draw) => [...drawAnswers(draw, model(), amount), manyOmitted],
  },
};

/** More parts than the log names. */
const manyOmitted: Exchange = {
  name: "150 parts that are omitted",
  body: JSON.stringify(scan()),
  answer: {
    json: JSON.stringify({
      message: Array.from({ length: 150 }, () => ({ message: "x", clearCustomerScreen: true })),
    }),
  },
};

async function askBoth(setup: Setup, exchanges: readonly Exchange[], settings: readonly string[] = []) {
  const code = await writePhp(setup);
  const [php, ts] = await Promise.all([
    askPhp(code, setup, exchanges, settings),
    askTypeScript(setup, exchanges),
  ]);
  return { php, ts };
}

type Both = Awaited<ReturnType<typeof askBoth>>;

function compareAll(exchanges: readonly Exchange[], { php, ts }: Both) {
  expect(php.stderr).toBe("");
  expect(php.constructed).toEqual(ts.constructed);
  return exchanges.flatMap((exchange, index) => {
    const [want, got] = [ts.outcomes[index], php.outcomes[index]];
    if (!want || !got) throw new Error("there are not as many answers as requests");
    return findDifference(want, got, exchange) ?? [];
  });
}

function countStatuses(outcomes: readonly Outcome[]): string {
  const tally = createTally();
  for (const { status } of outcomes) tally.count(status);
  return tally.toString();
}

describe.skipIf(missing)(withReason("the receivers in PHP and TypeScript do the same with", missing), () => {
  it.each(Object.entries(groups))("%s", async (name, { setup, make }) => {
    const exchanges = make(fromSeed(seed));
    const both = await askBoth(setup, exchanges);
    report(name, { sent: exchanges.length, statuses: countStatuses(both.php.outcomes) });
    const found = compareAll(exchanges, both);
    const expected = inherent[name] ?? [];
    const isExpected = (each: { name: string }): boolean =>
      expected.some(([pattern]) => pattern.test(each.name));
    expect(found.filter((each) => !isExpected(each)).slice(0, 5)).toEqual([]);
    for (const [pattern, reason] of expected)
      expect(
        found.map((each) => each.name),
        reason,
      ).toContainEqual(expect.stringMatching(pattern));
  });

  it("bodies that make regular expressions work hard, without their compiler", async () => {
    const setup: Setup = { range: "48.." };
    const exchanges = listBodies().map(([name, body]) => ({ name, body, answer }));
    const both = await askBoth(setup, exchanges, ["pcre.jit=0"]);
    const found = compareAll(exchanges, both).filter(({ name }) => !name.startsWith("name \\u0000x"));
    expect(found.slice(0, 5)).toEqual([]);
  });

  it("a sequence of repeats, crossed events, failures and polls, with a memory", async () => {
    const memory = join(makeRunFolder(), "memory");
    const setup: Setup = { range: "48..", memory };
    const exchanges = drawSequence(fromSeed(seed), scaleAmount({ suite: 600, full: 10_000 }));
    const both = await askBoth(setup, exchanges);
    report("a sequence", { sent: exchanges.length, statuses: countStatuses(both.php.outcomes) });
    expect(compareAll(exchanges, both).slice(0, 5)).toEqual([]);
    const isRepeat = ({ status, request }: Outcome): boolean => status === 200 && request === null;
    expect(both.php.outcomes.filter(isRepeat).length).toBeGreaterThan(exchanges.length / 20);
  });

  it("their own answers, posted back as requests", async () => {
    const setup: Setup = { ...gated, unsupported: "omit" };
    const draw = fromSeed(seed);
    const answers = [...drawAnswers(draw, model(), amount), ...listRequests()];
    const { php, ts } = await askBoth(setup, answers);
    const bodies = new Set([...php.outcomes, ...ts.outcomes].map(({ body }) => body));
    const exchanges = [...bodies].flatMap((body, index) =>
      ["scanCode", oneOf(draw, model().events).name].map((event) => {
        return { name: `reflection ${index} as ${event}`, event, body };
      }),
    );
    const both = await askBoth(setup, exchanges);
    report("reflections", { sent: exchanges.length, statuses: countStatuses(both.php.outcomes) });
    expect(compareAll(exchanges, both).slice(0, 5)).toEqual([]);
    expect(both.php.outcomes.filter(({ status, request }) => status !== 400 || request !== null)).toEqual([]);
  });
});

/** Few bodies, each sent several times, as several events. */
function drawSequence(draw: Draw, count: number): readonly Exchange[] {
  const events = ["scanCode", "startSession", "completeSession", "backgroundPoll", "resumeSession"];
  // Neither 0 nor null: as part of what identifies an event, 1e400 counts as 0 in PHP, and as null in TypeScript.
  const odd = [{}, { in: "INFINITE" }, { in: 1 }, { in: 2.5 }];
  const makeBody = (eventCounter: number): string => {
    const event = oneOf<object>(draw, [
      { eventCounter },
      { eventCounter, eventPolling: true },
      { eventCounter, eventBlocking: false },
      { eventCounter: 7 },
      { eventCounter: null },
      { eventCounter, eventTimestamp: null },
    ]);
    const more = oneOf<object>(draw, odd);
    const scanCode = { scannedCode: "x", codeType: "barcode", ...more };
    const object = happens(draw, 70) ? scan({ scanCode }, event) : eventOf(more, event);
    const text = JSON.stringify(object).replace('"INFINITE"', "1e400");
    if (happens(draw, 5)) return text.slice(0, -1);
    return happens(draw, 10) ? text.replace(":7,", ":7.0,") : text;
  };
  const bodies = Array.from({ length: Math.ceil(count / 8) }, (_, index) => makeBody(index));
  return Array.from({ length: count }, (_, index) => {
    const body = oneOf(draw, bodies);
    const headers = happens(draw, 10) ? { "content-type": oneOf(draw, ["text/plain", ""]) } : {};
    const json = { json: JSON.stringify({ message: [{ message: `answer ${index}` }] }) };
    const given = oneOf(draw, [
      json,
      json,
      json,
      { throws: "x" },
      { json: '{"error":{"code":"X","message":"x"}}' },
    ]);
    const wrong = happens(draw, 5) ? { "x-mplus-signature": signatureOf(`${body} `) } : {};
    return {
      name: `request ${index}`,
      event: oneOf(draw, happens(draw, 80) ? events.slice(0, 1) : events),
      body,
      headers: { ...headers, ...wrong },
      answer: given,
    };
  });
}
