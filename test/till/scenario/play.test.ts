import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { stripStyles } from "../../../generator/base/text/style.js";
import { printForTerminal } from "../../../generator/pages/blocks/terminal.js";
import type { ScenarioResult } from "../../../generator/till/scenario/scenario.js";
import { reportResults } from "../../../generator/till/scenario/report-results.js";
import { newestRelease } from "../engine/newest-release.js";
import { play } from "./play.js";
import { answerWith, carryTo, createCafe, type Handlers } from "./shop.js";

const round = `
values: { card: "2900004815168", size: Large }
events: { startPayment: { blocking: true, polling: true } }
steps:
  - addSessionLine: { line: { articleNumber: 12, priceIncl: 2.5 } }
    expect: { dialog: { dialogTitle: "Which size?" } }
  - choose: \${size}
    expect: { session: { lines: [{ articleNumber: 12, externalDiscount: { discountAmount: 0.5 } }] } }
  - scan: \${card}
    as: card
    expect: { session: { relation: { relationNumber: 12 } } }
  - selectRelation: { relation: { relationNumber: "\${card.relationNumber}" } }
  - startPayment:
    expect: { polling: { finished: false } }
  - wait: 10m
    expect: { polling: { finished: true } }
  - completeSession:
    exactly: { receiptFooter: { textBefore: Thank you } }
    expect: { session: { ended: true, printed: [{ textBefore: Thank you }], relation: { relationNumber: 12 } } }
`;

const polled = "events: { startPayment: { blocking: true, polling: true } }";
const hush = (): undefined => undefined;
const quiet = { debug: hush, info: hush, warn: hush, error: hush };

const print = (...results: readonly ScenarioResult[]): string =>
  stripStyles(printForTerminal(reportResults(results)));

const report = async (...args: Parameters<typeof play>): Promise<string> => print(await play(...args));

describe("a scenario", () => {
  it("passes where all comes as expected, and sends what it remembered, of the kind that it had", async () => {
    const result = await play(round, { fetch: carryTo(createCafe()) });
    expect(print(result)).toBe(`passed      café (v${newestRelease}), 7 steps\n`);
    expect(result.steps[3]?.exchanges[0]?.request["selectRelation"]).toEqual({
      relation: { relationNumber: 12 },
    });
  });

  it("passes or fails with the values that it is given, and stops at the step that fails", async () => {
    const result = await play(round, { fetch: carryTo(createCafe()), values: { size: "Small" } });
    const outcomes = result.steps.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(["passed", "failed", ...Array<string>(5).fill("not run")]);
    expect(print(result)).toBe(
      [
        `failed      café (v${newestRelease})`,
        "  café.yaml:7:5",
        "  7 | - choose: ${size}",
        "  The sale at the till is not what was expected.",
        "    session.lines[0].externalDiscount",
        '      expected  {"discountAmount":0.5}',
        "      seen      nothing",
        "  The answer to addSessionLine: {}",
        "",
      ].join("\n"),
    );
  });

  it("is not played at a release that has no such event", async () => {
    const results = [
      await play(round, { fetch: carryTo(createCafe()), release: "42" }),
      await play(round, { fetch: carryTo(createCafe()), release: "48" }),
    ];
    expect(print(...results)).toBe(
      [
        "not played  café (v42): `selectRelation` requires v43.1.1; this till runs v42.",
        "passed      café (v48), 7 steps",
        "",
        "1 passed and 1 not played.",
        "",
      ].join("\n"),
    );
  });

  it.each([
    ["fills in a form", "fill: { name: S. de Wit }"],
    ["expects a form", "startPayment: {}\n    expect: { form: {} }"],
  ])("that %s is not played at a release without forms", async (_, step) => {
    const result = await play(`steps:\n  - ${step}\n`, { fetch: carryTo(createCafe()), release: "48" });
    expect(result).toMatchObject({ outcome: "not played" });
    expect(result.reason).toMatch(/^`form` requires v59\S*; this till runs v48\.$/);
  });

  it("is played at its own release, unless another one is asked for", async () => {
    const text = 'release: "48"\nsteps: [{ startSession: }]';
    const fetch = carryTo({});
    expect((await play(text, { fetch })).release).toBe("48");
    expect((await play(text, { fetch, release: "57" })).release).toBe("57");
  });
});

/** The messages of a failed step, without its position. Empty if it passed. */
const complain = async (steps: string, handlers: Handlers, options = {}): Promise<string> => {
  const lines = (
    await report(`steps:\n${steps}`, { fetch: carryTo(handlers, { log: quiet }), ...options })
  ).split("\n");
  const start = lines.findIndex((line) => line.includes(" | "));
  return start === -1 ? "" : lines.slice(start + 1, -1).join("\n");
};

const noDatabase: Handlers = { scanCode: () => Promise.reject(new Error("no database")) };
const unreachable = () => Promise.reject(new TypeError("fetch failed"));
const page = (status: number, headers: Record<string, string>) => () =>
  Promise.resolve(new Response("<!doctype html><p>Hi</p>", { status, headers }));
const withForm = answerWith(JSON.stringify({ form: { id: "a", title: "A", fields: [] } }));

describe("without being written it is held that", () => {
  it.each<readonly [string, typeof fetch | undefined, string]>([
    [
      "the receiver does not fail",
      undefined,
      'with status 500: INTERNAL_ERROR, "The receiver failed to handle this event."',
    ],
    ["something answers", unreachable, "No answer came: "],
    [
      "the till is not sent elsewhere",
      page(301, { Location: "https://shop.example/" }),
      'The server redirects (301) to "https://shop.example/"; whether the POS follows is not documented.',
    ],
    [
      "the receiver itself answers",
      page(404, { "Content-Type": "text/html" }),
      "The server runs but has no POST route at /mplus/scanCode (status 404).",
    ],
    [
      "the answer is signed with the secret of the subscription",
      answerWith("{}", { "X-Mplus-Signature": "x" }),
      "The till rejects the answer: The signature of the answer does not match its bytes.",
    ],
    ["the release knows what is in the answer", withForm, "`form` was added in v59"],
  ])("%s", async (_, fetch, want) => {
    const complaint = await complain("  - scan: x", noDatabase, { ...(fetch && { fetch }), release: "58.1" });
    expect(complaint).toMatch(/^ {2}scanCode: /);
    expect(complaint).toContain(want);
  });

  it("polling comes to an end", async () => {
    const text = `${polled}\nsteps: [{ startPayment: }, { wait: 3s }]`;
    const handlers: Handlers = { startPayment: () => ({ polling: { finished: false } }) };
    expect(await report(text, { fetch: carryTo(handlers) })).toBe(
      `failed      café (v${newestRelease})\n  The till is still waiting at the end: it would send startPayment again.\n`,
    );
  });

  it("every answer of a time that passes is good, not only the last", async () => {
    let count = 0;
    const startPayment = () => {
      count += 1;
      if (count === 3) throw new Error("once");
      return { polling: { finished: count > 5 } };
    };
    const text = `${polled}\nsteps: [{ startPayment: }, { wait: 1m }]`;
    expect(await report(text, { fetch: carryTo({ startPayment }, { log: quiet }) })).toContain(
      "startPayment: The receiver failed with status 500",
    );
  });

  it("an answer changes no sale that has ended", async () => {
    const lineChanges = [{ lineId: "7383223e-5aad-43f2-8947-8d4c7d5b1e0e" }];
    const fetch = answerWith(JSON.stringify({ lineChanges }));
    const text = "events: { cancelSession: { blocking: true } }\nsteps: [{ cancelSession: }]";
    expect(await report(text, { fetch })).toContain(
      "cancelSession: The till rejects the answer: /lineChanges: The sale has ended",
    );
  });
});

describe("a step may expect that", () => {
  it.each(['"`form` was added in v59"', "was added"])("the till refuses the answer: %s", async (words) => {
    const text = `release: "58.1"\nsteps:\n  - scan: x\n    expect: { refused: ${words} }`;
    expect((await play(text, { fetch: withForm })).outcome).toBe("passed");
  });

  it("the receiver fails, and with what", async () => {
    const handlers: Handlers = { scanCode: () => ({ error: { code: "NO", message: "no" } }) };
    const good = "  - scan: x\n    expect: { failed: 400, error: { code: NO } }";
    expect(await complain(good, handlers)).toBe("");
    expect(await complain("  - scan: x\n    expect: { failed: 500 }", handlers)).toBe(
      [
        "  scanCode: not what was expected.",
        '    expected  "The receiver fails with status 500."',
        '    seen      "The receiver failed with status 400: NO, \\"no\\""',
      ].join("\n"),
    );
  });

  it("no answer comes", async () => {
    const steps = "  - scan: x\n    expect: { silent: No answer }";
    expect(await complain(steps, {}, { fetch: unreachable })).toBe("");
  });

  it("nothing else is in the answer", async () => {
    const handlers: Handlers = {
      scanCode: () => ({ scanCode: { recognized: true }, message: [{ message: "Hi" }] }),
    };
    expect(await complain("  - scan: x\n    exactly: { scanCode: { recognized: true } }", handlers)).toBe(
      [
        "  scanCode: the answer is not exactly what was expected.",
        "    message",
        "      expected  nothing",
        '      seen      [{"message":"Hi"}]',
        '  The answer to scanCode: {"scanCode":{"recognized":true},"message":[{"message":"Hi"}]}',
      ].join("\n"),
    );
  });

  it("the receiver logs something, where it runs in the same process", async () => {
    const log: string[] = [];
    const write = (_: object, message = "") => void log.push(message);
    const logger = { debug: write, info: write, warn: write, error: write };
    const text = (said: string) => `steps:\n  - scan: x\n    expect: { failed: 500, log: ${said} }`;
    const fetch = carryTo(noDatabase, { log: logger });
    expect((await play(text("no database"), { fetch, log })).outcome).toBe("passed");
    expect(await report(text("no disk"), { fetch, log })).toContain("The receiver did not log this.");
    const note = "note, scan x: `log` is not checked";
    expect(await report(text("no database"), { fetch })).toContain(note);
  });
});

describe("a step fails with a sentence", () => {
  it.each([
    ["where nothing is open", "  - choose: Large", "No dialog is open."],
    [
      "where an option is not there",
      "  - addSessionLine:\n  - choose: Huge",
      'The dialog has no option "Huge"; it has "Small" and "Large".',
    ],
    [
      "where what was remembered has no such part",
      "  - scan: x\n    as: a\n  - scan: ${a.no}",
      "${a.no} has no value: the remembered answer does not contain it.",
    ],
    [
      "where nothing was sent that could be answered",
      "  - wait: 1s\n    expect: { message: [] }",
      "The till sent no request, so there is no answer. It has nothing to send by itself.",
    ],
    [
      "where the till was not waited for long enough",
      "  - startExternalPayment: { amount: 5 }\n  - wait: 1s\n    expect: { externalPayment: { confirmed: true } }",
      "It will send startExternalPayment 2s after its last request: wait until then.",
    ],
    [
      "where nobody waits for the answer",
      "  - completeSession:\n    expect: { receiptFooter: { textBefore: Thank you } }\nevents: { completeSession: { blocking: false } }",
      "an event that is not blocking; `events: { completeSession: { blocking: true } }` in the scenario makes it blocking.",
    ],
  ])("%s", async (_name, steps, want) => {
    expect(await complain(steps, createCafe())).toContain(want);
  });
});

describe("a step that fails shows what was answered", () => {
  const showAnswer = async (steps: string, body: string): Promise<string | undefined> =>
    (await report(`steps:\n${steps}`, { fetch: answerWith(body) }))
      .split("\n")
      .find((line) => line.startsWith("  The answer to"));

  it.each([
    ["on one line, without invisible characters", '{\n  "\u202e": 1 }', ': { "\\u202e": 1 }'],
    ["and not all of it", "x".repeat(300), `: ${"x".repeat(200)}…`],
    ["where it has no body", "", " has no body."],
  ])("%s", async (_name, body, shown) => {
    const steps = "  - scan: x\n    expect: { message: [{ message: Hi }] }";
    expect(await showAnswer(steps, body)).toBe(`  The answer to scanCode${shown}`);
  });

  it("last, and to how many requests that was", async () => {
    const steps = "  - startPayment:\n  - wait: 21s\n    expect: { polling: { finished: true } }";
    const text = `${polled}\nsteps:\n${steps}`;
    const fetch = answerWith('{"polling":{"finished":false}}');
    expect(await report(text, { fetch })).toMatch(
      /\n {2}The answer to the last of 10 requests, startPayment: \{"polling":\{"finished":false\}\}\n/,
    );
  });
});

describe("at the end it is held that", () => {
  const dialog = { dialogTitle: "A", dialogOptions: [], required: true, allowMultipleOptions: false };
  const form = { id: "a", title: "A", fields: [] };
  it.each([
    ["dialog", { dialog }, "choose"],
    ["form", { form }, "fill it in"],
  ])("no %s is left open", async (kind, answer, way) => {
    const fetch = answerWith(JSON.stringify(answer));
    expect(await report("steps: [{ startPayment: }]", { fetch })).toBe(
      `failed      café (v${newestRelease})\n  A ${kind} is still open at the end: ${way} or cancel.\n`,
    );
  });
});

describe("a scenario that failed says what may help:", () => {
  const wait = "{ wait: 21s, expect: { polling: { finished: true } } }";
  const payment = `${polled}\nsteps: [{ startPayment: }, ${wait}]`;
  const fetch = answerWith('{"polling":{"finished":false}}');

  it("what it needs of the receiver, on one line", async () => {
    const text = "needs: >-\n  A card,\n\n  and points.\nsteps:\n  - scan: x\n    expect: { dialog: {} }";
    expect(await report(text, { fetch: answerWith("{}") })).toMatch(
      /\n {2}The scenario requires this: A card, and points\.\n$/,
    );
    expect(await report(text.replace("dialog: {}", ""), { fetch: answerWith("{}") })).not.toContain("needs");
  });

  it("that a wait on a virtual clock gave the receiver no time, where that is so", async () => {
    const hint =
      /\n {2}The clock is virtual: the wait of 21s took 0\.\d s of real time\. [^\n]* use `--clock real` /;
    expect(await report(payment, { fetch })).toMatch(hint);
    const slow: typeof fetch = async (...asked) => (await setTimeout(1200), fetch(...asked));
    expect(await report(payment.replace("21s", "5s"), { fetch: slow })).not.toMatch(hint);
    expect(await report("steps:\n  - scan: x\n    expect: { dialog: {} }", { fetch })).not.toMatch(hint);
  });
});

describe("it is noted once", () => {
  it("but not that nobody called back where the receiver calls just after its answer", async () => {
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
    const steps = "[{ startExternalPayment: }, { wait: 1m }]";
    expect(await report(`settings: { callback: true }\nsteps: ${steps}`, { fetch })).toBe(
      `passed      café (v${newestRelease}), 2 steps\n`,
    );
    await called;
  });

  it("which part of an answer the till does not use, and that nobody called it back", async () => {
    const confirmed = { externalPayment: { confirmed: true, finalAmount: 3 } };
    const fetch = carryTo({
      startExternalPayment: () => ({ externalPayment: { started: true } }),
      pollExternalPayment: () => confirmed,
    });
    const payment = "{ startExternalPayment: }, { wait: 1m }";
    const text = `settings: { callback: true }\nsteps: [${payment}, ${payment}]`;
    expect((await report(text, { fetch })).split("\n").map((line) => line.slice(0, 60).trimEnd())).toEqual([
      `passed      café (v${newestRelease}), 4 steps`,
      "  note, wait 1m: `externalPayment.finalAmount` is not used:",
      "  note, at the end: The receiver did not call `callbackUrl`.",
      "",
    ]);
  });
});
