import { randomUUID, timingSafeEqual } from "node:crypto";
import { hmac, key, subscription } from "./receiver.js";
import { http, type Incoming, type Outgoing, type Start } from "./serve.js";

export type Part = Readonly<Record<string, unknown>>;

export interface Request extends Incoming {
  readonly event: string;
  /** Empty if it cannot be parsed. */
  readonly parsed: Part;
  /** The key of the subscription that the request names. */
  readonly key: Buffer;
}

export const secondKey = Buffer.alloc(32, "second");

/** The keys of the server's two shops. */
const keys: Readonly<Record<string, Buffer>> = { [subscription]: key, "shop-13": secondKey };

/** What a server has answered and paid. */
export interface Memory {
  /** The event at whose URL each body came first. */
  readonly events: Map<string, string>;
  readonly answers: Map<string, Part>;
  readonly payments: Map<string, Part>;
}

/** The steps of a server, which a fault replaces. */
export interface Steps {
  /** The signature that a body should have. */
  readonly expect: (body: Buffer, key: Buffer) => string;
  /** The error code of a request that is not from the shop. */
  readonly identify: (request: Request, steps: Steps) => string | undefined;
  /** The error code of a body that does not fit the event. */
  readonly check: (request: Request, memory: Memory) => string | undefined;
  /** True if a repeat of the event gets the first answer. */
  readonly remembers: (event: string) => boolean;
  readonly answer: (request: Request, memory: Memory) => Part;
  readonly write: (answer: Part) => string | Uint8Array;
  readonly sign: (body: Buffer, request: Request) => string;
  readonly rejects: (code: string) => Outgoing;
  /** Has the last word. */
  readonly send: (outgoing: Outgoing, request: Request) => Outgoing | Promise<Outgoing>;
}

/** Objects that only their own event carries. */
const ownObjects: Readonly<Record<string, string>> = {
  scanCode: "scanCode",
  addSessionLine: "addSessionLine",
  updateSessionLine: "updateSessionLine",
  removeSessionLine: "removeSessionLine",
  mergeSession: "mergeSession",
  completeSession: "completeSession",
  selectRelation: "selectRelation",
  printBill: "printBill",
  customAction: "customAction",
  startExternalPayment: "externalPayment",
  pollExternalPayment: "externalPayment",
  requestCancelExternalPayment: "externalPayment",
  cancelExternalPayment: "externalPayment",
  kitchenStartCourse: "course",
  kitchenCompleteCourse: "course",
  kitchenServeCourse: "course",
};

/** These may lack their object: an older sample has none, or no page describes it. */
const optional = ["completeSession", "printBill"];

export const right: Steps = {
  expect: (body, key) => hmac(key, body).toString("base64"),
  identify: ({ headers, body, key }, { expect }) => {
    const type = headers["content-type"];
    if (type === undefined) return "NO_CONTENT_TYPE";
    if (!/^application\/json\b/i.test(type)) return "INVALID_CONTENT_TYPE";
    const { "x-mplus-subscription-id": id, "x-mplus-signature": signature } = headers;
    if (id === undefined) return "NO_SUBSCRIPTION_ID";
    if (!Object.hasOwn(keys, String(id))) return "INVALID_SUBSCRIPTION_ID";
    if (signature === undefined) return "NO_SIGNATURE";
    return isSame(String(signature), expect(body, key)) ? undefined : "INVALID_SIGNATURE";
  },
  check: ({ event, body, parsed }, { events }) => {
    if (!isJson(body)) return "INVALID_JSON";
    if ("error" in parsed && "original" in parsed) return undefined;
    if (!isPart(parsed["event"])) return "INVALID_DATA";
    // The URL is not signed, so a body belongs to its first one.
    const text = body.toString("latin1");
    if (!events.has(text)) events.set(text, event);
    const own = ownObjects[event];
    const others = Object.values(ownObjects).filter((name) => name !== own && name in parsed);
    if (others.length > 0 || events.get(text) !== event) return "INVALID_DATA";
    if (own !== undefined && !(own in parsed) && !optional.includes(event)) return "NO_EVENT_DETAILS";
    return event === "scanCode" && !("scannedCode" in getPart(parsed, own)) ? "NO_SCANNED_CODE" : undefined;
  },
  remembers: () => true,
  answer: (request, memory) => {
    const { event, parsed } = request;
    if ("error" in parsed) return {};
    if (event.endsWith("ExternalPayment")) return { externalPayment: pay(request, memory) };
    const isPolling = event !== "backgroundPoll" && getPart(parsed, "event")["eventPolling"] === true;
    return { ...sell(request), ...(isPolling && { polling: { finished: true } }) };
  },
  write: (answer) => JSON.stringify(answer),
  sign: (body, { key }) => hmac(key, body).toString("base64"),
  rejects: (code) => ({
    status: 400,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ error: { code, message: "The request was rejected." } }),
  }),
  send: (outgoing) => outgoing,
};

/** A complete receiver of two shops at /mplus, handwritten: it knows customers, gives discounts and takes payments. */
export function shopServer(fault: Partial<Steps> = {}): Start {
  const steps = { ...right, ...fault };
  return () => {
    const memory: Memory = { events: new Map(), answers: new Map(), payments: new Map() };
    return http((incoming) => {
      const [, event] = /^\/mplus\/(\w+)(?:\?|$)/.exec(incoming.path) ?? [];
      if (event === undefined || incoming.method !== "POST") return notFound;
      const shop = String(incoming.headers["x-mplus-subscription-id"]);
      const request = { ...incoming, event, parsed: parse(incoming.body), key: keys[shop] ?? key };
      return steps.send(handle(request, steps, memory), request);
    })();
  };
}

function handle(request: Request, steps: Steps, memory: Memory): Outgoing {
  const stranger = steps.identify(request, steps);
  if (stranger !== undefined) return steps.rejects(stranger);
  const code = steps.check(request, memory);
  const outgoing =
    code === undefined
      ? { status: 200, headers: { "content-type": "application/json" }, body: reply(request, steps, memory) }
      : steps.rejects(code);
  const signature = steps.sign(Buffer.from(outgoing.body), request);
  return { ...outgoing, headers: { ...outgoing.headers, "x-mplus-signature": signature } };
}

function reply(request: Request, steps: Steps, memory: Memory): string | Uint8Array {
  const { key, event, body } = request;
  const id = [key.toString("hex"), event, body.toString("latin1")].join(" ");
  const known = steps.remembers(request.event) ? memory.answers.get(id) : undefined;
  const answer = known ?? steps.answer(request, memory);
  memory.answers.set(id, answer);
  return steps.write(answer);
}

/** Knows each card and greets the customer on the receipt, and gives 10 % on each line that has no discount. */
function sell({ event, parsed }: Request): Part {
  if (event === "scanCode")
    return {
      scanCode: { recognized: true, relationNumber: 12 },
      lineAdditions: [{ lineId: randomUUID(), text: "Welcome back" }],
    };
  return ["addSessionLine", "updateSessionLine", "startPayment"].includes(event) ? discount(parsed) : {};
}

function discount(parsed: Part): Part {
  const lines = getPart(parsed, "session")["lines"];
  const discounts = ["externalDiscount", "discountPercentage", "discountAmount"];
  const full = (Array.isArray(lines) ? lines : [])
    .filter(isPart)
    .filter((line) => !discounts.some((name) => line[name]));
  const lineChanges = full.map(({ lineId }) => ({
    lineId,
    externalDiscount: { discountId: randomUUID(), discountDescription: "Members", discountPercentage: 10 },
  }));
  return lineChanges.length > 0 ? { lineChanges } : {};
}

/** Starts, confirms or cancels a payment, and says the same when it is asked again. */
export function pay({ event, parsed }: Request, { payments }: Memory): Part {
  const externalPaymentId = String(getPart(parsed, "externalPayment")["externalPaymentId"]);
  const known = payments.get(externalPaymentId) ?? { reference: randomUUID() };
  const cancels = event.includes("ancel");
  const end =
    known["end"] ?? (cancels ? "cancelled" : event === "pollExternalPayment" ? "confirmed" : undefined);
  payments.set(externalPaymentId, { ...known, end });
  return {
    externalPaymentId,
    ...(event === "startExternalPayment" && { started: true }),
    ...(event !== "startExternalPayment" && end === "confirmed" && { confirmed: true }),
    ...(event !== "startExternalPayment" && end === "cancelled" && { cancelled: true }),
    externalTransactionReference: known["reference"],
  };
}

const notFound: Outgoing = { status: 404, headers: { "content-type": "text/plain" }, body: "Not found" };

const isSame = (one: string, other: string): boolean =>
  Buffer.byteLength(one) === Buffer.byteLength(other) &&
  timingSafeEqual(Buffer.from(one), Buffer.from(other));

export const isPart = (value: unknown): value is Part =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const getPart = (value: Part, name = ""): Part => {
  const part = value[name];
  return isPart(part) ? part : {};
};

function parse(body: Buffer): Part {
  try {
    const value: unknown = JSON.parse(body.toString());
    return isPart(value) ? value : {};
  } catch {
    return {};
  }
}

export function isJson(body: Buffer): boolean {
  try {
    JSON.parse(body.toString());
    return true;
  } catch {
    return false;
  }
}
