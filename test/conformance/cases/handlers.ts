import { answered, nothing, recognized, refusal } from "../answers.js";
import type { Case } from "../case.js";
import { eventOf, post } from "../requests.js";
import { otherSecret } from "../signature.js";
import type { Handler } from "../stage.js";

const circular: Record<string, unknown> = {};
circular["scanCode"] = circular;

/** What no till could use: a fault of the handler's, which the sender is not told. */
const faulty: Readonly<Record<string, Handler>> = {
  "throws an Error": () => {
    throw new Error("the stock is away");
  },
  "throws a RangeError": () => {
    throw new RangeError("the stock is away");
  },
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what a handler may do
  "rejects with undefined": () => Promise.reject(undefined),
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what a handler may do
  "rejects with a text": () => Promise.reject("the stock is away"),
  "rejects after a while": async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    throw new Error("the stock is away");
  },
  "throws an error with a status": () => {
    throw Object.assign(new Error("teapot"), {
      status: 418,
      statusCode: 418,
      expose: true,
      headers: { a: "b" },
    });
  },
  "throws a Response": () => {
    throw new Response("no", { status: 204 }) as unknown as Error;
  },
  "answers a text": () => "ok",
  "answers a number": () => 200,
  "answers a list": () => [{ scanCode: { recognized: true } }],
  "answers true": () => true,
  "answers a function": () => () => undefined,
  "answers what the spec does not know": () => ({ scanCode: { recognized: true }, colour: "red" }),
  "answers what the spec does not know further down": () => ({
    scanCode: { recognized: true, colour: "red" },
  }),
  "answers what is for another event": () => ({ receiptFooter: { textBefore: "Thank you" } }),
  "answers what not every shop takes": () => ({ form: { id: "1", title: "x", fields: [] } }),
  "leaves out what must be there": () => ({ scanCode: {} }),
  "answers a wrong type": () => ({ scanCode: { recognized: "yes" } }),
  "answers a BigInt": () => ({ scanCode: { recognized: true, relationNumber: 12n } }),
  "answers NaN": () => ({ scanCode: { recognized: true, relationNumber: Number.NaN } }),
  "answers Infinity": () => ({ scanCode: { recognized: true, relationNumber: Infinity } }),
  "answers bytes": () => Buffer.from("{}"),
  "answers a symbol": () => Symbol("scanCode"),
  "answers a list with a hole": () => ({ message: [undefined] }),
  "answers in a circle": () => circular,
  "answers an error without a code": () => ({ error: { message: "no" } }),
  "answers an error that is a text": () => ({ error: "no" }),
  "answers a getter that throws": () => ({
    get scanCode() {
      throw new Error("the stock is away");
    },
  }),
  "answers a promise in its answer": () => ({ scanCode: Promise.resolve({ recognized: true }) }),
};

export const handlerCases: readonly Case[] = [
  ...Object.entries(faulty).map(([name, handler]): Case => ({
    name: `a handler that ${name} has failed`,
    request: post(),
    handler,
    answer: refusal.failed(),
  })),
  {
    name: "a handler that fails for a second shop is signed with that shop's secret",
    setup: "two shops",
    request: post({ key: otherSecret, headers: { "X-Mplus-Subscription-Id": "shop-13" } }),
    handler: () => {
      throw new Error("the stock is away");
    },
    answer: refusal.failed({ key: otherSecret }),
  },
  {
    name: "a handler may answer nothing",
    request: post(),
    handler: () => undefined,
    answer: nothing,
  },
  {
    name: "a handler may answer null for nothing",
    request: post(),
    handler: () => null,
    answer: nothing,
  },
  {
    name: "a handler may answer an empty object",
    request: post(),
    handler: () => ({}),
    answer: nothing,
  },
  {
    name: "a handler may answer later",
    request: post(),
    handler: async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { scanCode: { recognized: true } };
    },
    answer: recognized,
  },
  {
    name: "a handler may answer several things, in its own order",
    request: post(),
    handler: () => ({
      message: [{ message: "Welcome", messageDisplayTime: 5 }],
      scanCode: { relationNumber: 12, recognized: true },
    }),
    answer: answered(
      '{"message":[{"message":"Welcome","messageDisplayTime":5}],"scanCode":{"relationNumber":12,"recognized":true}}',
    ),
  },
  {
    name: "what is undefined in an answer is not there",
    request: post(),
    handler: () => ({ scanCode: { recognized: true, relationNumber: undefined }, message: undefined }),
    answer: recognized,
  },
  {
    name: "an answer may be an object of a class",
    request: post(),
    handler: () =>
      new (class {
        scanCode = { recognized: true };
      })(),
    answer: recognized,
  },
  {
    name: "an error that a handler answers goes out with status 400",
    request: post(),
    handler: () => ({ error: { code: "INVALID_ARTICLE", message: "This card has expired." } }),
    answer: answered(
      { error: { code: "INVALID_ARTICLE", message: "This card has expired." } },
      { status: 400 },
    ),
  },
  {
    name: "an error may have a code of the receiver's own",
    request: post(),
    handler: () => ({ error: { code: "NOT_CONFIGURED", message: "Ask your dealer." } }),
    answer: answered({ error: { code: "NOT_CONFIGURED", message: "Ask your dealer." } }, { status: 400 }),
  },
  {
    name: "an error goes out beside other answers",
    request: post(),
    handler: () => ({
      scanCode: { recognized: false },
      error: { code: "INVALID_ARTICLE", message: "This card has expired." },
    }),
    answer: answered(
      {
        scanCode: { recognized: false },
        error: { code: "INVALID_ARTICLE", message: "This card has expired." },
      },
      { status: 400 },
    ),
  },
  {
    name: "an error that is undefined is none",
    request: post(),
    handler: () => ({ scanCode: { recognized: true }, error: undefined }),
    answer: recognized,
  },
  {
    name: "a relation number of 9007199254740991 goes out as it is",
    request: post(),
    handler: () => ({ scanCode: { recognized: true, relationNumber: 9007199254740991 } }),
    answer: answered('{"scanCode":{"recognized":true,"relationNumber":9007199254740991}}'),
  },
  {
    name: "an event without a handler has nothing to do",
    setup: "without handlers",
    request: post(),
    answer: nothing,
  },
  {
    name: "an event without a handler is checked all the same",
    setup: "without handlers",
    request: post({ body: eventOf({ scanCode: {} }) }),
    answer: answered(
      {
        error: {
          code: "NO_SCANNED_CODE",
          message: '/scanCode/scannedCode: "scannedCode" is missing in "scanCode".',
        },
      },
      { status: 400 },
    ),
  },
  {
    name: "a handler is told which event, of which shop, and that its caller waits",
    request: post({ event: "startPayment", body: eventOf({}, { eventCounter: 1001 }) }),
    handler: ({ eventName, subscriptionId, version, signal }) => ({
      message: [{ message: [eventName, subscriptionId, version, signal.aborted].map(String).join(" ") }],
    }),
    answer: answered({ message: [{ message: "startPayment shop-12 undefined false" }] }),
  },
  {
    name: "what a handler does to its request reaches nobody else",
    request: post(),
    handler: ({ request }) => {
      Object.assign(request, { scanCode: null, event: null });
      return { scanCode: { recognized: true } };
    },
    answer: recognized,
  },
];
