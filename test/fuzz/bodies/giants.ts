import { eventOf, scan } from "../../conformance/requests.js";
import { examplesOf } from "../examples.js";

/** An event of about a megabyte, each of a number different from all others in what is kept of it. */
export interface Giant {
  readonly event: string;
  readonly body: string;
}

/** As large as the receiver reads. */
const most = 1024 * 1024;

/** Less than that, with what stands around it. */
const length = most - 4096;

/** What a shop can send that is large, by what may be kept of it. */
export const giants: Readonly<Record<string, (number: number) => Giant>> = {
  "a session of its own": (number) => toGiant(number, { session: { sessionId: textOf(number), lines: [] } }),
  "a till of its own": (number) =>
    toGiant(number, { sender: { branchNumber: number, workplaceNumber: 1, instanceId: textOf(number) } }),
  "an unknown property with a long name": (number) => toGiant(number, { [textOf(number)]: 1 }),
  "many unknown properties": (number) =>
    toGiant(number, Object.fromEntries(numbersFrom(number, 60_000).map((each) => [`u${each}`, 0]))),
  "unknown properties deep in a session": (number) =>
    toGiant(number, {
      session: { sessionId: `s${number}`, lines: listOf(10_000, { lineId: "1", [`x${number}`]: 1 }) },
    }),
  "a dialog with unknown properties": (number) =>
    toGiant(number, { dialog: { selectedDialogOptionIds: [1], filling: textOf(number) } }),
  "a dialog with many options": (number) =>
    toGiant(number, { dialog: { selectedDialogOptionIds: listOf(400_000, (number % 3) + 1) } }),
  "a form with a long value": (number) => toGiant(number, { form: formOf(textOf(number)) }),
  "a long code": (number) =>
    toGiant(number, { scanCode: { scannedCode: textOf(number), codeType: "barcode" } }),
  "a report": (number) => ({
    event: "scanCode",
    body: JSON.stringify({
      error: { code: `E${number}`, message: textOf(number) },
      original: eventOf({}),
    }),
  }),
  "another event": (number) => ({
    event: "addSessionLine",
    body: JSON.stringify({ ...examplesOf("addSessionLine").requests[0], filling: textOf(number) }),
  }),
};

function toGiant(eventCounter: number, objects: object): Giant {
  return { event: "scanCode", body: JSON.stringify(scan(objects, { eventCounter })) };
}

const textOf = (number: number): string => `${number}-`.padEnd(length, "x");

const numbersFrom = (number: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => number * count + index);

const listOf = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

const formOf = (value: string): object => ({
  id: "gift-card",
  cancelled: false,
  fields: [{ id: "name", value }],
});
