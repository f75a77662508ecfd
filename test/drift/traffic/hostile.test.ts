import { expect, it } from "vitest";
import { linkSmallSpec } from "../../contract/read/small-spec.js";
import { nameSubject } from "../../../generator/drift/source-content.js";
import { buildContract, read, tell, tellAll, toLines } from "./recording.js";

const contract = buildContract(linkSmallSpec());
/** `mark` is unknown, and the finding about it counts the bodies. */
const scan = { event: { eventCounter: 1 }, scanCode: { scannedCode: "1", codeType: "rfid", mark: 1 } };
const line = JSON.stringify({ event: "scanCode", request: scan });
const deep = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
const withMark = (more: string): string => line.replace('"mark":1', `"mark":1,${more}`);
/** A plain word. */
const toName = (index: number): string =>
  `n${String(index).replaceAll(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)))}`;
const names = Array.from({ length: 100_000 }, (_, i) => `"n${i}x":1`).join();

const noJson = "it is not JSON";
const noWords =
  "request scanCode: has names that may be data: they are not plain words, or there are too many";

/** A recording, the number of bodies with the mark, and what cannot be read, with the line of the first. */
const cases: readonly (readonly [name: string, content: string, bodies: number, ...told: string[]])[] = [
  ["broken lines", `${line}\n{"event": oops}\n${line}\n${line.slice(0, -3)}`, 2, `2: 2 records: ${noJson}`],
  ["halves of characters", withMark(`"\\udc00":"\\ud800"`), 1, `1: ${noWords}`],
  ["depth in a line", `${line}\n${deep(1_000_000)}\n${line}`, 2, `2: 1 record: ${noJson}`],
  [
    "depth in a body",
    `${JSON.stringify({ event: "scanCode", request: deep(100_000) })}\n${line}`,
    1,
    "1: 1 record: it has a request or an answer that is not a JSON object",
  ],
  ["objects as deep as is read", withMark(`"a":${'{"a":'.repeat(196)}1${"}".repeat(196)}`), 1],
  ["many names", `${withMark(names)}\n${line}`, 1, `1: ${noWords}`],
  [
    "names of every object",
    withMark(`"__proto__":{"mark":1},"constructor":{"prototype":1}`),
    1,
    `1: ${noWords}`,
  ],
  ["names that fake a path", withMark(`"":1,"a.b":1,"lines[]":1,"*":1,"\\u202emark":1`), 1, `1: ${noWords}`],
  ["many lines", `${line}\n${"1\n".repeat(100_000)}`, 1, "2: 100000 records: it is not a JSON object"],
];

for (const [name, content, ...told] of cases)
  it(`a recording is read, with what is amiss, from ${name}`, () => {
    const { findings } = read({ "x.ndjson": content }, contract);
    const mark = findings.find(({ subject }) => subject?.path === "scanCode.mark");
    const unread = findings
      .filter(({ verdict }) => verdict === "unread")
      .map(({ subject, place, message }) =>
        [place?.line, subject && nameSubject(subject), message].filter(Boolean).join(": "),
      );
    expect([mark?.seen?.bodies.some ?? 0, ...unread]).toEqual(told);
  });

it("places that the spec does not know are counted up to a limit", () => {
  const parts = Array.from({ length: 20 }, (_, index) => `part${String.fromCharCode(97 + index)}`);
  const grow = (depth: number): unknown =>
    depth === 0 ? 1 : Object.fromEntries(parts.map((name) => [name, grow(depth - 1)]));
  const record = JSON.stringify({ event: "scanCode", request: grow(3) });
  const told = tellAll(read({ "x.ndjson": record }, contract)).flat();
  expect(told.filter((each) => each.startsWith("part"))).toHaveLength(1000);
});

it("names that come one by one are counted up to a limit, and then they are taken for data", () => {
  const lines = Array.from({ length: 2000 }, (_, i) => withMark(`"${toName(i)}":1`));
  expect(tell(read({ "x.ndjson": lines.join("\n") }, contract))).toEqual([
    `unread ${noWords}; in 1980 of 2000 bodies`,
  ]);
});

it("events and shops of a hostile recording are counted up to a limit", () => {
  const lines = Array.from({ length: 20_000 }, (_, i) =>
    JSON.stringify({ event: toName(i), subscription: toName(i), request: scan }),
  );
  const { findings } = read({ "x.ndjson": [...lines, line].join("\n") }, contract);
  expect(findings.filter(({ subject }) => subject?.side === "event")).toHaveLength(20);
  expect(findings.at(-1)?.message).toMatch(/^19980 records: it is about an event whose name may be data/);
  const shops = Array.from({ length: 20_000 }, (_, i) => ({
    event: "scanCode",
    subscription: toName(i),
    request: scan,
  }));
  const [mark] = read({ "x.ndjson": toLines(shops) }, contract).findings;
  expect(mark?.seen).toMatchObject({ bodies: { some: 20_000, all: 20_000 } });
  expect(mark?.seen?.shops).toHaveLength(10_001);
});
