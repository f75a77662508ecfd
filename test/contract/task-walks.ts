import { expect } from "vitest";

/** One request of a till. */
export interface Request {
  /** Whose request is sent. */
  readonly example: string;
  /** Another session than the example's. */
  readonly session?: string;
  /** What else of the request is changed, by its object. */
  readonly put?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** One request of a till, and what the handler of a task answers. */
export interface Step extends Request {
  readonly says: string;
  /** What it has the program complain of. */
  readonly complains?: string;
  /** What is typed before it. */
  readonly type?: string;
  readonly want: unknown;
  /** The step whose answer was the same to the letter. */
  readonly likeStep?: number;
  /** What the board shows after it. */
  readonly board?: string;
}

/** In the examples, where the till can be called back. */
export const elsewhere = "https://pos.example.com";

const text = expect.any(String) as string;
const [ours, other] = ["1b4ac1b4-5c1c-4c39-9d0e-0f0b4b0c6d01", "1b4ac1b4-5c1c-4c39-9d0e-0f0b4b0c6d02"];

/** The change that discounts a line. */
const discounted = (lineId: string, percentage: number) => ({
  lineId,
  externalDiscount: expect.objectContaining({ discountId: text, discountPercentage: percentage }) as object,
});

const [cheese, tulips, soap] = [
  "5f9ed252-1257-4618-ac2f-461e9e34c91c",
  "ce3bc717-cdb3-423c-ac78-d73cc7334302",
  "9e3b6dcc-c3ef-40d3-bd61-84353acf37e1",
];

const member = {
  scanCode: { recognized: true, relationNumber: 20517 },
  lineChanges: [discounted(cheese, 5)],
  message: [{ message: "S. de Wit: 118 points", displayTime: 8 }],
};

const line = { lineId: soap, articleNumber: 30412, priceIncl: 4.5, quantity: 1, text: "Handzeep lavendel" };
const ownDiscount = { ...line, discountPercentage: 10 };
const externalDiscount = {
  ...line,
  lineId: cheese,
  externalDiscount: { discountId: other, discountPercentage: 10, discountDescription: "Another one" },
};

const points = { receiptFooter: { textBefore: "Points of this sale: 26\nYour points: 144" } };

const loyalty: readonly Step[] = [
  {
    says: "a line before the card gets nothing",
    example: "addSessionLine/bunch-on-offer",
    session: ours,
    want: {},
  },
  {
    says: "a card selects its owner, and discounts what is there",
    example: "scanCode/loyalty-card",
    session: ours,
    want: member,
  },
  {
    says: "the same scan again gives the same discount",
    example: "scanCode/loyalty-card",
    session: ours,
    want: member,
    likeStep: 1,
  },
  {
    says: "a line after it is discounted",
    example: "addSessionLine/bunch-on-offer",
    session: ours,
    want: { lineChanges: [discounted(tulips, 5)] },
  },
  {
    says: "another code is left to the till",
    example: "scanCode/coupon",
    session: ours,
    want: { scanCode: { recognized: false } },
  },
  {
    says: "the receipt has the points",
    example: "completeSession/coupon-used",
    session: ours,
    put: { event: { eventBlocking: true } },
    want: points,
  },
  {
    says: "they are counted once",
    example: "completeSession/coupon-used",
    session: ours,
    put: { event: { eventBlocking: true } },
    want: points,
  },
  {
    says: "a customer who is chosen by hand counts as much",
    example: "selectRelation/customer-chosen",
    session: other,
    want: { lineChanges: [discounted(tulips, 5)] },
  },
  {
    says: "a line that has a discount keeps it",
    example: "scanCode/loyalty-card",
    put: { session: { sessionId: other, lines: [ownDiscount, externalDiscount] } },
    want: {
      scanCode: { recognized: true, relationNumber: 20517 },
      message: [{ message: "S. de Wit: 144 points", displayTime: 8 }],
    },
  },
  {
    says: "no customer, no discount",
    example: "selectRelation/customer-cleared",
    session: other,
    want: {},
  },
  { says: "nor after it", example: "addSessionLine/bunch-on-offer", session: other, want: {} },
  {
    says: "a sale begins once more",
    example: "scanCode/loyalty-card",
    session: other,
    want: expect.anything(),
  },
  { says: "and is cancelled", example: "cancelSession/customer-left", session: other, want: {} },
  {
    says: "so that nothing of the customer is left",
    example: "addSessionLine/bunch-on-offer",
    session: other,
    want: {},
  },
];

const [first, second] = ["8133eb18-16a3-4932-9d42-4db2bcd30fd8", "665c6056-842f-412f-880d-131e50e1602b"];
const waiting = (externalPaymentId: string) => ({
  externalPayment: { externalPaymentId, message: "Waiting for the customer" },
});
const started = (externalPaymentId: string) => ({
  externalPayment: { externalPaymentId, started: true, message: "Waiting for the customer" },
});
const confirmed = (externalPaymentId: string) => ({
  externalPayment: { externalPaymentId, confirmed: true },
});
const cancelled = (externalPaymentId: string) => ({
  externalPayment: { externalPaymentId, cancelled: true },
});
const ofSecond = { externalPayment: { externalPaymentId: second } };

const payment: readonly Step[] = [
  { says: "starts", example: "startExternalPayment/code-on-display", want: started(first) },
  { says: "starts once", example: "startExternalPayment/code-on-display", want: started(first) },
  { says: "waits", example: "pollExternalPayment/paid", want: waiting(first) },
  { says: "is paid", type: `paid ${first}`, example: "pollExternalPayment/paid", want: confirmed(first) },
  { says: "stays paid", example: "pollExternalPayment/paid", want: confirmed(first) },
  {
    says: "cannot fail any more",
    type: `failed ${first}`,
    example: "pollExternalPayment/paid",
    want: confirmed(first),
  },
  {
    says: "cannot be cancelled any more",
    example: "requestCancelExternalPayment/too-late",
    want: confirmed(first),
  },
  { says: "another one starts", example: "startExternalPayment/first-flow", want: started(second) },
  {
    says: "is cancelled in time",
    example: "requestCancelExternalPayment/stopped",
    put: ofSecond,
    want: cancelled(second),
  },
  {
    says: "cannot be paid any more",
    type: `paid ${second}`,
    complains: `Paid after it was called off: ${second}\n`,
    example: "pollExternalPayment/still-waiting",
    put: ofSecond,
    want: cancelled(second),
  },
  { says: "ends", example: "cancelExternalPayment/first-flow", put: ofSecond, want: {} },
  {
    says: "nobody says of a payment that is not known how it ended",
    example: "pollExternalPayment/still-waiting",
    put: { externalPayment: { externalPaymentId: ours } },
    want: { externalPayment: { externalPaymentId: ours, message: "This payment is not known" } },
  },
];

const mainCourse = (state: string) => `Raam 4: Hoofdgerecht, ${state}\n`;
const snacks = (state: string) => `Ticket 42: Snacks, ${state}\n`;

const kitchen: readonly Step[] = [
  {
    says: "a course is started",
    example: "kitchenStartCourse/table-order",
    want: {},
    board: mainCourse("being prepared"),
  },
  {
    says: "an order without a table has its ticket",
    example: "kitchenStartCourse/snack-order",
    want: {},
    board: mainCourse("being prepared") + snacks("being prepared"),
  },
  {
    says: "a course is ready",
    example: "kitchenCompleteCourse/table-order",
    want: {},
    board: mainCourse("ready") + snacks("being prepared"),
  },
  {
    says: "a course does not go back",
    example: "kitchenStartCourse/table-order",
    want: {},
    board: mainCourse("ready") + snacks("being prepared"),
  },
  {
    says: "a course is served",
    example: "kitchenServeCourse/table-order",
    want: {},
    board: mainCourse("served") + snacks("being prepared"),
  },
];

const coupon = { scanCode: { recognized: true }, lineChanges: [discounted(soap, 20)] };
const used = {
  scanCode: { recognized: true },
  message: [{ message: "Coupon already used", displayTime: 5 }],
};

const discount: readonly Step[] = [
  {
    says: "another code is left to the till",
    example: "scanCode/loyalty-card",
    want: { scanCode: { recognized: false } },
  },
  {
    says: "a coupon without its article changes nothing",
    example: "scanCode/coupon",
    session: ours,
    put: { session: { sessionId: ours, lines: [] } },
    want: {
      scanCode: { recognized: true },
      message: [{ message: "No line that this coupon is for", displayTime: 5 }],
    },
  },
  { says: "a coupon discounts its article", example: "scanCode/coupon", session: ours, want: coupon },
  {
    says: "the same scan is one discount",
    example: "scanCode/coupon",
    session: ours,
    want: coupon,
    likeStep: 2,
  },
  { says: "no other sale may use it", example: "scanCode/coupon", session: other, want: used },
  { says: "a cancelled sale", example: "cancelSession/coupon-released", session: ours, want: {} },
  { says: "sets it free", example: "scanCode/coupon", session: other, want: coupon },
  {
    says: "a line that is taken out, with another discount,",
    example: "removeSessionLine/discounted-line",
    session: other,
    want: {},
  },
  { says: "does not", example: "scanCode/coupon", session: ours, want: used },
  { says: "a sale that is paid", example: "completeSession/coupon-used", session: other, want: {} },
  { says: "spends it", example: "scanCode/coupon", session: ours, want: used },
];

const slip = {
  receiptFooter: {
    textBefore: "Scan this code at the exit",
    barcode: { codeType: "qrcode", code: expect.stringMatching(/^EXIT-/) as string },
    printSeparate: true,
  },
};

const receipt: readonly Step[] = [
  { says: "a receipt has a code", example: "completeSession/exit-code", want: slip },
  { says: "one receipt, one code", example: "completeSession/exit-code", want: slip, likeStep: 0 },
];

/** What a till does, and how the handler of each task goes along. */
export const walks: Readonly<Record<string, readonly Step[]>> = {
  loyalty,
  payment,
  kitchen,
  discount,
  receipt,
};
