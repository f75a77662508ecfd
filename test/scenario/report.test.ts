import { describe, expect, it } from "vitest";
import { stripStyles } from "../../generator/text/style.js";
import { formatResult } from "../../generator/scenario/report/format-results.js";
import { newestRelease } from "../till/newest-release.js";
import { play } from "./play.js";
import { answerWith } from "./shop.js";

const report = async (...args: Parameters<typeof play>): Promise<string> =>
  stripStyles(formatResult(await play(...args)));

describe("a step that fails shows what was answered", () => {
  const showAnswer = async (steps: string, body: string): Promise<string | undefined> =>
    (await report(`steps:\n${steps}`, { fetch: answerWith(body) })).split("\n").at(-2);

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
    const text = `events: { startPayment: { blocking: true, polling: true } }\nsteps:\n${steps}`;
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
      `failed      café (v${newestRelease})\n  A ${kind} is still open at the end: ${way}, or cancel.\n`,
    );
  });
});

describe("a scenario that failed says what may help:", () => {
  const payment = `events: { startPayment: { blocking: true, polling: true } }
steps:
  - startPayment:
  - wait: 21s
    expect: { polling: { finished: true } }`;
  const fetch = answerWith('{"polling":{"finished":false}}');

  it("what it needs of the receiver, on one line", async () => {
    const text = "needs: >-\n  A card,\n\n  and points.\nsteps:\n  - scan: x\n    expect: { dialog: {} }";
    expect(await report(text, { fetch: answerWith("{}") })).toMatch(
      /\n {2}The scenario needs this: A card, and points\.\n$/,
    );
    expect(await report(text.replace("dialog: {}", ""), { fetch: answerWith("{}") })).not.toContain("needs");
  });

  it("that a wait on a virtual clock gave the receiver no time", async () => {
    const hint = /\n {2}The wait took no time, [^\n]* use `--clock real` [^\n]*\n$/;
    expect(await report(payment, { fetch })).toMatch(hint);
    expect(await report("steps:\n  - scan: x\n    expect: { dialog: {} }", { fetch })).not.toMatch(hint);
  });
});

describe("it is noted once", () => {
  it("which part of an answer the till does not use, and that nobody called it back", async () => {
    const fetch: typeof globalThis.fetch = (input, init) => {
      const { url } = new Request(input, init);
      const started = { externalPayment: { started: true } };
      const confirmed = { externalPayment: { confirmed: true, finalAmount: 3 } };
      return answerWith(JSON.stringify(url.endsWith("/startExternalPayment") ? started : confirmed))(
        input,
        init,
      );
    };
    const payment = "{ startExternalPayment: }, { wait: 1m }";
    const text = `settings: { callback: true }\nsteps: [${payment}, ${payment}]`;
    expect((await report(text, { fetch })).split("\n").map((line) => line.slice(0, 60).trimEnd())).toEqual([
      `passed      café (v${newestRelease}), 4 steps`,
      "  note, wait 1m: `externalPayment.finalAmount` is not used:",
      "  note, at the end: Nobody called `callbackUrl`.",
      "",
    ]);
  });
});
