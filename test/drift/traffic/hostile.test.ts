import { describe, expect, it } from "vitest";
import { hasJsonSuite, readJsonSuite } from "../../workbench/json-suite.js";
import { specWith, tell } from "../door.js";
import { readRecording } from "./recording.js";

const spec = specWith();
/** What the spec does not have tells in how many bodies it was seen. */
const scan = { event: { eventCounter: 1 }, scanCode: { scannedCode: "1", codeType: "rfid", mark: 1 } };
const line = JSON.stringify({ event: "scanCode", request: scan });
const entry = JSON.stringify({
  request: { url: "/scanCode", postData: { text: JSON.stringify(scan) } },
  response: {},
});
const deep = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
const long = (length: number): string => "x".repeat(length);
const withMark = (more: string): string => line.replace('"mark":1', `"mark":1,${more}`);
const names = Array.from({ length: 100_000 }, (_, i) => `"n${i}x":1`).join();

const cutOff = "it is cut off or no JSON, and nothing after it was read";
const noWords =
  "a body has names here that may be data, and so are not printed: they are no plain words, or too many";

/** A recording, in how many bodies the mark was seen, and what could not be read: its line, and why. */
const cases: readonly (readonly [
  name: string,
  file: string,
  content: string | Buffer,
  bodies: number,
  ...told: string[],
])[] = [
  [
    "a HAR that is cut off",
    "x.har",
    `{"log":{"entries":[\n${entry},\n${entry},\n${entry.slice(0, -20)}`,
    2,
    `4: ${cutOff}`,
  ],
  ["a list that is cut off", "x.json", `[\n${line},\n${line},\n`, 2, `4: ${cutOff}`],
  ["a list with more behind it", "x.json", `[\n${line}\n]\n]`, 1, `4: ${cutOff}`],
  ["a list that is broken", "x.json", `[${line},\n{"event": oops},\n${line}]`, 1, `2: ${cutOff}`],
  [
    "a list with other things",
    "x.json",
    `[${line},\n1, "x", null]`,
    1,
    "2: 3 records, each of which is in no form that is known",
  ],
  [
    "broken lines",
    "x.ndjson",
    `${line}\n{"event": oops}\n${line}\n${line.slice(0, -3)}`,
    2,
    "2: 2 records, each of which is no JSON",
  ],
  ["a mark of UTF-8", "x.ndjson", `\uFEFF${line}\n`, 1],
  ["a mark of UTF-8 before a list", "x.json", `\uFEFF[${line}]`, 1],
  ["UTF-16", "x.ndjson", Buffer.from(line, "utf16le"), 0, "1: it is no JSON"],
  ["no UTF-8", "x.ndjson", Buffer.from(`${line}\n"\xff"\n${line}`, "latin1"), 2, "2: it is no UTF-8"],
  ["halves of characters", "x.ndjson", withMark(`"\\udc00":"\\ud800"`), 1, `1: ${noWords}`],
  [
    "depth in a line",
    "x.ndjson",
    `${line}\n${deep(1_000_000)}\n${line}`,
    2,
    "2: it is deeper than 200 levels",
  ],
  [
    "depth in a list",
    "x.json",
    `[${line},\n${deep(1_000_000)},${line}]`,
    1,
    "2: it is deeper than 200 levels, and nothing after it was read",
  ],
  [
    "depth beside the entries",
    "x.har",
    `{"log":{"pages":${deep(1_000_000)},"entries":[${entry}]}}`,
    0,
    "1: it is deeper than 200 levels, and nothing after it was read",
  ],
  [
    "depth in a body",
    "x.ndjson",
    `${JSON.stringify({ event: "scanCode", request: deep(100_000) })}\n${line}`,
    1,
    "1: it is deeper than 200 levels",
  ],
  ["objects as deep as is read", "x.ndjson", withMark(`"a":${'{"a":'.repeat(196)}1${"}".repeat(196)}`), 1],
  [
    "a line that is too long",
    "x.ndjson",
    `${line}\n{"event":"${long(5_000_000)}"}\n${line}`,
    2,
    "2: it is longer than 5 MB",
  ],
  [
    "an item that is too long",
    "x.json",
    `[${line},\n"${long(5_100_000)}",${line}]`,
    1,
    "2: it is longer than 5 MB, and nothing after it was read",
  ],
  ["many names", "x.ndjson", withMark(names), 1, `1: ${noWords}`],
  ["NUL bytes", "x.ndjson", `\0\0\0\n${line}\0\n${line}`, 1, "1: 2 records, each of which is no JSON"],
];

/** In how many bodies the mark was seen, and what could not be read; the content comes whole, or byte by byte. */
async function read(file: string, content: string | Buffer, size = Infinity): Promise<readonly unknown[]> {
  const told = await tell(file, content, spec, size);
  const seen = told.find((each) => each.startsWith("new request scanCode.mark ("));
  const unread = told.flatMap((each) => {
    const [, place, why] = /^unread.*? \((\d+)\) “.*”: (.*)$/.exec(each) ?? [];
    return place !== undefined && why !== undefined ? [`${place}: ${why}`] : [];
  });
  return [Number(/in (\d+) bod/.exec(seen ?? "")?.[1] ?? 0), ...unread];
}

for (const [name, file, content, ...told] of cases)
  it(`a recording is read, with what is amiss, from ${name}`, async () => {
    expect(await read(file, content)).toEqual(told);
    if (content.length < 10_000) expect(await read(file, content, 1)).toEqual(told);
  });

it("places that the spec does not know are counted up to a limit", async () => {
  const parts = Array.from({ length: 20 }, (_, index) => `part${String.fromCharCode(97 + index)}`);
  const grow = (depth: number): unknown =>
    depth === 0 ? 1 : Object.fromEntries(parts.map((name) => [name, grow(depth - 1)]));
  const told = await tell("x.ndjson", JSON.stringify({ event: "scanCode", request: grow(3) }), spec);
  expect(told.filter((each) => each.startsWith("new request part"))).toHaveLength(1000);
});

describe.skipIf(!hasJsonSuite)("the JSON test suite (skipped where ../shared/corpora is absent)", () => {
  const isJson = (bytes: Uint8Array): boolean => {
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      JSON.parse(text);
      return !text.includes("[".repeat(201));
    } catch {
      return false;
    }
  };
  // The parser of documents passes over a mark of UTF-8 wherever it stands between two signs.
  const texts = readJsonSuite().filter(({ name }) => !name.includes("BOM"));

  it.each([
    ["a document", "x.json", ["", ""]],
    ["an item", "x.json", ["[", "]"]],
    ["an entry of a HAR", "x.har", ['{"log":{"entries":[', "]}}"]],
    ["a line", "x.ndjson", ["", ""]],
  ] as const)("is read as %s exactly where it is JSON", async (_, file, [before, after]) => {
    const wrong: string[] = [];
    for (const { name, bytes } of texts) {
      const whole = Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]);
      const parts = (file === "x.ndjson" ? splitLines(bytes) : [whole]).filter(isNotBlank);
      const { remarks } = await readRecording(file, whole);
      const isBroken = remarks.some(({ unread = "" }) => /no JSON|no UTF-8|deeper/.test(unread));
      if (isBroken === parts.every(isJson)) wrong.push(name);
    }
    expect(wrong).toEqual([]);
  });
});

const isNotBlank = (bytes: Uint8Array): boolean => Buffer.from(bytes).toString("latin1").trim() !== "";

const splitLines = (bytes: Uint8Array): readonly Uint8Array[] =>
  Buffer.from(bytes)
    .toString("latin1")
    .split("\n")
    .map((text) => Buffer.from(text, "latin1"));
