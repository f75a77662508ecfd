import { randomUUID } from "node:crypto";
import type { BackgroundPollResponse, PrintBillResponse, Session } from "../../../generated/types/index.js";

/** Guests pay their table by phone, here as soon as they have the bill; the till hears of it in the background. */
export function createTables() {
  const news: BackgroundPollResponse[] = [];
  const paid = new Set<string>();
  return {
    bill({ sessionId, table, lines = [] }: Session): PrintBillResponse {
      const { number, subNumber } = table ?? {};
      const amount = lines.reduce((sum, { priceIncl = 0, quantity = 1 }) => sum + priceIncl * quantity, 0);
      if (number === undefined || paid.has(sessionId)) return {};
      paid.add(sessionId);
      const payments = [{ paymentId: randomUUID(), amount }];
      news.push({
        prepayTable: {
          table: { number, ...(subNumber !== undefined && { subNumber }) },
          sessionId,
          payments,
        },
      });
      return { billFooter: { textBefore: "Pay by phone: scan the code on your table" } };
    },

    poll: (): BackgroundPollResponse => news.shift() ?? {},
  };
}
