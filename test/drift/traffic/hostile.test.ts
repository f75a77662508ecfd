import { expect, it } from "vitest";
import { linkSmallSpec } from "../../contract/read/small-spec.js";
import { buildContract, read, tell } from "./recording.js";

const contract = buildContract(linkSmallSpec());
/** `mark` is unknown, and the finding about it counts the bodies. */
const scan = { event: { eventCounter: 1 }, scanCode: { scannedCode: "1", codeType: "rfid", mark: 1 } };
const line = JSON.stringify({ event: "scanCode", request: scan });
const deep = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
const withMark = (more: string): string => line.replace('"mark":1', `"mark":1,${more}`);
const names = Array.from({ length: 100_000 }, (_, i) => `"n${i}x":1`).join();

const noJson = "a record that is not JSON (in 1 body)";
const noWords = "that may be data: they are not plain words, or there are too many (in 1 body)";

/** A recording, the number of bodies with the mark, and the unreadable lines with reasons. */
const cases: readonly (readonly [name: string, content: string, bodies: number, ...told: string[]])[] = [
  [
    "broken lines",
    `${line}\n{"event": oops}\n${line}\n${line.slice(0, -3)}`,
    2,
    "2: a record that is not JSON (in 2 bodies)",
  ],
  ["halves of characters", withMark(`"\\udc00":"\\ud800"`), 1, `1: names in request scanCode ${noWords}`],
  ["depth in a line", `${line}\n${deep(1_000_000)}\n${line}`, 2, `2: ${noJson}`],
  [
    "depth in a body",
    `${JSON.stringify({ event: "scanCode", request: deep(100_000) })}\n${line}`,
    1,
    "1: a record that has a request or an answer that is not a JSON object (in 1 body)",
  ],
  ["objects as deep as is read", withMark(`"a":${'{"a":'.repeat(196)}1${"}".repeat(196)}`), 1],
  ["many names", withMark(names), 1, `1: names in request scanCode ${noWords}`],
  [
    "many lines",
    `${line}\n${"1\n".repeat(100_000)}`,
    1,
    "2: a record that is not about an event in the spec (in 100000 bodies)",
  ],
];

for (const [name, content, ...told] of cases)
  it(`a recording is read, with what is amiss, from ${name}`, () => {
    const { rows, sentences } = read("x.ndjson", content, contract);
    const mark = rows.find(({ path }) => path === "scanCode.mark")?.text ?? "";
    const unread = sentences.map(({ place, why = "" }) => `${place.line}: ${why}`);
    expect([Number(/in (\d+) bod/.exec(mark)?.[1] ?? 0), ...unread]).toEqual(told);
  });

it("places that the spec does not know are counted up to a limit", () => {
  const parts = Array.from({ length: 20 }, (_, index) => `part${String.fromCharCode(97 + index)}`);
  const grow = (depth: number): unknown =>
    depth === 0 ? 1 : Object.fromEntries(parts.map((name) => [name, grow(depth - 1)]));
  const record = JSON.stringify({ event: "scanCode", request: grow(3) });
  const told = tell(read("x.ndjson", record, contract));
  expect(told.filter((each) => each.startsWith("request part"))).toHaveLength(1000);
});
