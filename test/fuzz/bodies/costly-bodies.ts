import { findExamples } from "../examples.js";
import { hostileValues } from "./hostile-values.js";
import type { LargeEvent } from "./large-events.js";

/** An event that is dear to look at; the number makes it one that has not come before. */
export type CostlyBody = (number: number) => LargeEvent;

/** As large as the receiver reads, with what stands around it. */
const length = 1024 * 1024 - 4096;

const repeat = (item: string, sizeOf: string = item): string =>
  Array.from({ length: Math.floor(length / (sizeOf.length + 1)) }, () => item).join();

/** So many of them that each is another one: `_` is their number. */
const repeatNumbered = (item: string): string => {
  const count = Math.floor(length / (item.length + 6));
  return Array.from({ length: count }, (_, index) => item.replace("_", String(index))).join();
};

/** Values of a megabyte, each with the place in a scan where it takes the longest. */
const placed: readonly (readonly [name: string, place: string, value: string])[] = [
  ["unknown properties", "", `{${repeatNumbered('"u_":0')}}`],
  ["unknown properties with ~ and / in their names", "", `{${repeatNumbered('"~/~/~/~/_":0')}}`],
  ["unknown properties with long names", "", `{${repeatNumbered(`"${"n".repeat(9000)}_":0`)}}`],
  ["one unknown name, a megabyte", "", `{"${"~".repeat(length)}":0}`],
  ["one name over and over", "", `{${repeat('"u":0')}}`],
  ["lines with a name that is unknown", "session.lines", `[${repeat('{"lineId":"1","u":0}')}]`],
  ["lines with another unknown name each", "session.lines", `[${repeatNumbered('{"lineId":"1","u_":0}')}]`],
  ["valid lines", "session.lines", `[${repeat('{"lineId":"1","quantity":1,"text":"x"}')}]`],
  ["lines that are no lines", "session.lines", `[${repeat("0")}]`],
  ["lines that are empty", "session.lines", `[${repeat("{}")}]`],
  ["lines with wrong types", "session.lines", `[${repeat('{"lineId":1,"quantity":"x","text":0}')}]`],
  ["payments that are no payments", "session.payments", `[${repeat("{}")}]`],
  ["options chosen", "dialog.selectedDialogOptionIds", `[${repeat("1")}]`],
  ["options chosen that are none", "dialog.selectedDialogOptionIds", `[${repeat('""')}]`],
  ["fields of a form", "form.fields", `[${repeat('{"id":"a","value":""}')}]`],
  [
    "fields of a form with unknown names",
    "form.fields",
    `[${repeatNumbered('{"id":"a","value":"","u_":0}')}]`,
  ],
  ["a session's id", "session.sessionId", `"${"s".repeat(length)}"`],
  ["a session's id of escapes", "session.sessionId", `"${"\\u0001".repeat(length / 6)}"`],
  ["a code of quotes", "scanCode.scannedCode", `"${'\\"'.repeat(length / 2)}"`],
  ["a code of half characters", "scanCode.scannedCode", `"${"\\ud800".repeat(length / 6)}"`],
  ["objects in the scan", "scanCode.filling", `[${repeat("{}")}]`],
  ["objects in the session", "session.filling", `[${repeat('{"a":[]}')}]`],
  ["numbers in the scan", "scanCode.filling", `[${repeat("1.7976931348623157e308")}]`],
  ["digits", "scanCode.filling", "9".repeat(length)],
  [
    "objects in objects",
    "scanCode.filling",
    `${'{"a":'.repeat(900)}[${"{},".repeat(300_000)}0]${"}".repeat(900)}`,
  ],
  ["arrays in arrays", "scanCode.filling", `${"[".repeat(500_000)}${"]".repeat(500_000)}`],
  ["objects in objects, too deep", "filling", `${'{"a":'.repeat(170_000)}0${"}".repeat(170_000)}`],
  ...Object.entries(hostileValues).map(
    ([name, value]) => [`${name}, unknown`, "scanCode.filling", value] as const,
  ),
  ...Object.entries(hostileValues).map(
    ([name, value]) => [`${name}, as lines`, "session.lines", value] as const,
  ),
];

/** What is sent to find out how much time one shop can take from another, by what it is made of. */
export const costlyBodies: Readonly<Record<string, CostlyBody>> = Object.fromEntries(
  placed.map(([name, place, value]) => [name, (number: number) => toScan(number, place, value)]),
);

const hole = "HOLE-0f8fad5b";

/** A scan with the text of a value at a place; at the root its properties join those of the scan. */
function toScan(eventCounter: number, place: string, value: string): LargeEvent {
  const request = structuredClone(findExamples("scanCode").requests[0]) as Record<string, object>;
  request["event"] = { ...request["event"], eventCounter };
  if (place === "") {
    return { event: "scanCode", body: `${JSON.stringify(request).slice(0, -1)},${value.slice(1)}` };
  }
  const [object = "", property] = place.split(".");
  const asked = property === undefined ? hole : { ...formOf(object), ...request[object], [property]: hole };
  const text = JSON.stringify({ ...request, [object]: asked });
  return { event: "scanCode", body: text.replace(`"${hole}"`, () => value) };
}

const formOf = (object: string): object => (object === "form" ? { id: "gift-card", cancelled: false } : {});
