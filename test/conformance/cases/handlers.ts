import { answered, nothing, recognized, refusal, refused } from "../answers.js";
import { handled, handledIn, type Case } from "../case.js";
import { eventOf, sentBy } from "../requests.js";
import { otherSecret } from "../signature.js";
import type { Handler } from "../stage.js";

const fault = new Error("the stock is away");
const fail = (): never => {
  throw fault;
};

/**
 * Answers that no till could use. Each is a handler error, which the sender does not see. Other tests cover values
 * that are not plain data.
 */
const faulty: Readonly<Record<string, Handler>> = {
  "throws an Error": fail,
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what a handler may do
  "rejects with undefined": () => Promise.reject(undefined),
  "rejects after a while": () => new Promise((resolve) => setTimeout(resolve, 5)).then(fail),
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
  "answers what the spec does not know": () => ({ scanCode: { recognized: true }, colour: "red" }),
  "answers what the spec does not know further down": () => ({
    scanCode: { recognized: true, colour: "red" },
  }),
  "answers what not every shop takes": () => ({ form: { id: "1", title: "x", fields: [] } }),
  "answers a wrong type": () => ({ scanCode: { recognized: "yes" } }),
  "answers a BigInt": () => ({ scanCode: { recognized: true, relationNumber: 12n } }),
  "answers a getter that throws": () =>
    Object.defineProperty({}, "scanCode", { get: fail, enumerable: true }),
  "answers a proxy that was revoked": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
};

const expired = { code: "INVALID_ARTICLE", message: "This card has expired." };
const recognizes = { scanCode: { recognized: true } };
const noCode = '/scanCode/scannedCode: "scannedCode" is missing in "scanCode".';
const outOfOrder =
  '{"scanCode":{"relationNumber":12,"recognized":true},"message":[{"messageDisplayTime":5,"message":"Welcome"}]}';

export const handlerCases: readonly Case[] = [
  ...Object.entries(faulty).flatMap(([name, handler]) =>
    handled({ [`a handler that ${name} has failed`]: [handler, refusal.failed()] }),
  ),
  ...handled({
    "a handler may answer nothing": [() => undefined, nothing],
    "a handler may answer null for nothing": [() => null, nothing],
    "a handler may answer several things, which go out as it wrote them": [
      () => JSON.parse(outOfOrder) as object,
      answered(outOfOrder),
    ],
    "what is undefined in an answer is not there": [
      () => ({ scanCode: { recognized: true, relationNumber: undefined }, error: undefined }),
      recognized,
    ],
    "an error that a handler answers goes out with status 400": [
      () => ({ error: expired }),
      answered({ error: expired }, { status: 400 }),
    ],
    "an error goes out beside other answers": [
      () => ({ ...recognizes, error: { ...expired, code: "NOT_CONFIGURED" } }),
      answered({ ...recognizes, error: { ...expired, code: "NOT_CONFIGURED" } }, { status: 400 }),
    ],
    "a handler is told which event, of which shop, and that its caller waits": [
      ({ eventName, subscriptionId, version, signal }) => ({
        message: [{ message: [eventName, subscriptionId, version, signal.aborted].map(String).join(" ") }],
      }),
      answered({ message: [{ message: "startPayment shop-12 undefined false" }] }),
      { event: "startPayment", body: eventOf({}, { eventCounter: 1001 }) },
    ],
    "what a handler does to its request reaches nobody else": [
      ({ request }) => {
        Object.assign(request, { scanCode: null, event: null });
        return recognizes;
      },
      recognized,
    ],
  }),
  ...handledIn("two shops", {
    "a handler that fails for a second shop is signed with that shop's secret": [
      fail,
      refusal.failed({ key: otherSecret }),
      { key: otherSecret, ...sentBy("shop-13") },
    ],
  }),
  ...handledIn("without handlers", {
    "an event without a handler has nothing to do": [undefined, nothing],
    "an event without a handler is checked all the same": [
      undefined,
      refused("NO_SCANNED_CODE", noCode),
      { body: eventOf({ scanCode: {} }) },
    ],
  }),
];
