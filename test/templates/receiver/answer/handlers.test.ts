import { describe, expect, it } from "vitest";
import type { Problem, Valid } from "../../../../templates/copied/validators/results.js";
import { createReceiver, type MplusHandlers } from "../../../../generated/receiver/index.js";
import {
  bodyWith,
  contract,
  createRequest,
  createTestLog,
  createTestReceiver,
  goodBody,
  type ScanCode,
  secret,
} from "../fixture.js";

const realBody = JSON.stringify({
  event: { eventBlocking: true, eventCounter: 1, eventTimestamp: "2026-11-20T10:15:00.000+01:00" },
  sender: { branchNumber: 1, workplaceNumber: 2 },
  session: { sessionId: "0f8fad5b-d9cb-469f-a165-70867728950e" },
  scanCode: { scannedCode: "8711111111111", codeType: "barcode" },
});

function createRealReceiver(scanCode: NonNullable<MplusHandlers["scanCode"]>) {
  const { log, lines } = createTestLog();
  const receiver = createReceiver({ subscriptions: { "shop-12": { secret } }, handlers: { scanCode }, log });
  return { send: () => receiver.receive(createRequest({ body: realBody })), lines };
}

/** The type forbids the answer, but JavaScript allows it. */
const answering = (answer: unknown) => ({ handlers: { scanCode: (() => answer) as ScanCode } });

describe("a handler", () => {
  it("gets the request and all that is known about its sender, and a signal even if the framework has none", async () => {
    const seen: Parameters<ScanCode>[0][] = [];
    const { send } = createTestReceiver({
      subscriptions: { "shop-12": { secret, version: "v59.3" } },
      handlers: { scanCode: (context) => void seen.push(context) },
    });
    const client = new AbortController();
    await send({ signal: client.signal });
    await send();
    expect(seen[0]).toMatchObject({ eventName: "scanCode", subscriptionId: "shop-12", version: "v59.3" });
    expect(seen[0]?.request).toEqual(JSON.parse(goodBody));
    expect(seen[0]?.signal).toBe(client.signal);
    expect(seen[1]?.signal.aborted).toBe(false);
  });

  it("gets the log of the options itself, to which it can write errors with all that they have", async () => {
    const { log } = createTestLog();
    const seen: unknown[] = [];
    const see = (context: { readonly log: unknown }): void => void seen.push(context.log);
    const { send } = createTestReceiver({ log, handlers: { scanCode: see }, onError: see });
    await send();
    await send({ body: JSON.stringify({ error: { code: "X", message: "" }, original: {} }) });
    expect(seen).toHaveLength(2);
    for (const each of seen) expect(each).toBe(log);
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

  it("is not what every object inherits", async () => {
    const { events } = contract.known;
    const known = { ...contract.known, events: { ...events, toString: { own: [] } } };
    expect((await createTestReceiver({}, { known }).send({ event: "toString" })).body).toEqual({});
  });

  it("has its answer checked for the shop's release, and the validated copy of it sent", async () => {
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
    ["an unknown one", (name: string) => ({ [name]: 1 })],
    ["one of what is not plain", (name: string) => ({ message: { [name]: new Map() } })],
  ])("writes a name of any length into the log only in part: %s", async (_which, answer) => {
    const { send, lines } = createTestReceiver(answering(answer("x".repeat(1e5))));
    expect((await send()).status).toBe(500);
    expect(JSON.stringify(lines).length).toBeLessThan(1500);
    expect(lines[0]?.[2]).toContain(`/${"x".repeat(200)}…`);
  });

  it.each<[answer: unknown, want: string]>([
    [{ message: "Hello" }, '/message: "message" must be an array'],
    [
      { scanCode: { relationNumber: "1" } },
      '/scanCode/recognized: "recognized" is missing in "scanCode"; ' +
        '/scanCode/relationNumber: "scanCode.relationNumber" must be an integer',
    ],
    [{ form: {} }, '/form: "form" cannot be sent here (requires v59; your oldest shop runs v48)'],
    [
      { vatMethodChange: "Mrs. De Wit" },
      '/vatMethodChange: "vatMethodChange" must be one of "inclusive", "exclusive", "shifted"',
    ],
    [[], "The body must be an object"],
  ])("whose answer is %j is told of each place once: %s", async (answer, want) => {
    const { send, lines } = createRealReceiver(() => answer as object);
    expect((await send()).status).toBe(500);
    const from = { eventName: "scanCode", subscriptionId: "shop-12" };
    const message = `the scanCode handler returned an invalid answer: ${want}`;
    expect(lines).toMatchObject([["error", from, message]]);
  });

  it("that asks what the fleet lacks is told so", async () => {
    const { send, lines } = createRealReceiver(
      async ({ ask }) => await (ask as never as { form(form: object): Promise<object> }).form({}),
    );
    await send();
    expect(lines.map(([, , message]) => message)).toEqual([
      "request failed with status 500: the shops that this code was generated for cannot show this form: " +
        '/form: "form" cannot be sent here (requires v59; your oldest shop runs v48); generate the code with a later ' +
        "--min-version or with --responses gated",
    ]);
  });

  it.each([
    ["an error", { error: { code: "X", message: "y" } }, 400],
    ["what only requests have", { original: {} }, 500],
  ])("that answers %s: %j is answered with %i", async (_name, answer, status) => {
    const validateResponse = (_event: string, value: unknown) => ({ ok: true, value }) as never;
    expect((await createTestReceiver(answering(answer), { validateResponse }).send()).status).toBe(status);
  });

  it("that runs out of stack over a body nested too deeply has that body refused", async () => {
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
    ["is ended where the handler does not say", Object.freeze({ message: [] }), { message: [], ...ended }],
    ["is ended where the handler answers nothing", undefined, ended],
    ["is left to the handler that says", goesOn, goesOn],
    ["is not ended for an event that needs none", {}, {}, "backgroundPoll"],
    ["is ended beside an error", { error: { code: "X" } }, { error: { code: "X" }, ...ended }],
  ])("%s", async (_name, answer, want, event = "scanCode") => {
    const { send, lines } = createTestReceiver(answering(answer));
    expect((await send({ event, body })).body).toEqual(want);
    const isAdded = JSON.stringify(want).includes("true");
    expect(lines.filter(([level]) => level === "warn")).toHaveLength(isAdded ? 1 : 0);
  });
});

describe("an error request", () => {
  const report = (code: unknown) => ({ error: { code, message: "No such line." }, original: { event: {} } });
  const body = JSON.stringify(report("INVALID_LINE_ID"));

  it("goes to onError and not to the handler", async () => {
    const seen: unknown[] = [];
    const { send } = createTestReceiver({
      handlers: { scanCode: () => void seen.push("handler") },
      onError: ({ error, original, eventName, subscriptionId }) =>
        void seen.push({ error, original, eventName, subscriptionId }),
    });
    expect(await send({ body })).toEqual({ status: 200, body: {} });
    expect(seen).toEqual([
      { ...report("INVALID_LINE_ID"), eventName: "scanCode", subscriptionId: "shop-12" },
    ]);
  });

  it("is answered 500 if onError fails, which the log says", async () => {
    const { send, messages } = createTestReceiver({ onError: () => Promise.reject(new Error("no disk")) });
    expect((await send({ body })).status).toBe(500);
    expect(messages()).toEqual(["request failed with status 500: no disk"]);
  });

  it("leaves its code in the log where there is no onError", async () => {
    const { send, lines } = createTestReceiver();
    expect((await send({ body })).status).toBe(200);
    expect(lines).toMatchObject([
      ["warn", { code: "INVALID_LINE_ID" }, "the POS rejected the answer to scanCode"],
    ]);
  });

  it.each(["INVALID\nerror: forged", "invalid", "X".repeat(65), "", 5])(
    "does not leave %j in the log for its code",
    async (code) => {
      const { send, lines } = createTestReceiver();
      await send({ body: JSON.stringify(report(code)) });
      expect(lines.map(([, fields]) => fields["code"])).toEqual(["unknown"]);
    },
  );

  it("needs both of its properties; one of them alone is an event's", async () => {
    const { send } = createTestReceiver({ onError: () => Promise.reject(new Error("must not be asked")) });
    for (const one of [{ error: {} }, { original: {} }])
      expect(await send({ body: bodyWith(one) })).toEqual({ status: 200, body: {} });
  });
});

describe("what was left out of a request", () => {
  const misfit: Problem = { path: "/a/b", code: "wrong-type", message: "It must be a text." };
  const nulls = (count: number): Problem[] =>
    Array.from({ length: count }, (_, n) => ({ path: `/n/${n}`, code: "null", message: "It is null." }));
  const named = "/n/0, /n/1, /n/2, /n/3, /n/4";

  it.each<[string, Pick<Valid<unknown>, "leftOut" | "moreLeftOut">, string[], fields?: object[]]>([
    ["nothing", {}, []],
    [
      "all nulls in one line, after what does not fit, a line each",
      { leftOut: [misfit, misfit, ...nulls(5)] },
      [
        ...[
          "warn: left out of the scanCode request: It must be a text.",
          "warn: left out of the scanCode request: It must be a text.",
        ],
        `info: null counts as absent in the scanCode request: ${named}`,
      ],
      [
        ...[
          { path: "/a/b", code: "wrong-type" },
          { path: "/a/b", code: "wrong-type" },
        ],
        { code: "null", count: 5, paths: named.split(", ") },
      ],
    ],
    [
      "how many there were where the list is cut",
      { leftOut: nulls(6), moreLeftOut: { misfits: 3, nulls: 10 } },
      [
        "warn: left out of the scanCode request: 3 more",
        `info: null counts as absent in the scanCode request: ${named} and 11 more`,
      ],
    ],
  ])("is logged: %s", async (_name, left, want, fields = []) => {
    const validateRequest = (_event: string, value: unknown) => ({ ok: true, value, ...left }) as never;
    const { send, lines } = createTestReceiver({}, { validateRequest });
    await send();
    expect(lines.map(([level, , message]) => `${level}: ${message}`)).toEqual(want);
    const from = { eventName: "scanCode", subscriptionId: "shop-12" };
    fields.forEach((each, index) => expect(lines[index]?.[1]).toEqual({ ...from, ...each }));
  });
});

/** Recursive, unlike JSON.stringify in Node 26 and later. */
const countDepth = (value: unknown): number =>
  typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(countDepth)) : 0;
