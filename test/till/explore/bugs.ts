import { randomUUID } from "node:crypto";
import { getAt, parseJson, type Json, type JsonObject } from "../../../generator/base/json.js";
import { signatureOf } from "../../conformance/signature.js";

/** A bug that no built-in scenario finds. */
export interface HiddenBug {
  readonly name: string;
  /** A seed that finds it quickly. */
  readonly foundBy: number;
  readonly says: string;
  /** Changes the example's responses. Starts with an empty memory. */
  readonly begin: () => Change;
}

type Change = (reply: WireReply, asked: Asked) => WireReply;

interface WireReply {
  readonly status: number;
  readonly body: string;
  /** Undefined if the answer is not signed. */
  readonly signature: string | undefined;
}

interface Asked {
  readonly event: string;
  readonly request: JsonObject;
}

/** Adds a bug to a receiver. */
export function spoil(fetch: typeof globalThis.fetch, { begin }: Pick<HiddenBug, "begin">): typeof fetch {
  const change = begin();
  return async (input, init) => {
    const sent = new Request(input, init);
    const event = sent.url.split("/").at(-1) ?? "";
    const request = parseJson(await sent.clone().text()) as JsonObject;
    const response = await fetch(sent);
    const signature = response.headers.get("x-mplus-signature") ?? undefined;
    const reply = { status: response.status, body: await response.text(), signature };
    // The till ignores the answer to an error report.
    const spoilt = "original" in request ? reply : change(reply, { event, request });
    const headers = {
      "content-type": "application/json",
      ...(spoilt.signature !== undefined && { "x-mplus-signature": spoilt.signature }),
    };
    return new Response(spoilt.body, { status: spoilt.status, headers });
  };
}

const signed = (status: number, body: string): WireReply => ({ status, body, signature: signatureOf(body) });

const linesIn = ({ request }: Asked): readonly JsonObject[] =>
  (getAt(request, ["session", "lines"]) ?? []) as readonly JsonObject[];

/** Responds as the example's receiver does when a handler throws. */
const crashIf =
  (event: string, isTooMuch: (asked: Asked) => boolean): HiddenBug["begin"] =>
  () =>
  (reply, asked) => {
    const message = "The receiver failed to handle this event.";
    const error = JSON.stringify({ error: { code: "INTERNAL_ERROR", message } });
    return asked.event === event && isTooMuch(asked) ? signed(500, error) : reply;
  };

const printLines = (asked: Asked): string => {
  const texts = linesIn(asked).flatMap(({ text }) => (typeof text === "string" ? text : []));
  return JSON.stringify({ receiptFooter: { textBefore: texts.join(" ") } });
};

export const hiddenBugs: readonly HiddenBug[] = [
  {
    name: "divides by a quantity of 0",
    foundBy: 12,
    begin: crashIf(
      "addSessionLine",
      ({ request }) => getAt(request, ["addSessionLine", "line", "quantity"]) === 0,
    ),
    says: "addSessionLine fails with status 500",
  },
  {
    name: "expects a customer in an event that clears the customer",
    foundBy: 13,
    begin: crashIf("selectRelation", ({ request }) => request["selectRelation"] === null),
    says: "selectRelation fails with status 500",
  },
  {
    name: "looks at the first line of a sale that has none",
    foundBy: 12,
    begin: crashIf("startPayment", (asked) => linesIn(asked).length === 0),
    says: "startPayment fails with status 500",
  },
  {
    name: "signs its answer as Latin-1",
    foundBy: 13,
    begin: () => (reply, asked) => {
      const body = printLines(asked);
      if (asked.event !== "completeSession") return reply;
      return { status: 200, body, signature: signatureOf(Buffer.from(body, "latin1")) };
    },
    says: "completeSession gets an answer that no till can use (INVALID_SIGNATURE)",
  },
  {
    name: "cuts its answer after 255 characters",
    foundBy: 13,
    begin: () => (reply, asked) =>
      asked.event === "completeSession" ? signed(200, printLines(asked).slice(0, 255)) : reply,
    says: "completeSession gets an answer that no till can use (INVALID_JSON)",
  },
  {
    name: "gives a customer who is selected twice two discounts",
    foundBy: 15,
    begin: () => {
      const sales = new Set<Json | undefined>();
      return (reply, asked) => {
        if (asked.event !== "selectRelation") return reply;
        const sale = getAt(asked.request, ["session", "sessionId"]);
        const customer = getAt(asked.request, ["selectRelation", "relation", "relationNumber"]);
        const isAgain = sales.has(sale);
        sales.add(sale);
        if (!isAgain || customer !== 20517) return reply;
        const lineChanges = linesIn(asked).map(({ lineId }) => ({
          lineId,
          externalDiscount: { discountId: randomUUID(), discountPercentage: 5 },
        }));
        return signed(200, JSON.stringify({ lineChanges }));
      };
    },
    says: "selectRelation gets an answer that no till can use",
  },
  {
    name: "never ends a payment that is cancelled before the first poll",
    foundBy: 14,
    begin: () => {
      const polled = new Set<Json | undefined>();
      const lost = new Set<Json | undefined>();
      return (reply, { event, request }) => {
        const externalPaymentId = getAt(request, ["externalPayment", "externalPaymentId"]);
        if (externalPaymentId === undefined) return reply;
        if (event === "pollExternalPayment") polled.add(externalPaymentId);
        if (event === "requestCancelExternalPayment" && !polled.has(externalPaymentId))
          lost.add(externalPaymentId);
        const waiting = { externalPayment: { externalPaymentId, message: "Waiting" } };
        return lost.has(externalPaymentId) ? signed(200, JSON.stringify(waiting)) : reply;
      };
    },
    says: "pollExternalPayment does not end",
  },
];
