import { answered, nothing, recognized, refusal, refused } from "../answers.js";
import type { Case } from "../case.js";
import { eventOf, post, scan } from "../requests.js";
import { otherSecret } from "../signature.js";
import type { Handler } from "../stage.js";

const health = (method: string, path = "/mplus/health") =>
  post({ method, path, body: "", headers: { "X-Mplus-Subscription-Id": null, "X-Mplus-Signature": null } });
const healthy = answered({ status: "ok" }, { key: null });

const dialog = {
  dialogTitle: "Which size?",
  required: true,
  allowMultipleOptions: false,
  dialogOptions: [
    { optionId: 1, optionName: "Small" },
    { optionId: 2, optionName: "Large" },
  ],
};
const asks: Handler = async ({ ask }) => {
  const { selectedDialogOptionIds } = (await ask.dialog(dialog)) as { selectedDialogOptionIds: number[] };
  return { message: [{ message: `You chose ${selectedDialogOptionIds.join()}` }] };
};
const chosen = { dialog: { selectedDialogOptionIds: [2] } };

const payment = { externalPayment: { externalPaymentId: "7c1d", amount: 2.7, method: "App" } };
const notBlocking = { eventBlocking: false };

/** Waits until it is told that its time is over. */
const slow: Handler = ({ signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error));
  });

export const operationCases: readonly Case[] = [
  { name: "a health check", setup: "healthy", request: health("GET"), answer: healthy },
  {
    name: "a health check with a query",
    setup: "healthy",
    request: health("GET", "/mplus/health?from=lb"),
    answer: healthy,
  },
  {
    name: "a health check by HEAD",
    setup: "healthy",
    request: health("HEAD"),
    answer: answered({ status: "ok" }, { key: null, unsent: true }),
  },
  {
    name: "a health check is no event",
    setup: "healthy",
    request: post({ path: "/mplus/health" }),
    answer: refusal.unknownEvent(),
  },
  {
    name: "a health check that nobody asked for is not there",
    request: health("GET"),
    answer: refusal.method(),
  },
  {
    name: "a handler that asks has its dialog shown",
    request: post(),
    handler: asks,
    answer: answered({ dialog }),
  },
  {
    name: "a handler that asks gets the answer",
    request: post({ body: scan(chosen) }),
    handler: asks,
    answer: answered({ message: [{ message: "You chose 2" }] }),
  },
  {
    name: "a handler that asks whom nobody waits for",
    setup: "waiting",
    request: post({ body: scan({}, notBlocking) }),
    handler: asks,
    answer: refusal.failed(),
  },
  {
    name: "an event that does not block is answered by its handler where that is wanted",
    setup: "waiting",
    request: post({ body: scan({}, notBlocking) }),
    answer: recognized,
  },
  {
    name: "a handler whose time is over",
    setup: "short handler timeout",
    request: post({ event: "startPayment", body: eventOf({}) }),
    handler: slow,
    answer: refusal.failed(),
  },
  {
    name: "a handler whose time is over has a stand-in",
    setup: "short handler timeout",
    request: post(),
    handler: slow,
    answer: answered({ message: [{ message: "Later" }] }),
  },
  { name: "a handler that is in time", setup: "short handler timeout", request: post(), answer: recognized },
  {
    name: "an event that comes once, where repeats are known",
    setup: "answering once",
    request: post(),
    answer: recognized,
  },
  {
    name: "an event that comes again has its first answer",
    setup: "answering once",
    request: post(),
    handler: () => ({ message: [{ message: "again" }] }),
    answer: recognized,
  },
  {
    name: "the id of a payment goes back",
    request: post({ event: "startExternalPayment", body: eventOf(payment) }),
    handler: () => ({ externalPayment: { started: true } }),
    answer: answered({ externalPayment: { started: true, externalPaymentId: "7c1d" } }),
  },
  {
    name: "the first of two shops with one id",
    setup: "shared id",
    request: post(),
    answer: recognized,
  },
  {
    name: "the second of two shops with one id, signed for with its own secret",
    setup: "shared id",
    request: post({ key: otherSecret }),
    handler: ({ version }) => ({ version }),
    answer: answered({ version: "59.3" }, { key: otherSecret }),
  },
  {
    name: "a request that is not what the spec says is handled where that is wanted",
    setup: "lenient",
    request: post({ body: { ...scan(), sender: {} } }),
    answer: recognized,
  },
  {
    name: "a request may lack its own object where nobody documents that it has one",
    setup: "lenient",
    request: post({
      event: "updateSessionLine",
      body: { ...eventOf({}), sender: { branchNumber: "1", workplaceNumber: 2 } },
    }),
    handler: () => ({}),
    answer: nothing,
  },
  {
    name: "a request without its own object is refused all the same",
    setup: "lenient",
    request: post({ body: eventOf({}) }),
    answer: refused("NO_EVENT_DETAILS", `/scanCode: "scanCode" is missing.`),
  },
  {
    name: "a Date is no answer",
    request: post(),
    handler: () => new Date(0),
    answer: refusal.failed(),
  },
  {
    name: "what a database's object writes of itself is no answer",
    request: post({ event: "startPayment", body: eventOf({}, { eventCounter: 1002 }) }),
    handler: () => ({ message: [Object.create({ toJSON: () => ({ anything: true }) }) as object] }),
    answer: refusal.failed(),
  },
  {
    name: "no answer at all, to an event that does not block",
    setup: "waiting",
    request: post({ event: "startPayment", body: eventOf({}, notBlocking) }),
    handler: () => undefined,
    answer: nothing,
  },
];
