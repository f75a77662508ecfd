import { expect, it, describe } from "vitest";
import { stripStyles } from "../../generator/text/style.js";
import { createTrace } from "../../generated/receiver/index.js";
import { formatResult } from "../../generator/scenario/report/format-results.js";
import { fromTrace } from "../../generator/scenario/trace/from-trace.js";
import { readTrace } from "../../generator/scenario/trace/read-trace.js";
import { toTrace } from "../../generator/scenario/trace/to-trace.js";
import { showInvisible } from "../../generator/text/quote.js";
import { newestRelease } from "../till/newest-release.js";
import { play } from "./play.js";
import { ownContract } from "../till/own-spec.js";
import { readOne } from "./reader.js";
import { carryTo, createCafe, secret, type Handlers } from "./shop.js";

const evening = `
events: { startPayment: { blocking: true, polling: true } }
steps:
  - addSessionLine: { line: { articleNumber: 12, priceIncl: 2.5, text: "Coffee \$\${large}" } }
  - choose: Large
  - scan: "2900004815168"
  - startPayment:
  - wait: 10m
  - completeSession:
`;

/** The scenario that a trace becomes. */
function convert(text: string): string {
  const entries = readTrace({ file: "t.ndjson", text }, ownContract().model);
  if (!entries.ok) throw new Error(entries.problems.map(({ message }) => message).join("\n"));
  return fromTrace(entries.value, ownContract());
}

const scenario = `description: "Made of a trace: what is in it is what a till sent and a receiver answered."
events:
  addSessionLine: { blocking: true }
  scanCode: { blocking: true }
  startPayment: { blocking: true, polling: true }
  completeSession: { blocking: true }
steps:
  - addSessionLine: { line: { articleNumber: 12, priceIncl: 2.5, quantity: 1, text: "Coffee $\${large}" } }
    expect:
      dialog:
        required: true
        allowMultipleOptions: false
        dialogTitle: Which size?
        dialogOptions: [ { optionId: 0, optionName: Small }, { optionId: 1, optionName: Large } ]
  - choose: Large
    expect:
      lineChanges: [ { externalDiscount: { discountDescription: Large, discountAmount: 0.5 } } ]
  - scanCode: { scannedCode: "2900004815168", codeType: barcode }
    expect: { scanCode: { recognized: true, relationNumber: 12 } }
  - startPayment: {}
    expect: { polling: { finished: false } }
  - wait: WAIT
    expect: { polling: { finished: true } }
  - completeSession: { completeSession: { payments: [ { amount: 2, description: Pin, method: PIN } ] } }
    expect: { receiptFooter: { textBefore: Thank you } }
`;

const withoutWait = (text: string): string => text.replace(/wait: \w+/, "wait: WAIT");

describe("a trace", () => {
  it("of a scenario becomes a scenario that plays the same", async () => {
    const text = toTrace([await play(evening, { fetch: carryTo(createCafe()) })]);
    expect(text).not.toContain(secret);
    expect(text.toLowerCase()).not.toContain("signature");
    const made = convert(text);
    expect(readOne(made).release).toBe(newestRelease);
    expect(withoutWait(made).replace(/release: .*\n/, "")).toBe(`name: café\n${scenario}`);
    const again = await play(made, { fetch: carryTo(createCafe()) });
    expect(stripStyles(formatResult(again))).toBe(`passed      café (v${newestRelease}), 6 steps\n`);
  });

  it("of a receiver becomes a scenario that plays the same", async () => {
    let trace = "";
    await play(evening, {
      fetch: carryTo(
        createCafe(),
        createTrace((line) => (trace += line)),
      ),
    });
    const made = convert(trace);
    expect(withoutWait(made)).toBe(scenario);
    expect((await play(made, { fetch: carryTo(createCafe()) })).outcome).toBe("passed");
  });

  it("finds what changed since", async () => {
    const made = convert(toTrace([await play(evening, { fetch: carryTo(createCafe()) })]));
    const fetch = carryTo({ ...createCafe(), scanCode: () => ({ scanCode: { recognized: false } }) });
    expect(stripStyles(formatResult(await play(made, { fetch })))).toContain(
      "    scanCode.recognized\n      expected  true\n      seen      false\n",
    );
  });

  it("becomes a scenario of its release", async () => {
    const text = toTrace([await play("steps: [{ scan: x }]", { fetch: carryTo({}), release: "48" })]);
    expect(readOne(convert(text))).toMatchObject({ release: "48", name: "café" });
  });

  it("of a till that is called back has one called back, and not the address that was", async () => {
    const started: string[] = [];
    const handlers: Handlers = {
      startExternalPayment: () => ({ externalPayment: { started: true } }),
      pollExternalPayment: ({ request: { externalPayment } }) => {
        started.push(externalPayment.callbackUrl ?? "none");
        return { externalPayment: { confirmed: true } };
      },
    };
    const text = "settings: { callback: true }\nsteps: [{ startExternalPayment: }, { wait: 1m }]";
    const made = convert(toTrace([await play(text, { fetch: carryTo(handlers) })]));
    expect(readOne(made).settings).toEqual({ callback: true });
    expect(made).not.toContain("callbackUrl");
    expect((await play(made, { fetch: carryTo(handlers) })).outcome).toBe("passed");
    expect(new Set(started.map((url) => new URL(url).hostname))).toEqual(new Set(["127.0.0.1"]));
    expect(new Set(started).size).toBe(2);
  });
});

const request = (sessionId: string, more: object) => ({
  event: { eventBlocking: true },
  sender: { productName: "MplusQ" },
  session: { sessionId, lines: [], payments: [] },
  ...more,
});

const lines = (...entries: readonly object[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");

/** A scan in a sale. */
const scan = (scannedCode: string, { sale = "a", ...more }: Record<string, unknown> = {}) => ({
  ...{ event: "scanCode", status: 200, answer: {}, ...more },
  request: request(sale as string, { scanCode: { scannedCode, codeType: "barcode" } }),
});

describe("a trace of a shop", () => {
  it("becomes a scenario for each sale, each in the order of time", () => {
    const at = (second: number) => `2026-11-21T20:00:0${second}Z`;
    const made = convert(
      lines(scan("2", { at: at(2), sale: "b" }), scan("1", { at: at(1) }), scan("3", { at: at(3) })),
    );
    const codes = (text: string) => [...text.matchAll(/scannedCode: "(\d)"/g)].map(([, code]) => code);
    expect(made.split("---\n").map(codes)).toEqual([["1", "3"], ["2"]]);
  });

  it("tells a form that was filled in from one that was closed, and a failure from an answer", () => {
    const fields = [
      { id: "name", value: "Jansen" },
      { id: "days", value: "1,2", selected: ["1", "2"] },
    ];
    const pay = (at: number, status: number, form: object) => ({
      ...{ at, event: "startPayment", status, answer: {} },
      request: request("a", { form: { id: "f", ...form } }),
    });
    expect(convert(lines(pay(0, 500, { fields }), pay(1, 200, { cancelled: true, fields: [] })))).toContain(
      '- fill: { name: Jansen, days: [ "1", "2" ] }\n    expect: { failed: 500 }\n  - cancel: null\n',
    );
  });

  it("leaves out what the till sends by itself, and what the newest known release does not know", () => {
    const novel = { scanCode: { scannedCode: "1", codeType: "rfid", colour: "red" }, novelty: 1 };
    const made = convert(
      lines(
        { ...scan("1"), event: "backgroundPoll", request: request("a", {}) },
        { ...scan("1"), request: request("a", novel) },
        { ...scan("1"), request: { error: { code: "INVALID_DATA", message: "" }, original: {} } },
      ),
    );
    expect(made).not.toMatch(/backgroundPoll|colour|novelty|original/);
    expect([...made.matchAll(/^ {2}- /gm)]).toHaveLength(1);
  });

  it.each(["99", "x"])("of v%s, which nobody knows, is one of the newest known", (release) => {
    expect(readOne(convert(lines(scan("1", { release })))).release).toBe(undefined);
  });

  it("has no character that changes what a reader sees, and keeps each", () => {
    const hidden = "\u0000\u001b\u007f\u0085\u009b\u00ad\u200b\u2028\u2029\u202e\u2066\ufeff\t\r\n\ud800 ";
    const codes = [
      ...Array.from(hidden),
      "\n",
      "a\n\nb",
      hidden,
      `${"word ".repeat(40)}${hidden}`,
      `"\\${hidden}'`,
    ];
    const made = convert(lines(...codes.map((code, at) => scan(code, { at, scenario: hidden }))));
    expect(showInvisible(made.replaceAll("\n", ""))).toBe(made.replaceAll("\n", ""));
    const { name, steps } = readOne(made);
    expect(name).toBe(hidden);
    expect(
      steps.map(({ action }) => (action.kind === "event" ? action.parts["scannedCode"] : action)),
    ).toEqual(codes);
  });

  it("begins with what was in the sale already", () => {
    const line = { lineId: "7383223e-5aad-43f2-8947-8d4c7d5b1e0e", articleNumber: 12, text: "Coffee" };
    const session = { sessionId: "a", lines: [line], payments: [] };
    const entry = { event: "startPayment", request: request("a", { session }), status: 200 };
    expect(convert(lines(entry))).toContain("articleNumber: 12");
  });
});

describe("what is no trace is refused at its line:", () => {
  it.each([
    ["text that is no JSON", '{"event":"scanCode","request":{}}\nscan\n', "trace-syntax", 2],
    ["a list", "[]\n", "trace-syntax", 1],
    ["an entry without an event", '{"request":{}}\n', "trace-syntax", 1],
    ["an entry without a request", '{"event":"scanCode"}\n', "trace-syntax", 1],
    ["events that nobody knows", '{"event":"constructor","request":{}}\n', "trace-empty", undefined],
  ])("%s", (_name, text, code, line) => {
    const read = readTrace({ file: "t.ndjson", text }, ownContract().model);
    expect(read.ok ? [] : read.problems.map((problem) => [problem.code, problem.position?.line])).toEqual([
      [code, line],
    ]);
  });
});
