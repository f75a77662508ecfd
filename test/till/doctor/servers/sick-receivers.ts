import { randomUUID } from "node:crypto";
import { getAt, getOwn, type JsonObject } from "../../../../generator/base/json.js";
import { readCases } from "../../../workbench/cases.js";
import type { Call } from "../examination.js";
import {
  checkBody,
  checkDetails,
  getEvent,
  hmac,
  key,
  receiver,
  right,
  secret,
  subscription,
} from "./receiver.js";
import type { Ways } from "./receiver.js";
import { http, type Answer, type Start } from "./serve.js";

/** All findings that the doctor should report about a receiver: probe ids and observations. */
interface Diagnosis {
  readonly wrong?: Readonly<Record<string, string>>;
  readonly advice?: Readonly<Record<string, string>>;
}

export const diagnoses = readCases("sick-receivers.yaml", import.meta) as Readonly<Record<string, Diagnosis>>;

/** Signs nothing, and accepts only signatures made with `make`. */
const takesOnly = (make: (body: Buffer) => string): Start =>
  http(
    receiver({
      refuse: ({ headers, body }) =>
        headers["x-mplus-signature"] === make(body) ? undefined : "INVALID_SIGNATURE",
      send: (outgoing) => ({ ...outgoing, headers: { "content-type": "application/json" } }),
    }),
  );

const before = (refuse: (incoming: Parameters<Answer>[0]) => number | undefined): Start =>
  http((incoming) => {
    const status = refuse(incoming);
    return status === undefined ? receiver()(incoming) : { status, headers: {}, body: "" };
  });

const good = http(receiver());

function seenOnce(): Start {
  const seen = new Set<string>();
  return before(({ body }) => {
    if (seen.has(body.toString())) return 409;
    seen.add(body.toString());
    return undefined;
  });
}

function counting(): Start {
  let count = 0;
  return http(receiver({ answer: () => `{"message":[{"customerMessage":"${++count}"}]}` }));
}

type Events = Readonly<Record<string, (request: JsonObject) => object>>;

/** Answers some events, and `{}` to all others. */
const answers = (events: Events, otherwise: Partial<Ways> = {}): Start =>
  http(
    receiver({
      answer: ({ path, body }) =>
        JSON.stringify(events[getEvent(path)]?.(JSON.parse(body.toString()) as JsonObject) ?? {}),
      ...otherwise,
    }),
  );

/** Gives the new line a discount, with the next id of `makeId`. */
const discountLine =
  (makeId: () => string) =>
  (request: JsonObject): object => ({
    lineChanges: [
      {
        lineId: getAt(request, ["addSessionLine", "line", "lineId"]),
        externalDiscount: { discountId: makeId(), discountPercentage: 5, discountDescription: "Members" },
      },
    ],
  });

const discountId = randomUUID();

/** Gives a discount to each line that has none. */
function discountAll(request: JsonObject): object {
  const lines = getAt(request, ["session", "lines"]) as readonly JsonObject[];
  const full = lines.filter((line) => !("externalDiscount" in line));
  const externalDiscount = {
    discountId: randomUUID(),
    discountPercentage: 5,
    discountDescription: "Members",
  };
  return full.length > 0 ? { lineChanges: full.map(({ lineId }) => ({ lineId, externalDiscount })) } : {};
}

const footer = { receiptFooter: { textBefore: "Thank you" } };

type Payment = (state: Map<string, number>, id: string) => object;

/** Each payment starts with 0. */
function pays(start: Payment, others: Readonly<Record<"poll" | "requestCancel", Payment>>): Start {
  const state = new Map<string, number>();
  const toHandler = (payment: Payment) => (request: JsonObject) => {
    const externalPaymentId = getAt(request, ["externalPayment", "externalPaymentId"]) as string;
    return { externalPayment: { externalPaymentId, ...payment(state, externalPaymentId) } };
  };
  return answers({
    startExternalPayment: toHandler(start),
    pollExternalPayment: toHandler(others.poll),
    requestCancelExternalPayment: toHandler(others.requestCancel),
    cancelExternalPayment: toHandler(others.poll),
  });
}

const waiting = { message: "Waiting" };
const started = { started: true };
const cancelled = { cancelled: true };
const isCancelled = 1;

const begin: Payment = (state, id) => {
  state.set(id, state.get(id) ?? 0);
  return started;
};
const poll: Payment = (state, id) => (state.get(id) === isCancelled ? cancelled : waiting);
const cancel: Payment = (state, id) => {
  state.set(id, isCancelled);
  return cancelled;
};

/** Verifies as a right receiver does, but accepts each body for any event. */
const withoutCheckOfEvent: Partial<Ways> = {
  refuse: ({ headers, body }, { sign }) =>
    headers["x-mplus-signature"] === sign(body) && headers["x-mplus-subscription-id"] === subscription
      ? checkBody(body)
      : "INVALID_SIGNATURE",
};

/** Accepts each body for any event that has the same object. */
const withoutMemory: Partial<Ways> = {
  refuse: (incoming, ways) =>
    withoutCheckOfEvent.refuse?.(incoming, ways) ?? checkDetails(incoming.path, incoming.body),
};

/** Handles one event at a time. The first of two waits until the second was rejected. */
function oneAtATime(): SickReceiver {
  let sent = 0;
  let isBusy = false;
  let open = (): void => undefined;
  const refused = new Promise<void>((resolve) => (open = resolve));
  return {
    onSend: () => (sent += 1),
    start: http(async (incoming) => {
      const isAlone = sent < 2 && !isBusy;
      sent = 0;
      if (isAlone) return receiver()(incoming);
      if (isBusy) {
        isBusy = false;
        open();
        return { status: 503, headers: {}, body: "" };
      }
      isBusy = true;
      await refused;
      return receiver()(incoming);
    }),
  };
}

const verifiesIfSigned = receiver({
  refuse: ({ headers, body }, { sign }) => {
    if (headers["x-mplus-subscription-id"] !== subscription) return "INVALID_SUBSCRIPTION_ID";
    const signature = headers["x-mplus-signature"];
    return !signature || signature === sign(body) ? undefined : "INVALID_SIGNATURE";
  },
});

const verifiesParsed = receiver({
  signsAll: true,
  verified: (body) => (body.includes(":") ? Buffer.from(JSON.stringify(JSON.parse(body.toString()))) : body),
});

interface SickReceiver extends Call {
  readonly start: Start;
}

export const sickReceivers: Readonly<Record<string, SickReceiver>> = {
  "nothing is wrong": { start: good },
  "it verifies nothing": { start: http(receiver({ refuse: () => undefined })) },
  "it verifies a signature if there is one": { start: http(verifiesIfSigned) },
  "it verifies a body that was parsed": { start: http(verifiesParsed) },
  "it uses the text of the secret as the key": {
    start: takesOnly((body) => hmac(Buffer.from(secret), body).toString("base64")),
  },
  "it expects hex": { start: takesOnly((body) => hmac(key, body).toString("hex")) },
  "it verifies JSON that it serialized again": {
    start: takesOnly((body) => {
      const again = JSON.stringify(JSON.parse(body.toString()), null, 2);
      return hmac(key, Buffer.from(again)).toString("base64");
    }),
  },
  "it has another secret": {
    start: takesOnly((body) => hmac(Buffer.alloc(32, 1), body).toString("base64")),
  },
  "it rejects unknown properties": {
    start: before(({ body }) => (body.includes("ofALaterRelease") ? 400 : undefined)),
  },
  "it reads at most 100 kB": { start: before(({ body }) => (body.length > 100_000 ? 413 : undefined)) },
  "it rejects a repeated event": { start: seenOnce() },
  "it handles a repeated event again": { start: counting() },
  "it gives a line a new discount at each repeat": {
    start: answers({ addSessionLine: discountLine(randomUUID) }),
  },
  "it gives the lines of a sale new discounts at each start of a payment": {
    start: answers({ addSessionLine: discountLine(() => discountId), startPayment: discountAll }),
  },
  "it prints a voucher once": {
    start: (() => {
      const seen = new Set<unknown>();
      return answers({
        completeSession: ({ session }) => {
          const id = getOwn(session, "sessionId");
          return seen.has(id) ? {} : (seen.add(id), footer);
        },
      });
    })(),
  },
  "it takes payments": { start: pays(begin, { poll, requestCancel: cancel }) },
  "it starts a cancelled payment anew": {
    start: pays(
      (state, id) => {
        state.set(id, 0);
        return started;
      },
      { poll, requestCancel: cancel },
    ),
  },
  "it starts each payment twice": {
    start: pays(
      (state, id) => {
        begin(state, id);
        return { ...started, externalTransactionReference: randomUUID() };
      },
      { poll, requestCancel: cancel },
    ),
  },
  "it confirms a payment that was cancelled": {
    start: pays(begin, {
      poll,
      requestCancel: (state, id) => (state.get(id) === isCancelled ? { confirmed: true } : cancel(state, id)),
    }),
  },
  "it accepts any body for an event": {
    start: answers(
      { scanCode: () => ({ scanCode: { recognized: false } }), completeSession: () => footer },
      withoutCheckOfEvent,
    ),
  },
  "it does not remember for which event a body came": {
    start: answers({ completeSession: () => footer }, withoutMemory),
  },
  "it crashes if an event has no object": {
    start: answers(
      {},
      {
        refuse: (incoming, ways) => {
          const code = right.refuse(incoming, ways);
          return code === "NO_EVENT_DETAILS" ? undefined : code;
        },
        send: (outgoing, { path, body }) =>
          outgoing.status !== 200 || checkDetails(path, body) === undefined
            ? outgoing
            : { ...outgoing, status: 500 },
      },
    ),
  },
  "it has an answer for another event": {
    start: answers({ startPayment: () => ({ scanCode: { recognized: true } }) }),
  },
  "it rejects events that it does not use": {
    start: before(({ path }) => (path.includes("kitchen") ? 404 : undefined)),
  },
  "it handles one event at a time": oneAtATime(),
  "it fails or redirects instead of rejecting": {
    start: before(({ headers, path }) => {
      if (headers["x-mplus-signature"] === "") return 302;
      const fails = headers["x-mplus-signature"] === undefined || path.endsWith("LaterRelease");
      return fails ? 500 : undefined;
    }),
  },
  "it signs its answers to strangers": { start: http(receiver({ signsAll: true })) },
  "it shows strangers the right signature, without an error code": {
    start: http(
      receiver({
        send: (outgoing, { body }) =>
          outgoing.status === 400 ? { ...outgoing, body: `Expected ${right.sign(body)}` } : outgoing,
      }),
    ),
  },
  "it rejects an unsigned event with status 200": {
    start: http(
      receiver({
        send: (outgoing, { headers }) =>
          headers["x-mplus-signature"] === undefined ? { ...outgoing, status: 200 } : outgoing,
      }),
    ),
  },
  "it accepts its own answers as events": {
    start: before(({ body }) => (body.toString() === "{}" ? 200 : undefined)),
  },
  "it has no error reports": {
    start: before(({ body }) => (body.includes('"original"') ? 404 : undefined)),
  },
  "the URL ends in a slash": { start: good, path: "/mplus/" },
};
