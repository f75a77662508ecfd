import { misuse, requireNamed } from "../values/error.js";

/**
 * What a till is set to, or what no source knows of it; the first value is the default. A number may be another one than those
 * that are tried, and so may a text where the default is empty.
 */
export const settings = {
  answerDeadline: {
    question: "time-out",
    values: [10_000, 60_000],
    does: "How long the till waits for an answer, in milliseconds of real time.",
  },
  pollEvery: {
    question: "time-out",
    values: [2000, 5000],
    does: "How much time a request takes before the till repeats it, in milliseconds of its clock.",
  },
  afterFailure: {
    question: "bad-answer",
    values: ["goOn", "undo"],
    does: "Whether what the event tells of stays done when its answer fails or is refused.",
  },
  repeatAfterFailure: {
    question: "retries",
    values: [0, 1],
    does: "How often an event is sent again when its answer fails.",
  },
  refusalsMustBeSigned: {
    question: "signature-of-refusals",
    values: [false, true],
    does: "Whether the till minds an answer with status 400 or without a body that has no signature.",
  },
  answersWithoutWaiting: {
    question: "answer-without-waiting",
    values: ["ignored", "used"],
    does: "What becomes of the answer to an event that is not blocking.",
  },
  unknownKeys: {
    question: "unknown-keys",
    values: ["refused", "ignored"],
    does: "What becomes of an answer with properties that the release does not know.",
  },
  callback: {
    question: "callback-url",
    values: [false, true],
    does: "Whether the till opens a port on this machine and sends its address as callbackUrl.",
  },
  paymentPolling: {
    question: "payment-polling",
    values: ["absent", "true", "false"],
    does: "What `eventPolling` is in events whose answers may leave `polling` out.",
  },
  discountAmountIsFor: {
    question: "discount-per-piece",
    values: ["line", "piece"],
    does: "What a `discountAmount` counts for, in the total.",
  },
  priceIsFor: {
    question: "price-per-piece",
    values: ["piece", "line"],
    does: "What `priceIncl` is the price of, in the total.",
  },
  relationFiresSelect: {
    question: "relation-fires-select",
    values: [false, true],
    does: "Whether a `relationNumber` in an answer is followed by the event that a relation was selected.",
  },
  additionsFireAdd: {
    question: "additions-fire-add",
    values: [false, true],
    does: "Whether a line that an answer adds is followed by the event that a line was added.",
  },
  extLineComesBack: {
    question: "ext-line",
    values: [false, true],
    does: "Whether `extLine` of an added line is in later requests.",
  },
  anyLineMayBeDeleted: {
    setting: "Webhooks mogen alle regels verwijderen",
    values: [false, true],
    does: "Whether answers may delete lines that no answer added.",
  },
  amountMayBeChanged: {
    setting: "Webhooks mogen het via hen betaalde bedrag aanpassen",
    values: [false, true],
    does: "Whether `finalAmount` is what an external payment is booked with.",
  },
  productName: {
    question: "product-names",
    values: ["", "Handheld"],
    does: "The `sender.productName` of a product whose name is not known; empty: the property is absent.",
  },
  reportRepeatsEvent: {
    question: "error-request-contents",
    values: [false, true],
    does: "Whether an error request has `event` and `sender` beside `error` and `original`.",
  },
} as const satisfies Readonly<Record<string, Setting>>;

interface Setting {
  /** The id of the open question that it follows from. */
  readonly question?: string;
  /** The setting of the POS that it is, as the vendor names it. */
  readonly setting?: string;
  /** Values that are tried; the first one is the default. */
  readonly values: readonly [string | number | boolean, ...(string | number | boolean)[]];
  readonly does: string;
}

/** Each setting with its value. */
export type TillSettings = {
  readonly [Name in keyof typeof settings]: SettingValue<(typeof settings)[Name]["values"][number]>;
};

type SettingValue<Tried> = "" extends Tried ? string : Widened<Tried>;

type Widened<Tried> = Tried extends number ? number : Tried extends boolean ? boolean : Tried;

/**
 * Each setting with its value, or its default.
 * @throws TillError if there is no such setting, or its value is of another type
 */
export function readSettings(given: Readonly<Record<string, unknown>>): TillSettings {
  const rows = Object.entries<Setting>(settings);
  for (const [name, value] of Object.entries(given)) {
    const { values } = requireNamed("setting", name, rows);
    const type = typeof values[0];
    const isListed = type === "boolean" || (type === "string" && !values.includes(""));
    const isFit = typeof value === type && (type !== "number" || Number(value) >= 0);
    if (isListed ? values.some((each) => each === value) : isFit) continue;
    const choice = type === "number" ? "a number of 0 or more" : isListed ? values.join(" or ") : "a text";
    throw misuse(`The setting \`${name}\` is ${choice}.`);
  }
  const defaults = rows.map(([name, { values }]) => [name, values[0]]);
  return { ...(Object.fromEntries(defaults) as unknown as TillSettings), ...given };
}
