import { describe, expect, it } from "vitest";
import { hasJsonSuite, readJsonSuite } from "../../workbench/json-suite.js";
import { linkSmallSpec } from "../../spec/small-spec.js";
import { buildContract, read, tell } from "./recording.js";

const contract = buildContract(linkSmallSpec());
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

const noJson = "it is no JSON (in 1 body)";
const noWords =
  "it has names that may be data, and so are not printed: they are no plain words, or too many (in 1 body)";

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
    `{"log":{"entries":[\n${entry},\n${entry.slice(0, -20)}`,
    0,
    `1: ${noJson}`,
  ],
  ["a list that is broken", "x.json", `[${line},\n{"event": oops},\n${line}]`, 0, `1: ${noJson}`],
  [
    "a list with other things",
    "x.json",
    `[${line},\n1, "x", null]`,
    1,
    "1: it is in no form that is known (in 3 bodies)",
  ],
  ["a HAR by another name", "x", `{"log":{"pages":[{}],"entries":[${entry},${entry}]}}`, 2],
  [
    "broken lines",
    "x.ndjson",
    `${line}\n{"event": oops}\n${line}\n${line.slice(0, -3)}`,
    2,
    "2: it is no JSON (in 2 bodies)",
  ],
  ["a mark of UTF-8", "x.ndjson", `\uFEFF${line}\n`, 1],
  ["a mark of UTF-8 before a list", "x.json", `\uFEFF[${line}]`, 1],
  ["UTF-16", "x.ndjson", Buffer.from(line, "utf16le"), 0, `1: ${noJson}`],
  ["no UTF-8", "x.ndjson", Buffer.from(`${line}\n"\xff"\n${line}`, "latin1"), 2, `2: ${noJson}`],
  ["halves of characters", "x.ndjson", withMark(`"\\udc00":"\\ud800"`), 1, `1: ${noWords}`],
  [
    "depth in a line",
    "x.ndjson",
    `${line}\n${deep(1_000_000)}\n${line}`,
    2,
    "2: it is deeper than 200 levels (in 1 body)",
  ],
  [
    "depth in a list",
    "x.json",
    `[${line},\n${deep(1_000_000)}]`,
    0,
    "1: it is deeper than 200 levels (in 1 body)",
  ],
  [
    "depth in a body",
    "x.ndjson",
    `${JSON.stringify({ event: "scanCode", request: deep(100_000) })}\n${line}`,
    1,
    "1: it is deeper than 200 levels (in 1 body)",
  ],
  ["objects as deep as is read", "x.ndjson", withMark(`"a":${'{"a":'.repeat(196)}1${"}".repeat(196)}`), 1],
  [
    "a line that is too long",
    "x.ndjson",
    `${line}\n{"event":"${long(5_000_000)}"}\n${line}`,
    2,
    "2: it is longer than 5 MB (in 1 body)",
  ],
  ["many names", "x.ndjson", withMark(names), 1, `1: ${noWords}`],
  ["NUL bytes", "x.ndjson", `\0\0\0\n${line}\0\n${line}`, 1, "1: it is no JSON (in 2 bodies)"],
];

/** The content byte by byte, or whole. */
function* split(content: string | Buffer, size = Infinity): Generator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

for (const [name, file, content, ...told] of cases)
  it(`a recording is read, with what is amiss, from ${name}`, async () => {
    for (const size of content.length < 10_000 ? [Infinity, 1] : [Infinity]) {
      const { rows, sentences } = await read(file, split(content, size), contract);
      const mark = rows.find(({ path }) => path === "scanCode.mark")?.text ?? "";
      const unread = sentences.map(({ place, why = "" }) => `${place.line}: ${why}`);
      expect([Number(/in (\d+) bod/.exec(mark)?.[1] ?? 0), ...unread]).toEqual(told);
    }
  });

it("places that the spec does not know are counted up to a limit", async () => {
  const parts = Array.from({ length: 20 }, (_, index) => `part${String.fromCharCode(97 + index)}`);
  const grow = (depth: number): unknown =>
    depth === 0 ? 1 : Object.fromEntries(parts.map((name) => [name, grow(depth - 1)]));
  const record = JSON.stringify({ event: "scanCode", request: grow(3) });
  const told = tell(await read("x.ndjson", record, contract));
  expect(told.filter((each) => each.startsWith("request part"))).toHaveLength(1000);
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
    ["a document", "x.json"],
    ["lines", "x.ndjson"],
  ] as const)("is read as %s exactly where it is JSON", async (_, file) => {
    const wrong: string[] = [];
    for (const { name, bytes } of texts) {
      const parts = (file === "x.ndjson" ? splitLines(bytes) : [bytes]).filter(isNotBlank);
      const { sentences } = await read(file, [bytes], contract);
      const isBroken = sentences.some(({ why = "" }) => /no JSON|deeper/.test(why));
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
