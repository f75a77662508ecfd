import { describe, expect, it } from "vitest";
import type { Reading } from "../../../generator/drift/reading.js";
import { hasJsonSuite, readJsonSuite } from "../../workbench/json-suite.js";
import { readRecording } from "./recording.js";

const scan = { scanCode: { scannedCode: "1", codeType: "rfid" } };
const line = JSON.stringify({ event: "scanCode", request: scan });
const entry = JSON.stringify({
  request: { url: "/scanCode", postData: { text: JSON.stringify(scan) } },
  response: {},
});
const deep = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
const long = (length: number): string => "x".repeat(length);

/** In how many bodies the scanned code was seen, and what could not be read: its line, and why. */
function sumUp({ claims, remarks }: Reading): readonly [number, ...string[]] {
  const seen = claims.find(
    ({ subject, says }) => subject.path === "scanCode.scannedCode" && says.about === "existence",
  );
  return [
    seen?.count ?? 0,
    ...remarks.map(({ sentence, unread }) => `${sentence.place.line}: ${unread ?? ""}`),
  ];
}

interface Case {
  readonly file: string;
  readonly content: string | Uint8Array;
  readonly is: readonly [number, ...string[]];
}

const cutOff = "it is cut off or no JSON, and nothing after it was read";

const cases: Readonly<Record<string, Case>> = {
  "a HAR that is cut off": {
    file: "x.har",
    content: `{"log":{"entries":[\n${entry},\n${entry},\n${entry.slice(0, -20)}`,
    is: [2, `4: ${cutOff}`],
  },
  "a list that is cut off": { file: "x.json", content: `[\n${line},\n${line},\n`, is: [2, `4: ${cutOff}`] },
  "a list with more behind it": { file: "x.json", content: `[\n${line}\n]\n]`, is: [1, `4: ${cutOff}`] },
  "a list that is broken": {
    file: "x.json",
    content: `[${line},\n{"event": oops},\n${line}]`,
    is: [1, `2: ${cutOff}`],
  },
  "a list with other things": {
    file: "x.json",
    content: `[${line},\n1, "x", null]`,
    is: [1, "2: 3 records, each of which is in no form that is known"],
  },
  "lines of which some are broken": {
    file: "x.ndjson",
    content: `${line}\n{"event": oops}\n${line}\n${line.slice(0, -3)}`,
    is: [2, "2: 2 records, each of which is no JSON"],
  },
  "a mark of UTF-8": { file: "x.ndjson", content: `\uFEFF${line}\n`, is: [1] },
  "a mark of UTF-8 before a list": { file: "x.json", content: `\uFEFF[${line}]`, is: [1] },
  "UTF-16": { file: "x.ndjson", content: Buffer.from(line, "utf16le"), is: [0, "1: it is no JSON"] },
  "bytes that are no UTF-8": {
    file: "x.ndjson",
    content: Buffer.concat([Buffer.from(`${line}\n"`), Buffer.from([0xff]), Buffer.from(`"\n${line}`)]),
    is: [2, "2: it is no UTF-8"],
  },
  "halves of characters": {
    file: "x.ndjson",
    content: `{"event":"scanCode","request":{"scanCode":{"scannedCode":"\\ud800","\\udc00":"x"}}}`,
    is: [
      1,
      "1: a body has names here that may be data, and so are not printed: they are no plain words, or too many",
    ],
  },
  "a bomb of depth in a line": {
    file: "x.ndjson",
    content: `${line}\n${deep(1_000_000)}\n{"event":"scanCode","request":${deep(199)}}\n${line}`,
    is: [2, "2: it is deeper than 200 levels", "3: it is in no form that is known"],
  },
  "a bomb of depth in a list": {
    file: "x.json",
    content: `[${line},\n${deep(1_000_000)},${line}]`,
    is: [1, "2: it is deeper than 200 levels, and nothing after it was read"],
  },
  "a bomb of depth beside the entries": {
    file: "x.har",
    content: `{"log":{"pages":${deep(1_000_000)},"entries":[${entry}]}}`,
    is: [0, "1: it is deeper than 200 levels, and nothing after it was read"],
  },
  "a bomb of depth in a body": {
    file: "x.ndjson",
    content: `${JSON.stringify({ event: "scanCode", request: deep(100_000) })}\n${line}`,
    is: [1, "1: it is deeper than 200 levels"],
  },
  "objects as deep as is read": {
    file: "x.ndjson",
    content: `{"event":"scanCode","request":{"scanCode":{"scannedCode":"1","a":${'{"a":'.repeat(196)}1${"}".repeat(196)}}}}`,
    is: [1],
  },
  "a line that is too long": {
    file: "x.ndjson",
    content: `${line}\n{"event":"scanCode","request":"${long(5_000_000)}"}\n${line}`,
    is: [2, "2: it is longer than 5 MB"],
  },
  "an item that is too long": {
    file: "x.json",
    content: `[${line},\n"${long(5_100_000)}",${line}]`,
    is: [1, "2: it is longer than 5 MB, and nothing after it was read"],
  },
  "an object with many names": {
    file: "x.ndjson",
    content: JSON.stringify({
      event: "scanCode",
      request: {
        scanCode: {
          scannedCode: "1",
          ...Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`n${i}x`, i])),
        },
      },
    }),
    is: [
      1,
      "1: a body has names here that may be data, and so are not printed: they are no plain words, or too many",
    ],
  },
  "NUL bytes": {
    file: "x.ndjson",
    content: `\0\0\0\n${line}\0\n${line}`,
    is: [1, "1: 2 records, each of which is no JSON"],
  },
};

/** A content in pieces of so many bytes. */
function* cut(content: string | Uint8Array, size: number): Generator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

describe("a recording is read, with what is amiss,", () => {
  it.each(Object.entries(cases))("from %s", async (_, { file, content, is }) => {
    expect(sumUp(await readRecording(file, content))).toEqual(is);
  });

  const small = Object.entries(cases).filter(([, { content }]) => content.length < 10_000);
  it.each(small)("from %s, byte by byte", async (_, { file, content, is }) => {
    expect(sumUp(await readRecording(file, cut(content, 1)))).toEqual(is);
  });
});

it("places that the spec does not know are counted up to a limit", async () => {
  const names = Array.from({ length: 20 }, (_, index) => `part${String.fromCharCode(97 + index)}`);
  const grow = (depth: number): unknown =>
    depth === 0 ? 1 : Object.fromEntries(names.map((name) => [name, grow(depth - 1)]));
  const { claims } = await readRecording("x.ndjson", JSON.stringify({ event: "scanCode", request: grow(3) }));
  const places = new Set(claims.map(({ subject }) => subject.path).filter((path) => path.startsWith("part")));
  expect(places.size).toBe(1000);
});

describe.skipIf(!hasJsonSuite)("the JSON test suite (skipped where ../shared/corpora is absent)", () => {
  const isBroken = ({ remarks }: Reading): boolean =>
    remarks.some(({ unread = "" }) => /no JSON|no UTF-8|deeper/.test(unread));
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
      const parts = file === "x.ndjson" ? splitLines(bytes) : [whole];
      const reading = await readRecording(file, whole);
      if (isBroken(reading) === parts.filter(isNotBlank).every(isJson)) wrong.push(name);
    }
    expect(wrong).toEqual([]);
  });
});

const isNotBlank = (bytes: Uint8Array): boolean => Buffer.from(bytes).toString("latin1").trim() !== "";

const splitLines = (bytes: Uint8Array): readonly Uint8Array[] =>
  Buffer.from(bytes)
    .toString("latin1")
    .split("\n")
    .map((line) => Buffer.from(line, "latin1"));
