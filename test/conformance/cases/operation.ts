import { answered, nothing, recognized, refusal } from "../answers.js";
import { alike, alikeIn, handled, handledIn, type Case } from "../case.js";
import { eventOf, scan } from "../requests.js";
import { otherSecret } from "../signature.js";
import type { Handler } from "../stage.js";

const health = (method: string, query = "") => ({
  method,
  path: `/mplus/health${query}`,
  body: "",
  headers: { "X-Mplus-Subscription-Id": null, "X-Mplus-Signature": null },
});

const dialog = {
  dialogTitle: "Which size?",
  required: true,
  allowMultipleOptions: false,
  dialogOptions: [1, 2].map((optionId) => ({ optionId, optionName: `size ${optionId}` })),
};
const asks: Handler = async ({ ask }) => {
  const { selectedDialogOptionIds } = (await ask.dialog(dialog)) as { selectedDialogOptionIds: number[] };
  return { message: [{ message: `You chose ${selectedDialogOptionIds.join()}` }] };
};

const payment = { externalPayment: { externalPaymentId: "7c1d", amount: 2.7, method: "App" } };
const notBlocking = { eventBlocking: false };

const slow: Handler = ({ signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error));
  });

export const operationCases: readonly Case[] = [
  ...alikeIn("healthy", answered({ status: "ok" }, { key: null }), {
    "a health check": health("GET"),
    "a health check with a query": health("GET", "?from=lb"),
  }),
  ...alikeIn("healthy", answered({ status: "ok" }, { key: null, unsent: true }), {
    "a health check by HEAD": health("HEAD"),
  }),
  ...alikeIn("healthy", refusal.unknownEvent(), { "a health check is no event": { path: "/mplus/health" } }),
  ...alike(refusal.method(), { "a health check that nobody asked for is not there": health("GET") }),
  ...handled({
    "a handler that asks has its dialog shown": [asks, answered({ dialog })],
    "a handler that asks gets the answer": [
      asks,
      answered({ message: [{ message: "You chose 2" }] }),
      { body: scan({ dialog: { selectedDialogOptionIds: [2] } }) },
    ],
    "the id of a payment goes back": [
      () => ({ externalPayment: { started: true } }),
      answered({ externalPayment: { started: true, externalPaymentId: "7c1d" } }),
      { event: "startExternalPayment", body: eventOf(payment) },
    ],
  }),
  ...handledIn("waiting", {
    "a handler that asks whom nobody waits for": [asks, refusal.failed(), { body: scan({}, notBlocking) }],
    "an event that does not block is answered by its handler where that is wanted": [
      undefined,
      recognized,
      { body: scan({}, notBlocking) },
    ],
  }),
  ...handledIn("short handler timeout", {
    "a handler whose time is over": [slow, refusal.failed(), { event: "startPayment", body: eventOf({}) }],
    "a handler whose time is over has a stand-in": [slow, answered({ message: [{ message: "Later" }] })],
  }),
  ...handledIn("answering once", {
    "an event that comes once, where repeats are known": [undefined, recognized],
    "an event that comes again has its first answer": [
      () => ({ message: [{ message: "again" }] }),
      recognized,
    ],
  }),
  ...handledIn("shared id", {
    "the first of two shops with one id": [undefined, recognized],
    "the second of two shops with one id, signed for with its own secret": [
      ({ version }) => ({ version }),
      answered({ version: "59.3" }, { key: otherSecret }),
      { key: otherSecret },
    ],
  }),
  ...handledIn("lenient", {
    "a request that is not what the spec says is handled where that is wanted": [
      undefined,
      recognized,
      { body: { ...scan(), sender: {} } },
    ],
    "a request may lack its own object where nobody documents that it has one": [
      () => ({}),
      nothing,
      {
        event: "updateSessionLine",
        body: { ...eventOf({}), sender: { branchNumber: "1", workplaceNumber: 2 } },
      },
    ],
  }),
];
