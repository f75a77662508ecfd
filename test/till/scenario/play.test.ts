import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { stripStyles } from "../../../generator/base/text/style.js";
import { printForTerminal } from "../../../generator/pages/blocks/terminal.js";
import { getAt, type JsonObject } from "../../../generator/base/json.js";
import type { ScenarioResult } from "../../../generator/till/scenario/scenario.js";
import { reportResults } from "../../../generator/till/scenario/report-results.js";
import { signatureOf } from "../../conformance/signature.js";
import { readCases } from "../../workbench/cases.js";
import { answerWith, carryTo, createCafe, newestRelease, play, quiet, type Handlers } from "../desk.js";

/** Without a receiver, the café answers. */
interface PlayCase {
  readonly name: string;
  readonly scenario: string;
  readonly release?: string;
  readonly values?: JsonObject;
  readonly receiver?: {
    readonly unreachable?: true;
    readonly throws?: string;
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly report: string;
}

const cases = readCases("play.yaml", import.meta) as readonly PlayCase[];

const print = (...results: readonly ScenarioResult[]): string =>
  stripStyles(printForTerminal(reportResults(results)));

const report = async (...args: Parameters<typeof play>): Promise<string> => print(await play(...args));

function toFetch({ receiver }: PlayCase): typeof fetch {
  if (!receiver) return carryTo(createCafe(), { log: quiet });
  const { unreachable, throws, status = 200, headers, body = "" } = receiver;
  if (unreachable) return () => Promise.reject(new TypeError("fetch failed"));
  if (throws !== undefined)
    return carryTo({ scanCode: () => Promise.reject(new Error(throws)) }, { log: quiet });
  const signed = { "Content-Type": "application/json", "X-Mplus-Signature": signatureOf(body), ...headers };
  return () => Promise.resolve(new Response(body, { status, headers: signed }));
}

describe("a scenario", () => {
  it.each(cases)("$name", async (each) => {
    const { scenario, release, values } = each;
    const options = { fetch: toFetch(each), ...(release && { release }), ...(values && { values }) };
    const printed = await report(scenario, options);
    expect(printed.replace(/took \d\.\d s/, "took 0.0 s")).toBe(each.report);
  });
});

const polled = "events: { startPayment: { blocking: true, polling: true } }";
const cafe = () => ({ fetch: carryTo(createCafe()) });

it("a remembered value keeps its type", async () => {
  const text = `steps: [{ scan: "2900004815168", as: card }, { selectRelation: { relation: { relationNumber: "\${card.relationNumber}" } } }]`;
  const { steps } = await play(text, cafe());
  const relation = { relationNumber: 12 };
  expect(steps[1]?.exchanges[0]?.request["selectRelation"]).toEqual({ relation });
});

describe("references to answers insert at most 10,000,000 characters into a step:", () => {
  const texts = ["x".repeat(4_000_000), "${card.message}"];
  const answer = { scanCode: { recognized: true }, message: texts.map((message) => ({ message })) };
  const big = "${card.message.0.message}";
  const run = (step: string) =>
    play(`steps: [{ scan: "1", as: card }, ${step}]`, { fetch: answerWith(JSON.stringify(answer)) });

  it.each([
    ["in one text", `{ scan: "${big.repeat(3)}" }`],
    ["in a list", `{ choose: ["${big}", "${big}", "${big}"] }`],
    ["after a whole answer", `{ scan: "\${card}\${card.message}${big}" }`],
    ["in what is expected", `{ scan: x, expect: { message: [{ message: "${big}" }, "${big}${big}"] } }`],
    ["in the event and in what is expected", `{ scan: "${big}${big}", exactly: { message: "${big}" } }`],
  ])("%s", async (_, step) => {
    const { outcome, steps } = await run(step);
    const message = `${big} makes this step too long: references may insert 10,000,000 characters into a step.`;
    expect([outcome, steps[1]?.failures]).toEqual(["failed", [{ message, differences: [] }]]);
  });

  it("two that fit are inserted, and references in an answer are only text", async () => {
    const { steps } = await run(`{ scan: "${big}${big}" }, { scan: "\${card.message.1.message} stays" }`);
    const codes = steps.map(({ exchanges }) => getAt(exchanges[0]?.request, ["scanCode", "scannedCode"]));
    expect([(codes[1] as string).length, codes[2]]).toEqual([8_000_000, "${card.message} stays"]);
  });
});

it("the reports of several scenarios end with their number by outcome", async () => {
  const text = "steps: [{ selectRelation: }]";
  const results = [
    await play(text, { ...cafe(), release: "42" }),
    await play(text, { ...cafe(), release: "48" }),
  ];
  expect(print(...results)).toBe(
    [
      "not played  café (v42): `selectRelation` requires v43.1.1; this till runs v42.",
      "passed      café (v48), 1 step",
      "",
      "1 passed and 1 not played.",
      "",
    ].join("\n"),
  );
});

it("a scenario is played at its own release, unless the user asks for another", async () => {
  const text = 'release: "48"\nsteps: [{ startSession: }]';
  expect((await play(text, cafe())).release).toBe("48");
  expect((await play(text, { ...cafe(), release: "57" })).release).toBe("57");
});

it("one bad answer while time passes is enough to fail", async () => {
  let count = 0;
  const startPayment = () => {
    count += 1;
    if (count === 3) throw new Error("once");
    return { polling: { finished: count > 5 } };
  };
  const text = `${polled}\nsteps: [{ startPayment: }, { wait: 1m }]`;
  const fetch = carryTo({ startPayment }, { log: quiet });
  expect(await report(text, { fetch })).toContain("startPayment answered with an error: status 500");
});

it("a step may expect a line in the log of a receiver in the same process", async () => {
  const log: string[] = [];
  const write = (_: object, message = "") => void log.push(message);
  const logger = { debug: write, info: write, warn: write, error: write };
  const handlers: Handlers = { scanCode: () => Promise.reject(new Error("no database")) };
  const fetch = carryTo(handlers, { log: logger });
  const text = (words: string) => `steps:\n  - scan: x\n    expect: { failed: 500, log: ${words} }`;
  expect((await play(text("no database"), { fetch, log })).outcome).toBe("passed");
  expect(await report(text("no disk"), { fetch, log })).toContain("The receiver did not log this.");
});

it("a failed wait on a virtual clock says that the receiver had no time, if that is so", async () => {
  const hint =
    /\n {2}The clock is virtual: the wait of 21s took \d+\.\d s of real time\. [^\n]* use `--clock real` /;
  const text = `${polled}\nsteps: [{ startPayment: }, { wait: 21s, expect: { polling: { finished: true } } }]`;
  const startPayment = () => ({ polling: { finished: false } });
  const fetch = carryTo({ startPayment });
  expect(await report(text, { fetch })).toMatch(hint);
  let calls = 0;
  const slow: typeof fetch = async (...asked) => {
    calls += 1;
    if (calls === 2) await setTimeout(1200);
    return fetch(...asked);
  };
  expect(await report(text.replace("21s", "5s"), { fetch: slow })).not.toMatch(/The clock is virtual/);
});

const passed = `passed      café (v${newestRelease})`;

it("a payment that no answer has ended is noted, though the till asks no more", async () => {
  const fetch = carryTo(
    {
      startExternalPayment: () => ({ externalPayment: { started: true } }),
      pollExternalPayment: () => ({ error: { code: "INVALID_DATA", message: "no" } }),
    },
    { log: quiet },
  );
  const text = "steps: [{ startExternalPayment: }, { wait: 3s, expect: { failed: 400 } }]";
  expect(await report(text, { fetch })).toBe(
    `${passed}, 2 steps\n  note, at the end: A payment is still open: no answer confirmed or cancelled it.\n`,
  );
});

describe("callbackUrl", () => {
  it("has no note if the receiver calls it just after its answer", async () => {
    let url = "";
    let called: Promise<unknown> | undefined;
    const fetch = carryTo({
      startExternalPayment: ({ request: { externalPayment } }) => {
        url = externalPayment.callbackUrl ?? "";
        return { externalPayment: { started: true } };
      },
      pollExternalPayment: () => {
        called = setTimeout(100).then(() => globalThis.fetch(url));
        return { externalPayment: { confirmed: true } };
      },
    });
    const text = "settings: { callback: true }\nsteps: [{ startExternalPayment: }, { wait: 1m }]";
    expect(await report(text, { fetch })).toBe(`${passed}, 2 steps\n`);
    await called;
  });

  it("has a note if nobody calls it, and each note comes once", async () => {
    const fetch = carryTo({
      startExternalPayment: () => ({ externalPayment: { started: true } }),
      pollExternalPayment: () => ({ externalPayment: { confirmed: true, finalAmount: 3 } }),
    });
    const payment = "{ startExternalPayment: }, { wait: 1m }";
    const text = `settings: { callback: true }\nsteps: [${payment}, ${payment}]`;
    expect((await report(text, { fetch })).split("\n").map((line) => line.slice(0, 60).trimEnd())).toEqual([
      `${passed}, 4 steps`,
      "  note, wait 1m: `externalPayment.finalAmount` is not used:",
      "  note, at the end: The receiver did not call `callbackUrl`.",
      "",
    ]);
  });
});
