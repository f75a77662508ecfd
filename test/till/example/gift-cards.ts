import { randomUUID } from "node:crypto";
import type { ScanCodeResponse, Session } from "../../../generated/types/index.js";

interface GiftCard {
  readonly amount: number;
  /** The ids of the lines that sell the card, by session. */
  readonly lines: Map<string, string>;
  isSold: boolean;
}

/** Scanning a new gift card sells it: it becomes a line of the sale. It gets its value when the sale is paid. */
export function createGiftCards() {
  const cards = new Map<string, GiftCard>([
    ["GIFT-25-0001", { amount: 25, lines: new Map<string, string>(), isSold: false }],
  ]);
  return {
    /** Undefined if the code is not a gift card. */
    scan(code: string, { sessionId, lines = [] }: Session): ScanCodeResponse | undefined {
      const card = cards.get(code);
      if (!card) return undefined;
      if (card.isSold) return refuse("This gift card is sold already");
      const lineId = card.lines.get(sessionId) ?? randomUUID();
      card.lines.set(sessionId, lineId);
      if (lines.some((line) => line.lineId === lineId))
        return refuse("This gift card is in the sale already");
      const line = { lineId, articleNumber: 9900, priceIncl: card.amount, quantity: 1, text: "Gift card" };
      return { scanCode: { recognized: true }, lineAdditions: [line] };
    },

    complete(sessionId: string): void {
      for (const card of cards.values()) if (card.lines.has(sessionId)) card.isSold = true;
    },
  };
}

const refuse = (message: string): ScanCodeResponse => ({
  scanCode: { recognized: true },
  message: [{ message, displayTime: 5 }],
});
