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
  /** The ids of the discounts that we gave, by line. */
  readonly discountIds: Map<string, string>;
  /** The line of the cake for points, once the customer chose it. */
  cake?: string;
  /** The points of the sale, once it is complete. */
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

/** A card selects its owner, who may spend points; members get 5% off, and the receipt tells their points. */
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
    /** Undefined for a code that is no card. */
    async scan({ request, ask }: MplusContext<"scanCode">): Promise<ScanCodeResponse | undefined> {
      const { scanCode: scan, session } = request;
      const member = members.find(({ card }) => card === scan.scannedCode);
      if (!member) return undefined;
      const scanCode = { recognized: true, relationNumber: member.relationNumber };
      const sale = assign(session.sessionId, member);
      const answer = { scanCode, ...toChanges(discount(sale, session.lines)) };
      if (member.points < priceOfCake) return answer;
      const { selectedDialogOptionIds } = await ask.dialog(question, { scanCode });
      if (!selectedDialogOptionIds.includes(1)) return answer;
      const lineId = (sale.cake ??= randomUUID());
      if (session.lines?.some((line) => line.lineId === lineId)) return answer;
      const cake = { lineId, articleNumber: 14, priceIncl: 0, quantity: 1, text: "Cake" };
      return { ...answer, lineAdditions: [cake] };
    },

    /** The cashier selects a customer, or clears it: what the lines so far get. */
    select({ selectRelation, session }: SelectRelationRequest): LineChange[] {
      const relationNumber = selectRelation?.relation?.relationNumber;
      const member = members.find((each) => each.relationNumber === relationNumber);
      if (member) return discount(assign(session.sessionId, member), session.lines);
      sales.delete(session.sessionId);
      return [];
    },

    /** What a line gets; undefined if the sale is no member's. */
    add(sessionId: string, line: SessionLine): LineChange[] | undefined {
      const sale = sales.get(sessionId);
      return sale && discount(sale, [line]);
    },

    /** The text below the receipt; undefined if the sale is no member's. */
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

/** Discounts the lines that have none. A line that comes again gets the same id again. */
const discount = (sale: Sale, lines: readonly SessionLine[] = []): LineChange[] =>
  lines.filter(mayBeDiscounted).map(({ lineId }) => {
    const discountId = sale.discountIds.get(lineId) ?? randomUUID();
    sale.discountIds.set(lineId, discountId);
    return {
      lineId,
      externalDiscount: { discountId, discountPercentage: 5, discountDescription: "Members' discount" },
    };
  });

/** An answer does not name what it leaves alone. */
export const toChanges = (lineChanges: LineChange[] = []): { lineChanges?: LineChange[] } =>
  lineChanges.length > 0 ? { lineChanges } : {};
