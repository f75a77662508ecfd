import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { hmac, secret } from "./receiver.js";
import type { Outgoing, Start } from "./serve.js";
import {
  getPart,
  isJson,
  pay,
  right,
  secondKey,
  shopServer,
  type Part,
  type Request,
  type Steps,
} from "./shop-server.js";

interface FaultyServer {
  readonly start: Start;
  /** How long the doctor waits, in seconds, for a server that does not answer. */
  readonly deadline: number | undefined;
  /** What the doctor must say in one of its complaints. */
  readonly tells: RegExp;
}

type Row = readonly [fault: Partial<Steps>, tells: RegExp, deadline?: number];

/** Servers that are right but for one fault. The list comes from the vendor's pages and from users' findings. */
const rows: Readonly<Record<string, Row>> = {
  // Who is the sender?
  "verifies no signature": [{ identify: () => undefined }, /pretend to be/],
  "verifies a signature only if there is one": [
    identifyUnless(({ headers }) => !headers["x-mplus-signature"]),
    /without a signature.*accepts/,
  ],
  "compares only the beginning of a signature": [
    identifyUnless(({ headers, body, key }) =>
      right.expect(body, key).startsWith(String(headers["x-mplus-signature"])),
    ),
    /empty signature.*accepts/,
  ],
  "accepts the first character of a signature": [
    acceptSimilar((given, right) => right.startsWith(given)),
    /only its first character: a stranger/,
  ],
  "compares ten characters of a signature": [
    acceptSimilar((given, right) => given.startsWith(right.slice(0, 10))),
    /only its first 10 characters: a stranger/,
  ],
  "compares all but the end of a signature": [
    acceptSimilar((given, right) => given.length === right.length && given.startsWith(right.slice(0, 40))),
    /another end/,
  ],
  "compares a signature in lower case": [
    acceptSimilar((given, right) => given.toLowerCase() === right.toLowerCase()),
    /capitals/,
  ],
  "needs no subscription ID": [
    identifyUnless(
      ({ headers, body, key }) =>
        headers["x-mplus-subscription-id"] === undefined &&
        headers["x-mplus-signature"] === right.expect(body, key),
    ),
    /subscription, or of none.*without a subscription id.*NO_SUBSCRIPTION_ID/,
  ],
  "verifies JSON that it serialized again": [
    { expect: (body, key) => right.expect(Buffer.from(JSON.stringify(JSON.parse(body.toString()))), key) },
    /bytes that were sent|serialized again/,
  ],
  "verifies a body without spaces at its ends": [
    { expect: (body, key) => right.expect(Buffer.from(body.toString().trim()), key) },
    /bytes that were sent|spaces/,
  ],
  "reads a body as Latin-1": [
    { expect: (body, key) => right.expect(Buffer.from(body.toString("latin1")), key) },
    /non-ASCII|UTF-8|Latin-1|ISO-8859/,
  ],
  "uses the text of the secret as the key": [
    { expect: (body) => hmac(Buffer.from(secret), body).toString("base64") },
    /decode the secret from base64/,
  ],
  "expects a signature in hex": [{ expect: (body, key) => hmac(key, body).toString("hex") }, /hex.*base64/],
  "expects a signature in base64url": [
    { expect: (body, key) => hmac(key, body).toString("base64url") },
    /base64url|URL-safe|base64 for URLs/i,
  ],
  "has the secret of another shop": [
    { expect: (body) => hmac(Buffer.alloc(32, 1), body).toString("base64") },
    /another secret|signature made with this secret/,
  ],
  "knows no subscription": [{ identify: () => "INVALID_SUBSCRIPTION_ID" }, /know the subscription/],
  "does not get the signature header": [{ identify: () => "NO_SIGNATURE" }, /did not find the signature/],
  "ignores the subscription ID": [
    identifyUnless(({ headers, body, key }) => headers["x-mplus-signature"] === right.expect(body, key)),
    /subscription.*accepts/,
  ],
  "accepts the second shop's secret for the first shop": [
    identifyUnless(({ headers, body }) => headers["x-mplus-signature"] === right.expect(body, secondKey)),
    /second shop|other shop|another shop/i,
  ],

  // How does it reject?
  "rejects strangers with status 200": [
    rejectStrangers({ status: 200 }),
    /error.*status 200|status 200.*error/i,
  ],
  "fails for strangers": [rejectStrangers({ status: 500 }), /fails \(status 500\)/],
  "redirects strangers to a login": [
    rejectStrangers({ status: 302, headers: { location: "/login" }, body: "" }),
    /redirects \(status 302\)/,
  ],
  "closes the connection of strangers": [
    { rejects: (code) => (isOfStranger(code) ? hangUp() : right.rejects(code)) },
    /not answer at all|closed the connection/,
  ],
  "rejects strangers without an error code": [
    rejectStrangers({ body: "Forbidden", headers: { "content-type": "text/plain" } }),
    /error code|documented error|INVALID_SIGNATURE/,
  ],
  "prints the right signature in a rejection": [
    {
      send: (outgoing, { body, key }) =>
        outgoing.status === 200
          ? outgoing
          : { ...outgoing, body: describeSignature(right.expect(body, key)) },
    },
    /reveal|leak|right signature|expected signature|tells a stranger/i,
  ],
  "prints its secret in a rejection": [
    rejectStrangers({ body: JSON.stringify({ error: { code: "INVALID_SIGNATURE", message: secret } }) }),
    /contains your secret/,
  ],
  "rejects each event with its secret": [
    {
      check: () => "CLOSED",
      rejects: (code) => ({
        ...right.rejects(code),
        body: JSON.stringify({ error: { code, message: secret } }).replaceAll("/", "\\/"),
      }),
    },
    /CLOSED: \[your secret\]/,
  ],
  "rejects properties of a later release in `sender`": [
    {
      check: (request, memory) =>
        "ofALaterRelease" in getPart(request.parsed, "sender")
          ? "INVALID_DATA"
          : right.check(request, memory),
    },
    /unknown property/,
  ],
  "signs what it says to strangers": [
    { send: sign },
    /signs the rejection of an event with a wrong signature/,
  ],
  "fails for a body that is not JSON": [rejectAs("INVALID_JSON", 500), /JSON.*fails \(status 500\)/],
  "accepts a body that is not JSON": [checkBut("INVALID_JSON"), /not JSON.*accepts/],
  "fails for a body without an event": [
    sendFor((request) => !hasEvent(request), { status: 500 }),
    /without an event.*status 500/,
  ],
  "accepts its own answers as events": [
    { check: (request, memory) => (hasEvent(request) ? right.check(request, memory) : undefined) },
    /one of your signed answers/,
  ],
  "reports an error with status 200": [
    { check: () => "NOT_TODAY", send: (outgoing) => ({ ...outgoing, status: 200 }) },
    /NOT_TODAY.*with status 200/,
  ],
  "rejects error reports": [
    {
      check: (request, memory) =>
        "original" in request.parsed ? "INVALID_DATA" : right.check(request, memory),
    },
    /error report/,
  ],
  "rejects a property of a later release": [
    { check: (request, memory) => (knowsAll(request) ? right.check(request, memory) : "INVALID_DATA") },
    /unknown property/,
  ],
  "fails for an event that it does not know": [
    sendFor(({ event }) => !/^(?:[a-z]+[A-Z]\w*)$/.test(event) || /Later|Unknown|noSuch/i.test(event), {
      status: 500,
    }),
    /unknown event.*status 500/,
  ],

  // Does the body fit the URL?
  "takes a scan for a completed sale": [
    {
      check: (request, memory) =>
        request.event === "completeSession" ? undefined : right.check(request, memory),
    },
    /completeSession|another event|other event/,
  ],
  "takes each body for the event of the URL": [
    {
      check: (request) => {
        if (!isJson(request.body)) return "INVALID_JSON";
        return hasEvent(request) ? undefined : "INVALID_DATA";
      },
    },
    /completeSession|another event|other event/,
  ],
  "accepts an event without its object": [checkBut("NO_EVENT_DETAILS"), /\bobject|details/i],
  "fails for an event without its object": [
    rejectAs("NO_EVENT_DETAILS", 500),
    /(?:\bobject|details).*status 500/i,
  ],

  // What does it do for a repeat?
  "adds a line again for a repeated scanCode": [forget("scanCode"), repeated("scanCode|[Ss]econd answer")],
  "gives a discount again for a repeated addSessionLine": [
    forget("addSessionLine"),
    repeated("addSessionLine"),
  ],
  "gives a discount again for a repeated updateSessionLine": [
    forget("updateSessionLine"),
    repeated("updateSessionLine"),
  ],
  "gives a discount again for a repeated startPayment": [forget("startPayment"), repeated("startPayment")],
  "starts a payment again for a repeat": [payAgain("startExternalPayment"), repeated("startExternalPayment")],
  "shows another code for a payment that is started again": [
    payWith((request, answer) =>
      request.event === "startExternalPayment"
        ? { ...answer, displayBarcode: { code: randomUUID(), codeType: "qrcode" } }
        : answer,
    ),
    /startExternalPayment: the second answer shows another code, so the customer may pay twice/,
  ],
  "greets anew for a payment that is started again": [
    payWith((_, answer) => ({ ...answer, message: [{ customerMessage: randomUUID() }] })),
    /startExternalPayment: the second answer differs/,
  ],
  "never ends a payment": [
    payBut(({ event }, answer) => ({
      externalPaymentId: answer["externalPaymentId"],
      ...(event === "startExternalPayment" ? { started: true } : { message: "Waiting" }),
    })),
    /payment end if.*pollExternalPayment.*requestCancelExternalPayment/,
  ],
  "does not say which payment it answers for": [
    payBut((_, answer) => without("externalPaymentId", answer)),
    /startExternalPayment.*no "externalPaymentId".*Always send/,
  ],
  "gives a repeated counter the answer of another sale": [
    answerByCounter(),
    /same counter.*addSessionLine.*: the answer is about the earlier sale/,
  ],
  "stops answering after the first event": [
    { send: (outgoing, { event }) => (event === "scanCode" ? outgoing : new Promise(() => undefined)) },
    /stopped answering \(\w+, \w+ and \w+\)/,
    1,
  ],
  "confirms a payment again for a repeat": [payAgain("pollExternalPayment"), repeated("pollExternalPayment")],
  "rejects a repeat": [rejectRepeats(), /second time.*409|twice.*409/],

  // Does it keep to the flow?
  "confirms a payment that it cancelled": [
    payBut((request, answer) =>
      request.event === "startExternalPayment" ? answer : { ...answer, confirmed: true, cancelled: true },
    ),
    /confirm.*cancel|cancel.*confirm/i,
  ],
  "answers for another payment": [
    payBut((_, answer) => ({ ...answer, externalPaymentId: randomUUID() })),
    /externalPaymentId|another payment|other payment/,
  ],
  "does not say whether a poll is finished": [
    { answer: (request, memory) => without("polling", right.answer(request, memory)) },
    /polling/,
  ],
  "never answers the polls of a payment": [
    {
      send: (outgoing, { event }) =>
        event === "pollExternalPayment" ? new Promise(() => undefined) : outgoing,
    },
    /pollExternalPayment/,
    1,
  ],

  // Can a till use the answer?
  "does not sign its answer": [
    { send: (outgoing) => ({ ...outgoing, headers: { "content-type": "application/json" } }) },
    /answer is not signed/,
  ],
  "signs JSON that it serializes again": [
    {
      write: (answer) => JSON.stringify(answer, null, 2),
      sign: (body, request) => right.sign(compact(body), request),
    },
    /signature of the answer.*serialized again/,
  ],
  "signs in hex": [
    { sign: (body, { key }) => hmac(key, body).toString("hex") },
    /signature of the answer.*hex/,
  ],
  "signs with the text of the secret": [
    { sign: (body) => hmac(Buffer.from(secret), body).toString("base64") },
    /signature of the answer.*text of the secret/,
  ],
  "signs the request instead of the answer": [
    { sign: (_, request) => right.sign(request.body, request) },
    /signature of the answer.*(?:request|bytes other than)/,
  ],
  "adds a property of its own": [answers({ ok: true }), /no property "ok"|"ok"/],
  "misspells a property": [answers({ scanCode: { recognised: true } }), /recogni[sz]ed/],
  "sends a number as text": [
    answers({ scanCode: { recognized: true, relationNumber: "12" } }),
    /relationNumber.*(?:integer|number)/,
  ],
  "answers a scan with a receipt footer": [
    answers({ receiptFooter: { textBefore: "Thanks" } }),
    /receiptFooter.*(?:scanCode|completeSession)|no property "receiptFooter"/,
  ],
  "echoes the request": [{ answer: ({ parsed }) => parsed }, /\/(?:event|sender|scanCode)\b|request/],
  "discounts a line that the sale does not have": [
    answers({
      scanCode: { recognized: true },
      lineChanges: [
        { lineId: randomUUID(), externalDiscount: { discountId: randomUUID(), discountPercentage: 10 } },
      ],
    }),
    /lineId|INVALID_LINE_ID|line.*(?:session|sale)/i,
  ],
  "discounts by 110 %": [
    answers({
      scanCode: { recognized: true },
      lineAdditions: [
        {
          text: "Soap",
          priceIncl: 5,
          externalDiscount: { discountId: randomUUID(), discountPercentage: 110 },
        },
      ],
    }),
    /110|discountPercentage|INVALID_DISCOUNT_PERCENTAGE/,
  ],
  "wraps its answer in an array": [{ write: (answer) => JSON.stringify([answer]) }, /not an object/],
  "serializes its answer twice": [
    { write: (answer) => JSON.stringify(JSON.stringify(answer)) },
    /serialized twice/,
  ],
  "prints a warning before its answer": [
    { write: (answer) => `<br />\n<b>Warning</b>: Undefined index\n${JSON.stringify(answer)}` },
    /not JSON|web page|HTML/,
  ],
  "begins its answer with a byte order mark": [
    { write: (answer) => `\ufeff${JSON.stringify(answer)}` },
    /byte order mark/,
  ],
  "writes its answer in UTF-16": [
    { write: (answer) => Buffer.from(JSON.stringify(answer), "utf16le") },
    /UTF-16|UTF-8|not JSON/,
  ],
  "compresses its answer without being asked": [
    sendWell({ "content-encoding": "gzip" }, (outgoing) => ({ ...outgoing, body: gzipSync(outgoing.body) })),
    /compressed \("gzip"\)/,
  ],
  "calls its answer a web page": [sendWell({ "content-type": "text/html" }), /Content-Type of the answer/],
  "answers with a web page": [
    sendFor(() => true, {
      headers: { "content-type": "text/html" },
      body: "<!doctype html><title>Shop</title>",
    }),
    /web page/,
  ],
  "answers with status 201": [sendStatus(201), /status 201/],
  "answers the start of a payment with status 202": [
    sendFor(({ event }) => event === "startPayment", { status: 202 }),
    /event of a sale accepted.*startPayment: The answer has status 202.*Answer with status 200/,
  ],
  "signs no answer to a completed sale, and crashes at a new line": [
    {
      send: (outgoing, { event }) => {
        if (event === "addSessionLine") return { status: 500, headers: {}, body: "" };
        const isUnsigned = event === "completeSession" && outgoing.status === 200;
        return isUnsigned ? { ...outgoing, headers: { "content-type": "application/json" } } : outgoing;
      },
      answer: (request, memory) =>
        request.event === "completeSession"
          ? { receiptFooter: { textBefore: "Thanks" } }
          : right.answer(request, memory),
    },
    /event of a sale accepted.*log for an uncaught error.*Sign the bytes of every answer/,
  ],
  "discounts in cents": [
    answers({
      scanCode: { recognized: true },
      lineAdditions: [
        {
          text: "Soap",
          priceIncl: 5,
          externalDiscount: { discountId: randomUUID(), discountDescription: "Members", discountAmount: 250 },
        },
      ],
    }),
    /event of a sale accepted.*scanCode: .*takes 250\.00 off a line of 5\.00: cents/,
  ],
  "answers with status 204": [sendStatus(204), /status 204/],
  redirects: [
    sendFor(() => true, { status: 308, headers: { location: "/v2/scanCode" }, body: "" }),
    /redirect/,
  ],
  "cuts its answer": [
    sendWell({ "content-length": "4000", connection: "close" }),
    /closed the connection before a complete answer/,
  ],
  "closes the connection": [{ send: hangUp }, /closed the connection/],
  "accepts at most 100 kB": [
    {
      send: (outgoing, { body }) =>
        body.length > 100_000 ? { status: 413, headers: {}, body: "" } : outgoing,
    },
    /too large/,
  ],
  "reads at most 100 kB": [
    { expect: (body, key) => right.expect(body.subarray(0, 100_000), key) },
    /large event|256 KiB|262144/,
  ],
  "expects events in lower case": [
    sendFor(({ event }) => event !== event.toLowerCase(), { status: 404, body: "Not found" }),
    /no POST route.*scanCode/,
  ],
};

export const faultyServers: Readonly<Record<string, FaultyServer>> = Object.fromEntries(
  Object.entries(rows).map(([name, [fault, tells, deadline]]) => [
    name,
    { start: shopServer(fault), tells, deadline },
  ]),
);

/** Lets some requests through, whoever sent them. */
function identifyUnless(lets: (request: Request) => boolean): Partial<Steps> {
  return { identify: (request, steps) => (lets(request) ? undefined : right.identify(request, steps)) };
}

/** Rejects an empty signature. */
function acceptSimilar(isSimilar: (given: string, right: string) => boolean): Partial<Steps> {
  return {
    identify: (request, steps) => {
      const code = right.identify(request, steps);
      const given = String(request.headers["x-mplus-signature"] ?? "");
      const isAccepted = given !== "" && isSimilar(given, right.expect(request.body, request.key));
      return code === "INVALID_SIGNATURE" && isAccepted ? undefined : code;
    },
  };
}

function isOfStranger(code: string): boolean {
  return /SIGNATURE|SUBSCRIPTION/.test(code);
}

function rejectStrangers(with_: Partial<Outgoing>): Partial<Steps> {
  return { rejects: (code) => ({ ...right.rejects(code), ...(isOfStranger(code) && with_) }) };
}

function rejectAs(code: string, status: number): Partial<Steps> {
  return { rejects: (found) => ({ ...right.rejects(found), ...(found === code && { status }) }) };
}

/** Overlooks one fault of a body. */
function checkBut(code: string): Partial<Steps> {
  return {
    check: (request, memory) => {
      const found = right.check(request, memory);
      return found === code ? undefined : found;
    },
  };
}

/** True for text that is not JSON, too. */
function hasEvent({ parsed, body }: Request): boolean {
  return "event" in parsed || "original" in parsed || !isJson(body);
}

function knowsAll({ parsed }: Request): boolean {
  return !/Later|unknown/i.test(
    JSON.stringify(Object.keys(parsed)) + JSON.stringify(getPart(parsed, "event")),
  );
}

function forget(event: string): Partial<Steps> {
  return { remembers: (each) => each !== event };
}

/** The doctor says which event's repeat is not like the first. */
function repeated(event: string): RegExp {
  const again = "(?:twice|again|repeat|second)";
  return new RegExp(`(?:${event}).*${again}|${again}.*(?:${event})`, "i");
}

function payBut(change: (request: Request, answer: Part) => Part): Partial<Steps> {
  return {
    remembers: (event) => !event.endsWith("ExternalPayment"),
    answer: (request, memory) =>
      request.event.endsWith("ExternalPayment")
        ? { externalPayment: change(request, pay(request, memory)) }
        : right.answer(request, memory),
  };
}

/** Changes the whole answer of a payment. */
function payWith(change: (request: Request, answer: Part) => Part): Partial<Steps> {
  return {
    remembers: (event) => !event.endsWith("ExternalPayment"),
    answer: (request, memory) => {
      const answer = right.answer(request, memory);
      return request.event.endsWith("ExternalPayment") ? change(request, answer) : answer;
    },
  };
}

function answerByCounter(): Partial<Steps> {
  const answers = new Map<string, Part>();
  return {
    remembers: () => false,
    answer: (request, memory) => {
      const id = `${request.event} ${String(getPart(request.parsed, "event")["eventCounter"])}`;
      const answer = answers.get(id) ?? right.answer(request, memory);
      answers.set(id, answer);
      return answer;
    },
  };
}

/** Each request makes a payment of its own. */
function payAgain(event: string): Partial<Steps> {
  return payBut((request, answer) => ({
    ...answer,
    ...(request.event === event && { externalTransactionReference: randomUUID() }),
  }));
}

function rejectRepeats(): Partial<Steps> {
  const seen = new Set<string>();
  return {
    send: (outgoing, { event, body }) => {
      const id = `${event} ${body.toString()}`;
      if (seen.has(id) && outgoing.status === 200) return { status: 409, headers: {}, body: "" };
      seen.add(id);
      return outgoing;
    },
  };
}

/** Answers a scan with this. */
function answers(answer: Part): Partial<Steps> {
  return {
    answer: (request, memory) => (request.event === "scanCode" ? answer : right.answer(request, memory)),
  };
}

function without(name: string, { ...answer }: Record<string, unknown>): Part {
  Reflect.deleteProperty(answer, name);
  return answer;
}

function compact(body: Buffer): Buffer {
  return Buffer.from(JSON.stringify(JSON.parse(body.toString())));
}

const describeSignature = (signature: string): string =>
  JSON.stringify({ error: { code: "INVALID_SIGNATURE", message: `Expected ${signature}.` } });

function sign(outgoing: Outgoing, { key }: Request): Outgoing {
  const signature = right.expect(Buffer.from(outgoing.body), key);
  return { ...outgoing, headers: { ...outgoing.headers, "x-mplus-signature": signature } };
}

function sendFor(applies: (request: Request) => boolean, other: Partial<Outgoing>): Partial<Steps> {
  return { send: (outgoing, request) => (applies(request) ? { ...outgoing, ...other } : outgoing) };
}

/** Changes each answer that is no rejection. */
function sendWell(
  headers: Outgoing["headers"],
  change: (outgoing: Outgoing) => Outgoing = (outgoing) => outgoing,
): Partial<Steps> {
  return {
    send: (outgoing) =>
      outgoing.status === 200
        ? change({ ...outgoing, headers: { ...outgoing.headers, ...headers } })
        : outgoing,
  };
}

function sendStatus(status: number): Partial<Steps> {
  return { send: (outgoing) => (outgoing.status === 200 ? { ...outgoing, status } : outgoing) };
}

function hangUp(): never {
  throw new Error("The server closes the connection.");
}
