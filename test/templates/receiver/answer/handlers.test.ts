import { describe, expect, it } from "vitest";
import type { Problem } from "../../../../templates/copied/validators/results.js";
import { createReceiver, type MplusHandlers } from "../../../../generated/receiver/index.js";
import { readRules } from "../../../../templates/copied/validators/rules.js";
import { bodyWith, createRequest, createTestLog, createTestReceiver } from "../fixture.js";
import { goodBody, numbered, type ScanCode, secret, table } from "../fixture.js";

async function sendReal(scanCode: NonNullable<MplusHandlers["scanCode"]>) {
  const { log, lines } = createTestLog();
  const receiver = createReceiver({
    subscriptions: { "shop-12": { secret } },
    handlers: { scanCode },
    log,
  });
  const body = numbered({}, { session: { sessionId: "0f8fad5b-d9cb-469f-a165-70867728950e" } });
  return { status: (await receiver.receive(createRequest({ body }))).status, lines };
}

/** The type forbids the answer, but JavaScript allows it. */
const answering = (answer: unknown) => ({ handlers: { scanCode: (() => answer) as ScanCode } });
const acceptAny = { validateResponse: (_event: string, value: unknown) => ({ ok: true, value }) as never };
const plainEvent = { request: "CommonRequest", answer: "Answer" };
const from = { eventName: "scanCode", subscriptionId: "shop-12" };

/** Recursive, unlike JSON.stringify in Node 26 and later. */
const countDepth = (value: unknown): number =>
  typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(countDepth)) : 0;

describe("a handler", () => {
  it("gets the request, its sender, the log as given, and a signal even if the framework has none", async () => {
    const seen: Parameters<ScanCode>[0][] = [];
    const { log } = createTestLog();
    const { send } = createTestReceiver({
      subscriptions: { "shop-12": { secret, version: "v59.3" } },
      handlers: { scanCode: (context) => void seen.push(context) },
      log,
    });
    const client = new AbortController();
    await send({ signal: client.signal });
    await send();
    expect(seen[0]).toMatchObject({ ...from, version: "v59.3", request: JSON.parse(goodBody) as object });
    expect(seen[0]?.log).toBe(log);
    expect(seen[0]?.signal).toBe(client.signal);
    expect(seen[1]?.signal.aborted).toBe(false);
  });

  it("may be a method of a class, and keeps its this", async () => {
    class Shop {
      private readonly relationNumber = 12;
      scanCode() {
        return { scanCode: { recognized: true, relationNumber: this.relationNumber } };
      }
    }
    const { body } = await createTestReceiver({ handlers: new Shop() }).send();
    expect(body).toEqual({ scanCode: { recognized: true, relationNumber: 12 } });
  });

  it("is never a method that every object inherits", async () => {
    const rules = readRules({ ...table, events: { ...table.events, toString: plainEvent } });
    const { send } = createTestReceiver({}, { rules });
    expect((await send({ event: "toString" })).body).toEqual({});
  });

  it("has its answer checked for the shop's release, and the checked copy sent", async () => {
    const seen: unknown[] = [];
    const validateResponse = (_event: string, _body: unknown, options: unknown) => {
      seen.push(options);
      return { ok: true, value: { message: [] } } as never;
    };
    for (const version of ["v59.3", undefined]) {
      const subscriptions = { "shop-12": { secret, ...(version && { version }) } };
      const { send } = createTestReceiver({ subscriptions }, { validateResponse });
      expect((await send()).body).toEqual({ message: [] });
    }
    expect(seen).toEqual([{ version: "v59.3" }, {}]);
  });

  it.each([
    ["an unknown property", (name: string) => ({ [name]: 1 })],
    ["a property that is not plain data", (name: string) => ({ message: { [name]: new Map() } })],
  ])("has only the start of a long name logged: %s", async (_which, answer) => {
    const { send, lines } = createTestReceiver(answering(answer("x".repeat(1e5))));
    expect((await send()).status).toBe(500);
    expect(JSON.stringify(lines).length).toBeLessThan(1500);
    expect(lines[0]?.[2]).toContain(`/${"x".repeat(200)}…`);
  });

  const missing = '/scanCode/recognized: "recognized" is missing in "scanCode"';
  const method = '/vatMethodChange: "vatMethodChange" must be one of "inclusive", "exclusive", "shifted"';
  it.each<[answer: unknown, want: string]>([
    [{ message: "Hello" }, '/message: "message" must be an array'],
    [
      { scanCode: { relationNumber: "1" } },
      `${missing}; /scanCode/relationNumber: "scanCode.relationNumber" must be an integer`,
    ],
    [{ form: {} }, '/form: "form" cannot be sent here (requires v59; your oldest shop runs v48)'],
    [{ vatMethodChange: "Mrs. De Wit" }, method],
    [[], "The body must be an object"],
  ])("learns from the log why its answer %j is invalid: %s", async (answer, want) => {
    const { status, lines } = await sendReal(() => answer as object);
    expect(status).toBe(500);
    const message = `the scanCode handler returned an invalid answer: ${want}`;
    expect(lines).toMatchObject([["error", from, message]]);
  });

  it("learns from the log that its shops cannot show a question", async () => {
    const { lines } = await sendReal(
      async ({ ask }) => await (ask as never as { form(form: object): Promise<object> }).form({}),
    );
    expect(lines.map(([, , message]) => message)).toEqual([
      "request failed with status 500: the shops that this code was generated for cannot show this form: " +
        '/form: "form" cannot be sent here (requires v59; your oldest shop runs v48); generate the code with a later ' +
        "--min-version or with --responses gated",
    ]);
  });

  it.each([
    [400, "an error", { error: { code: "X", message: "y" } }],
    [500, "a property that only requests have", { original: {} }],
  ])("causes status %i if it answers %s", async (status, _name, answer) => {
    expect((await createTestReceiver(answering(answer), acceptAny).send()).status).toBe(status);
  });

  it("that runs out of stack over a deeply nested body has the body refused", async () => {
    const handlers = { scanCode: ({ request }: { request: object }) => void countDepth(request) };
    const deep = `${'{"a":'.repeat(50_000)}0${"}".repeat(50_000)}`;
    const answer = await createTestReceiver({ handlers }).send({
      body: `${goodBody.slice(0, -1)},"x":${deep}}`,
    });
    expect(answer).toMatchObject({ status: 400, code: "INVALID_DATA" });
  });
});

describe("polling", () => {
  const body = bodyWith({ event: { eventPolling: true } });
  const ended = { polling: { finished: true } };
  const goesOn = { polling: { finished: false } };
  it.each<[name: string, answer: unknown, want: object, event?: string]>([
    [
      "ends, with a warning, if the answer is silent",
      Object.freeze({ message: [] }),
      { message: [], ...ended },
    ],
    ["ends, with a warning, if the handler answers nothing", undefined, ended],
    ["ends, with a warning, beside an error", { error: { code: "X" } }, { error: { code: "X" }, ...ended }],
    ["continues if the handler says so", goesOn, goesOn],
    ["is not ended for an event that ends by itself", {}, {}, "completeSession"],
    ["is not ended for an event that is repeated by design", {}, {}, "backgroundPoll"],
  ])("%s", async (name, answer, want, event = "scanCode") => {
    const { send, lines } = createTestReceiver(answering(answer));
    expect((await send({ event, body })).body).toEqual(want);
    expect(lines.map(([level]) => level)).toEqual(name.includes("warning") ? ["warn"] : []);
  });
});

describe("an error request", () => {
  const report = (code: unknown) => ({ error: { code, message: "No such line." }, original: { event: {} } });
  const body = JSON.stringify(report("INVALID_LINE_ID"));

  it("goes to onError and not to the handler", async () => {
    const seen: object[] = [];
    const { log } = createTestLog();
    const scanCode = () => expect.unreachable();
    const { send } = createTestReceiver({
      handlers: { scanCode },
      onError: (context) => seen.push(context),
      log,
    });
    expect(await send({ body })).toEqual({ status: 200, body: {} });
    expect(seen).toEqual([
      { ...report("INVALID_LINE_ID"), ...from, subscriptionName: undefined, version: undefined, log },
    ]);
  });

  it("is answered 500 if onError fails, which the log says", async () => {
    const { send, messages } = createTestReceiver({ onError: () => Promise.reject(new Error("no disk")) });
    expect((await send({ body })).status).toBe(500);
    expect(messages()).toEqual(["request failed with status 500: no disk"]);
  });

  it.each([
    ["INVALID_LINE_ID", "INVALID_LINE_ID"],
    ...["INVALID\nerror: forged", "invalid", "X".repeat(65), "", 5].map((code) => [code, "unknown"]),
  ])("without onError is logged: its code %j as %j", async (code, logged) => {
    const { send, lines } = createTestReceiver();
    expect((await send({ body: JSON.stringify(report(code)) })).status).toBe(200);
    expect(lines).toEqual([["warn", { ...from, code: logged }, "the POS rejected the answer to scanCode"]]);
  });

  it("has both of its properties; with one of them, a request is an event", async () => {
    const { send } = createTestReceiver({ onError: () => Promise.reject(new Error("must not be asked")) });
    for (const one of [{ error: {} }, { original: {} }])
      expect(await send({ body: bodyWith(one) })).toEqual({ status: 200, body: {} });
  });
});

it("logs the parts that were left out of a request: one line each, and one for all nulls", async () => {
  const misfit: Problem = { path: "/a/b", code: "wrong-type", message: "It must be a text." };
  const nulls = [0, 1, 2, 3, 4, 5].map((n) => ({ path: `/n/${n}`, code: "null", message: "It is null." }));
  const leftOut = { leftOut: [misfit, ...nulls], moreLeftOut: { misfits: 3, nulls: 10 } };
  const validateRequest = (_event: string, value: unknown) => ({ ok: true, value, ...leftOut }) as never;
  const { send, lines } = createTestReceiver({}, { validateRequest });
  await send();
  const paths = ["/n/0", "/n/1", "/n/2", "/n/3", "/n/4"];
  const start = "left out of the scanCode request:";
  const absent = `null counts as absent in the scanCode request: ${paths.join(", ")} and 11 more`;
  expect(lines).toEqual([
    ["warn", { ...from, path: "/a/b", code: "wrong-type" }, `${start} It must be a text.`],
    ["warn", from, `${start} 3 more`],
    ["info", { ...from, code: "null", count: 16, paths }, absent],
  ]);
});
