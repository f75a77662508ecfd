import { randomUUID } from "node:crypto";
import type {
  BackgroundPollRequest,
  BackgroundPollResponse,
  PrintBillResponse,
  Session,
} from "../../../generated/types/index.js";

/** Guests pay by phone, here as soon as they have the bill. The POS learns of it from a background poll. */
export function createTables() {
  const news: BackgroundPollResponse[] = [];
  const told = new Map<string, BackgroundPollResponse>();
  const paid = new Set<string>();
  return {
    bill({ sessionId, table: at, lines = [] }: Session): PrintBillResponse {
      const { number, subNumber } = at ?? {};
      const amount = lines.reduce((sum, { priceIncl = 0, quantity = 1 }) => sum + priceIncl * quantity, 0);
      if (number === undefined) return {};
      const table = { number, ...(subNumber !== undefined && { subNumber }) };
      if (!paid.has(sessionId))
        news.push({ prepayTable: { table, sessionId, payments: [{ paymentId: randomUUID(), amount }] } });
      paid.add(sessionId);
      return { billFooter: { textBefore: "Pay by phone: scan the code on your table" } };
    },

    /** Repeats the answer to a repeated request, because the first answer may be lost. */
    poll({ event, sender }: BackgroundPollRequest): BackgroundPollResponse {
      const request = [sender.instanceId, event.eventTimestamp, event.eventCounter].join(" ");
      const answer = told.get(request) ?? news.shift() ?? {};
      told.set(request, answer);
      return answer;
    },
  };
}
