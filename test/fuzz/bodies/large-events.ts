import { eventOf, scan } from "../../conformance/requests.js";
import { findExamples } from "../examples.js";

/** An event of about a megabyte. The number changes everything that the receiver keeps of it. */
export interface LargeEvent {
  readonly event: string;
  readonly body: string;
}

/** Close to the receiver's size limit, with a margin for the envelope. */
const length = 1024 * 1024 - 4096;

/** Large content that a shop can send, by the part that may be kept. */
export const largeEvents: Readonly<Record<string, (number: number) => LargeEvent>> = {
  "a session of its own": (number) =>
    toLargeEvent(number, { session: { sessionId: createText(number), lines: [] } }),
  "an unknown property with a long name": (number) => toLargeEvent(number, { [createText(number)]: 1 }),
  "many unknown properties": (number) =>
    toLargeEvent(number, Object.fromEntries(listNumbers(number, 60_000).map((each) => [`u${each}`, 0]))),
  "a dialog with unknown properties": (number) =>
    toLargeEvent(number, { dialog: { selectedDialogOptionIds: [1], filling: createText(number) } }),
  "a dialog with many options": (number) =>
    toLargeEvent(number, {
      dialog: { selectedDialogOptionIds: Array<number>(400_000).fill((number % 3) + 1) },
    }),
  "a form with a long value": (number) => toLargeEvent(number, { form: toForm(createText(number)) }),
  "a report": (number) => ({
    event: "scanCode",
    body: JSON.stringify({
      error: { code: `E${number}`, message: createText(number) },
      original: eventOf({}),
    }),
  }),
  "another event": (number) => ({
    event: "addSessionLine",
    body: JSON.stringify({ ...findExamples("addSessionLine").requests[0], filling: createText(number) }),
  }),
};

function toLargeEvent(eventCounter: number, objects: object): LargeEvent {
  return { event: "scanCode", body: JSON.stringify(scan(objects, { eventCounter })) };
}

const createText = (number: number): string => `${number}-`.padEnd(length, "x");

const listNumbers = (number: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => number * count + index);

export const toForm = (value: string): object => ({
  id: "gift-card",
  cancelled: false,
  fields: [{ id: "name", value }],
});
