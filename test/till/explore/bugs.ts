import { randomUUID } from "node:crypto";
import { getAt, type Json, type JsonObject } from "../../../generator/base/json.js";
import { signatureOf } from "../../conformance/signature.js";
import type { Asked, Bug, WireReply } from "../bugs/bug.js";

/** A bug that no built-in scenario finds, simulated by changing the example's responses. */
export interface HiddenBug {
  readonly name: string;
  /** Starts with an empty memory. */
  readonly begin: () => Pick<Bug, "at" | "answer" | "reply">;
  /** A seed that finds it quickly. */
  readonly foundBy: number;
  readonly says: string;
}

const linesIn = ({ request }: Asked): readonly JsonObject[] =>
  (getAt(request, ["session", "lines"]) ?? []) as readonly JsonObject[];

/** Responds as the example's receiver does when a handler throws. */
const crash = ({ headers }: WireReply): WireReply => {
  const body = '{"error":{"code":"INTERNAL_ERROR","message":"The receiver failed to handle this event."}}';
  return { status: 500, headers: { ...headers, "x-mplus-signature": signatureOf(body) }, body };
};

const crashIf =
  (at: string, isTooMuch: (asked: Asked) => boolean): HiddenBug["begin"] =>
  () => ({ at, reply: (reply, asked) => (isTooMuch(asked) ? crash(reply) : reply) });

const lineIn = ({ request }: Asked, name: string): Json | undefined =>
  getAt(request, ["addSessionLine", "line", name]);

const sessionIn = ({ request }: Asked): Json | undefined => getAt(request, ["session", "sessionId"]);

const printLines: NonNullable<Bug["answer"]> = (_, asked) => ({
  receiptFooter: {
    textBefore: linesIn(asked)
      .flatMap(({ text }) => (typeof text === "string" ? text : []))
      .join(" "),
  },
});

export const hiddenBugs: readonly HiddenBug[] = [
  {
    name: "divides by a quantity of 0",
    foundBy: 12,
    begin: crashIf("addSessionLine", (asked) => lineIn(asked, "quantity") === 0),
    says: "addSessionLine fails with status 500",
  },
  {
    name: "keeps quantities as whole numbers",
    foundBy: 11,
    begin: crashIf("addSessionLine", (asked) => !Number.isInteger(lineIn(asked, "quantity") ?? 1)),
    says: "addSessionLine fails with status 500",
  },
  {
    name: "takes a customer that is cleared for one that is there",
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
    name: "checks the signature of Latin-1",
    foundBy: 13,
    begin: () => ({
      reply: (reply, { request }) =>
        /[^\0-\x7f]/.test(JSON.stringify(request))
          ? {
              status: 400,
              headers: { "content-type": "application/json" },
              body: '{"error":{"code":"INVALID_SIGNATURE"}}',
            }
          : reply,
    }),
    says: "fails with status 400 (INVALID_SIGNATURE)",
  },
  {
    name: "signs the Latin-1 of what it prints",
    foundBy: 13,
    begin: () => ({
      at: "completeSession",
      answer: printLines,
      reply: (reply) => ({
        ...reply,
        headers: { ...reply.headers, "x-mplus-signature": signatureOf(Buffer.from(reply.body, "latin1")) },
      }),
    }),
    says: "completeSession gets an answer that no till can use (INVALID_SIGNATURE)",
  },
  {
    name: "keeps no more than 255 characters of what it prints",
    foundBy: 13,
    begin: () => ({
      at: "completeSession",
      answer: printLines,
      reply: (reply) => {
        const body = reply.body.slice(0, 255);
        return { ...reply, body, headers: { ...reply.headers, "x-mplus-signature": signatureOf(body) } };
      },
    }),
    says: "completeSession gets an answer that no till can use (INVALID_JSON)",
  },
  {
    name: "does not poll for a sale without lines",
    foundBy: 14,
    begin: () => ({
      at: "startPayment",
      answer: (answer, asked) => (linesIn(asked).length === 0 ? {} : answer),
    }),
    says: "startPayment gets an answer that no till can use (polling-not-answered",
  },
  {
    name: "gives a customer that is selected twice two discounts",
    foundBy: 15,
    begin: () => {
      const sales = new Set<Json | undefined>();
      return {
        at: "selectRelation",
        answer: (answer, asked) => {
          const isAgain = sales.has(sessionIn(asked));
          sales.add(sessionIn(asked));
          const lineChanges = linesIn(asked).map(({ lineId }) => ({
            lineId,
            externalDiscount: { discountId: randomUUID(), discountPercentage: 5 },
          }));
          return isAgain && getAt(asked.request, ["selectRelation", "relation", "relationNumber"]) === 20517
            ? { ...answer, lineChanges }
            : answer;
        },
      };
    },
    says: "selectRelation gets an answer that no till can use",
  },
  {
    name: "never ends a payment that is cancelled before it is asked after",
    foundBy: 14,
    begin: () => {
      const polled = new Set<Json | undefined>();
      const lost = new Set<Json | undefined>();
      return {
        answer: (answer, { event, request }) => {
          const externalPaymentId = getAt(request, ["externalPayment", "externalPaymentId"]);
          if (externalPaymentId === undefined) return answer;
          if (event === "pollExternalPayment") polled.add(externalPaymentId);
          if (event === "requestCancelExternalPayment" && !polled.has(externalPaymentId))
            lost.add(externalPaymentId);
          return lost.has(externalPaymentId)
            ? { externalPayment: { externalPaymentId, message: "Waiting" } }
            : answer;
        },
      };
    },
    says: "pollExternalPayment does not end",
  },
];
