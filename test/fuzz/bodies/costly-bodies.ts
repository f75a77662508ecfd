import { findExamples } from "../examples.js";
import { hostileValues } from "./hostile-values.js";
import type { LargeEvent } from "./large-events.js";

/** An event that is costly to process; the number makes it unique. */
export type CostlyBody = (number: number) => LargeEvent;

/** Close to the receiver's size limit, with a margin for the envelope. */
const length = 1024 * 1024 - 4096;

const repeat = (item: string, sizeOf: string = item): string =>
  Array.from({ length: Math.floor(length / (sizeOf.length + 1)) }, () => item).join();

const repeatNumbered = (item: string): string => {
  const count = Math.floor(length / (item.length + 6));
  return Array.from({ length: count }, (_, index) => item.replace("_", String(index))).join();
};

/** Values of a megabyte, each at the place in a scan where it is slowest. */
const placed: readonly (readonly [name: string, place: string, value: string])[] = [
  ["unknown properties", "", `{${repeatNumbered('"u_":0')}}`],
  ["unknown properties of the session", "session", `{${repeatNumbered('"u_":0')}}`],
  ["unknown properties with ~ and / in their names", "", `{${repeatNumbered('"~/~/~/~/_":0')}}`],
  ["one unknown name, a megabyte", "", `{"${"~".repeat(length)}":0}`],
  ["one name over and over", "", `{${repeat('"u":0')}}`],
  ["lines with another unknown name each", "session.lines", `[${repeatNumbered('{"lineId":"1","u_":0}')}]`],
  ["valid lines", "session.lines", `[${repeat('{"lineId":"1","quantity":1,"text":"x"}')}]`],
  ["lines that are empty", "session.lines", `[${repeat("{}")}]`],
  ["lines with wrong types", "session.lines", `[${repeat('{"lineId":1,"quantity":"x","text":0}')}]`],
  ["options chosen", "dialog.selectedDialogOptionIds", `[${repeat("1")}]`],
  ["fields of a form", "form.fields", `[${repeat('{"id":"a","value":""}')}]`],
  ["a session's id", "session.sessionId", `"${"s".repeat(length)}"`],
  ["a code of quotes", "scanCode.scannedCode", `"${'\\"'.repeat(length / 2)}"`],
  ["objects in the session", "session.filling", `[${repeat('{"a":[]}')}]`],
  ["digits", "scanCode.filling", "9".repeat(length)],
  [
    "objects in objects",
    "scanCode.filling",
    `${'{"a":'.repeat(900)}[${"{},".repeat(300_000)}0]${"}".repeat(900)}`,
  ],
  ["arrays in arrays", "scanCode.filling", `${"[".repeat(500_000)}${"]".repeat(500_000)}`],
  ["objects in objects, too deep", "filling", `${'{"a":'.repeat(170_000)}0${"}".repeat(170_000)}`],
];

const hostile = Object.entries(hostileValues).flatMap(([name, value]) =>
  ["scanCode.filling", "session.lines"].map((place) => [`${name}, in ${place}`, place, value] as const),
);

/** Bodies by content. They measure how much processor time one shop can take from another. */
export const costlyBodies: Readonly<Record<string, CostlyBody>> = Object.fromEntries(
  [...placed, ...hostile].map(([name, place, value]) => [name, (number) => toScan(number, place, value)]),
);

const hole = "HOLE-0f8fad5b";

/** Puts a value at a place in a scan. At the root, or at an object of the scan, merges its properties. */
function toScan(eventCounter: number, place: string, value: string): LargeEvent {
  const request = structuredClone(findExamples("scanCode").requests[0]) as Record<string, object>;
  request["event"] = { ...request["event"], eventCounter };
  const join = (present: object): string => `${JSON.stringify(present).slice(0, -1)},${value.slice(1)}`;
  if (place === "") return { event: "scanCode", body: join(request) };
  const present = request[place];
  if (present) {
    const body = JSON.stringify({ ...request, [place]: hole }).replace(`"${hole}"`, () => join(present));
    return { event: "scanCode", body };
  }
  const [object = "", property] = place.split(".");
  const asked = property === undefined ? hole : { ...formOf(object), ...request[object], [property]: hole };
  const text = JSON.stringify({ ...request, [object]: asked });
  return { event: "scanCode", body: text.replace(`"${hole}"`, () => value) };
}

const formOf = (object: string): object => (object === "form" ? { id: "gift-card", cancelled: false } : {});
