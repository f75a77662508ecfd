import { randomUUID } from "node:crypto";
import type { MplusContext } from "../../../generated/receiver/index.js";
import type {
  LineChange,
  Payment,
  ScanCodeResponse,
  SelectRelationRequest,
  SessionLine,
} from "../../../generated/types/index.js";
import { mayBeDiscounted } from "./coupons.js";

interface Member {
  readonly card: string;
  readonly relationNumber: number;
  readonly name: string;
  points: number;
}

interface Sale {
  readonly member: Member;
  readonly discountIds: Map<string, string>;
  /** The line of the cake for points, once the customer has chosen it. */
  cake?: string;
  /** The points for the sale, once it is complete. */
  earned?: number;
}

const priceOfCake = 100;

const question = {
  required: true,
  allowMultipleOptions: false,
  dialogTitle: `A piece of cake for ${priceOfCake} points?`,
  dialogOptions: [
    { optionId: 1, optionName: "Yes" },
    { optionId: 2, optionName: "No" },
  ],
};

/** A card selects its owner, who can spend points. Members get 5% off, and their receipt shows their points. */
export function createLoyalty() {
  const members: readonly Member[] = [
    { card: "2900004815168", relationNumber: 20517, name: "S. de Wit", points: 18 },
    { card: "2900004815175", relationNumber: 20518, name: "A. Bakker", points: 118 },
  ];
  const sales = new Map<string, Sale>();

  function assign(sessionId: string, member: Member): Sale {
    const sale = sales.get(sessionId) ?? { member, discountIds: new Map<string, string>() };
    sales.set(sessionId, sale);
    return sale;
  }

  return {
    /** Undefined if the code is not a card. */
    async scan({ request, ask }: MplusContext<"scanCode">): Promise<ScanCodeResponse | undefined> {
      const { event, scanCode: scan, session } = request;
      const member = members.find(({ card }) => card === scan.scannedCode);
      if (!member) return undefined;
      const scanCode = { recognized: true, relationNumber: member.relationNumber };
      const sale = assign(session.sessionId, member);
      const answer = { scanCode, ...toChanges(discount(sale, session.lines)) };
      // A question needs a till that waits for the answer.
      if (member.points < priceOfCake || event.eventBlocking !== true) return answer;
      const { selectedDialogOptionIds } = await ask.dialog(question, { scanCode });
      if (!selectedDialogOptionIds.includes(1)) return answer;
      const lineId = (sale.cake ??= randomUUID());
      if (session.lines?.some((line) => line.lineId === lineId)) return answer;
      const cake = { lineId, articleNumber: 14, priceIncl: 0, quantity: 1, text: "Cake" };
      return { ...answer, lineAdditions: [cake] };
    },

    /** The changes to existing lines when the cashier selects or clears a customer. */
    select({ selectRelation, session }: SelectRelationRequest): LineChange[] {
      const relationNumber = selectRelation?.relation?.relationNumber;
      const member = members.find((each) => each.relationNumber === relationNumber);
      if (member) return discount(assign(session.sessionId, member), session.lines);
      sales.delete(session.sessionId);
      return [];
    },

    add(sessionId: string, line: SessionLine): LineChange[] | undefined {
      const sale = sales.get(sessionId);
      return sale && discount(sale, [line]);
    },

    /** The receipt's footer. Undefined if the customer is not a member. */
    complete(sessionId: string, payments: readonly Payment[]): string | undefined {
      const sale = sales.get(sessionId);
      if (!sale) return undefined;
      if (sale.earned === undefined) {
        sale.earned = Math.floor(payments.reduce((sum, { amount }) => sum + amount, 0));
        sale.member.points += sale.earned - (sale.cake === undefined ? 0 : priceOfCake);
      }
      return `Points of this sale: ${sale.earned}\nYour points: ${sale.member.points}`;
    },

    cancel(sessionId: string): void {
      sales.delete(sessionId);
    },
  };
}

/** Discounts lines that have no discount yet. A line that comes again keeps its discount id. */
const discount = (sale: Sale, lines: readonly SessionLine[] = []): LineChange[] =>
  lines.filter(mayBeDiscounted).map(({ lineId }) => {
    const discountId = sale.discountIds.get(lineId) ?? randomUUID();
    sale.discountIds.set(lineId, discountId);
    return {
      lineId,
      externalDiscount: { discountId, discountPercentage: 5, discountDescription: "Members' discount" },
    };
  });

export const toChanges = (lineChanges: LineChange[] = []): { lineChanges?: LineChange[] } =>
  lineChanges.length > 0 ? { lineChanges } : {};
