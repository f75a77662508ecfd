import { beforeAll, describe, expect, it } from "vitest";
import type { BodyJson } from "../../../templates/receiver/http/json-body.js";
import type { Result } from "../../../templates/validators/result.js";
import { scaleAmount } from "../../fuzz/amount.js";
import { fromSeed, happens, listOf, type Draw } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { answerCases, integerCases } from "./int64-cases.js";
import { importFrom } from "../../workbench/folders.js";
import { madeOutput } from "../../workbench/made-output.js";
import { createEmittedReceiver, type ReceiverOutput, type Reply } from "../emitted-receiver.js";

const modes = ["number", "bigint", "string"] as const;
type Mode = (typeof modes)[number];

/** An output of one mode, to a caller that does not know its types. */
interface Output extends ReceiverOutput {
  readonly losslessJson?: BodyJson;
  readonly validateRequest: (event: string, body: unknown) => Result<unknown>;
  readonly validateResponse: (event: string, body: unknown) => Result<unknown>;
}

/** Imports an output with its 64-bit integers held in this way; they are numbers if nobody says otherwise. */
async function loadOutput(mode: Mode): Promise<Output> {
  const { folder: place } = await madeOutput("48..", mode === "number" ? {} : { int64: mode });
  const [receiver, validators] = await Promise.all(
    ["receiver", "validators"].map((name) => importFrom<Output>(place, `${name}/index.js`)),
  );
  return { ...receiver, ...validators } as Output;
}

/** How a mode holds an integer that it takes. */
const held: Readonly<Record<Mode, (value: bigint) => unknown>> = {
  number: Number,
  bigint: (value) => value,
  string: String,
};

/** Whether a mode takes a 64-bit integer at all. */
const takes = (mode: Mode, value: bigint): boolean =>
  mode === "number" ? Number.isSafeInteger(Number(value)) : BigInt.asIntN(64, value) === value;

const outputs = new Map<Mode, Output>();

beforeAll(async () => {
  for (const mode of modes) outputs.set(mode, await loadOutput(mode));
});

const outputOf = (mode: Mode): Output => {
  const output = outputs.get(mode);
  if (!output) throw new Error(`there is no output of ${mode}`);
  return output;
};

const plainJson: BodyJson = {
  parse: (text) => JSON.parse(text) as unknown,
  stringify: (body) => JSON.stringify(body),
};
const jsonOf = (mode: Mode): BodyJson => outputOf(mode).losslessJson ?? plainJson;

/** A scan in a session of one line, whose article has this number in the JSON. */
const requestWith = (literal: string): string =>
  `{"event":{"eventBlocking":true,"eventCounter":7,"eventTimestamp":"2026-11-20T10:15:00.000+01:00"},` +
  `"sender":{"branchNumber":1,"workplaceNumber":2},` +
  `"session":{"sessionId":"0f8fad5b-d9cb-469f-a165-70867728950e",` +
  `"lines":[{"lineId":"1","text":"9007199254740993","articleNumber":${literal}}]},` +
  `"scanCode":{"scannedCode":"\\"9007199254740993","codeType":"barcode"}}`;

interface Scan {
  readonly session: { readonly lines: readonly { readonly articleNumber?: unknown }[] };
}

const articleIn = (request: unknown): unknown => (request as Scan).session.lines[0]?.articleNumber;

/** What a request's article number becomes; undefined where the request is refused. */
function read(mode: Mode, literal: string): { article: unknown } | undefined {
  const body = jsonOf(mode).parse(requestWith(literal), "scanCode");
  const result = outputOf(mode).validateRequest("scanCode", body);
  return result.ok ? { article: articleIn(result.value) } : undefined;
}

/** How an article number goes out; undefined where the answer is refused. */
function write(mode: Mode, article: unknown): string | undefined {
  const answer = { lineAdditions: [{ articleNumber: article, text: "9007199254740993" }] };
  const result = outputOf(mode).validateResponse("scanCode", answer);
  if (!result.ok) return undefined;
  const text = jsonOf(mode).stringify(result.value, "scanCode");
  return /^\{"lineAdditions":\[\{"articleNumber":(.*),"text":"9007199254740993"\}\]\}$/.exec(text)?.[1];
}

describe.each(modes)("64-bit integers as %s", (mode) => {
  it.each(integerCases.map(({ literal, value }) => [literal.slice(0, 30), literal, value] as const))(
    "%s is exact, or refused",
    (_name, literal, value) => {
      const isTaken = value !== undefined && takes(mode, value);
      const found = read(mode, literal);
      expect(found && told(found.article)).toEqual(isTaken ? told(held[mode](value)) : undefined);
    },
  );

  const amount = scaleAmount({ suite: 5_000, full: 100_000 });
  it(`changes none of ${amount} integers of up to 30 digits on the way in and out`, () => {
    const changed: string[] = [];
    const draw = fromSeed(seed);
    let taken = 0;
    for (let i = 0; i < amount; i++) {
      const literal = drawInteger(draw);
      const found = read(mode, literal);
      const isTaken = takes(mode, BigInt(literal));
      if (found) taken += 1;
      const isExact =
        found !== undefined && String(found.article) === literal && write(mode, found.article) === literal;
      if (isTaken ? !isExact : found !== undefined) changed.push(literal);
    }
    expect(changed).toEqual([]);
    expect(taken).toBeGreaterThan(0.3 * amount);
  });
});

/** What a value is; -0 is 0. */
const told = (value: unknown): string => `${typeof value} ${String(value)}`;

/** Every number of digits comes as often; no sign and no zeros that a number would not be written with. */
function drawInteger(draw: Draw): string {
  const digits = listOf(draw, 1, 30, () => draw.below(10));
  const text = digits.join("").replace(/^0+(?=.)/, "");
  return happens(draw, 50) && text !== "0" ? `-${text}` : text;
}

describe("an answer", () => {
  it.each(answerCases.map((each) => [each.mode, told(each.given), each] as const))(
    "as %s: %j is written with its digits, or refused",
    (mode, _given, { given, want }) => expect(write(mode, given)).toBe(want),
  );

  it.each([
    ["bigint", '"lineAdditions.0.articleNumber" must be a 64-bit integer, as a bigint.'],
    ["string", '"lineAdditions.0.articleNumber" must be a 64-bit integer, as a string of its digits.'],
  ] as const)("as %s: a number is refused in words that help", (mode, message) => {
    const answer = { lineAdditions: [{ articleNumber: 12 }] };
    const result = outputOf(mode).validateResponse("scanCode", answer);
    expect(result.ok ? [] : result.problems).toEqual([
      { path: "/lineAdditions/0/articleNumber", code: "wrong-type", message },
    ]);
  });
});

describe("a receiver", () => {
  const echo = ({ request }: { request: unknown }) => ({
    lineAdditions: [{ articleNumber: articleIn(request) }],
  });

  it.each([
    ["number", "12"],
    ["bigint", "12"],
    ["string", "12"],
    ["bigint", "9007199254740993"],
    ["string", "9007199254740993"],
    ["string", "-9223372036854775808"],
  ] as const)("as %s: %s gets to the handler and comes back, signed", async (mode, literal) => {
    const seen: unknown[] = [];
    const handlers = {
      scanCode: (context: { request: unknown }) => (seen.push(articleIn(context.request)), echo(context)),
    };
    const reply = await post(mode, requestWith(literal), { handlers });
    expect(seen).toEqual([held[mode](BigInt(literal))]);
    expect(reply).toEqual({
      status: 200,
      text: `{"lineAdditions":[{"articleNumber":${literal}}]}`,
      isSigned: true,
    });
  });

  it("as number: what a number cannot hold is refused", async () => {
    const reply = await post("number", requestWith("9007199254740993"), { handlers: { scanCode: echo } });
    expect(reply).toMatchObject({ status: 400, isSigned: true });
    expect(reply.text).toContain("/session/lines/0/articleNumber");
  });

  it.each([
    ["bigint", "9223372036854775808", "as a bigint"],
    ["string", "9223372036854775808", "as a string of its digits"],
    ["string", '"12"', "as a string of its digits"],
  ] as const)("as %s: %s is refused, and where is said", async (mode, literal, form) => {
    const reply = await post(mode, requestWith(literal), { handlers: { scanCode: echo } });
    const message = `/session/lines/0/articleNumber: "session.lines.0.articleNumber" must be a 64-bit integer, ${form}.`;
    expect(reply).toEqual({
      status: 400,
      text: JSON.stringify({ error: { code: "INVALID_DATA", message } }),
      isSigned: true,
    });
  });

  it.each(["bigint", "string"] as const)(
    "as %s: a repeat gets the first answer, digit for digit",
    async (mode) => {
      const text = requestWith("9007199254740993").replace(
        '"workplaceNumber":2',
        '"workplaceNumber":2,"instanceId":"a"',
      );
      let calls = 0;
      const handlers = { scanCode: (context: { request: unknown }) => ((calls += 1), echo(context)) };
      const { send } = createEmittedReceiver(outputOf(mode), undefined, { handlers, dedupe: {} });
      const replies = [await send("scanCode", text), await send("scanCode", text)];
      expect(calls).toBe(1);
      expect(replies.map((reply) => reply.text)).toEqual(
        Array(2).fill('{"lineAdditions":[{"articleNumber":9007199254740993}]}'),
      );
    },
  );

  it.each(["bigint", "string"] as const)(
    "as %s: the request in a report of the POS is kept, large integers as bigints",
    async (mode) => {
      const seen: unknown[] = [];
      const onError = ({ original }: { original: unknown }) => void seen.push(original);
      const original = '{"session":{"lines":[{"articleNumber":9007199254740993},{"articleNumber":12}]}}';
      const report = `{"error":{"code":"INVALID_DATA","message":"x"},"original":${original}}`;
      expect(await post(mode, report, { onError })).toEqual({ status: 200, text: "{}", isSigned: true });
      expect(seen).toEqual([
        { session: { lines: [{ articleNumber: 9007199254740993n }, { articleNumber: 12 }] } },
      ]);
    },
  );

  it.each(["bigint", "string"] as const)("as %s: what nothing describes is kept", async (mode) => {
    const seen: unknown[] = [];
    const handlers = {
      scanCode: ({ request }: { request: object }) => void seen.push((request as { extra?: unknown }).extra),
    };
    const extra = '{"__proto__":{"a":9007199254740993},"b":[1,-9007199254740993,"9007199254740993"]}';
    await post(mode, requestWith("1").replace(/\}$/, `,"extra":${extra}}`), { handlers });
    const [kept] = seen as [Record<string, unknown>];
    expect(Object.entries(kept)).toEqual([
      ["__proto__", { a: 9007199254740993n }],
      ["b", [1, -9007199254740993n, "9007199254740993"]],
    ]);
  });

  it.each([
    ["an integer with more digits than anyone needs", "9".repeat(2000)],
    ["nesting that nothing stands", `${"[".repeat(200_000)}9007199254740993${"]".repeat(200_000)}`],
  ])("refuses %s", async (_what, extra) => {
    const handlers = {
      scanCode: ({ request }: { request: { extra?: unknown } }) => void structuredClone(request.extra),
    };
    const reply = await post("bigint", requestWith("1").replace(/\}$/, `,"extra":${extra}}`), { handlers });
    expect(reply).toMatchObject({ status: 400, isSigned: true });
  });
});

/** The answer to one scan. */
const post = (mode: Mode, body: string, options: object): Promise<Reply> =>
  createEmittedReceiver(outputOf(mode), undefined, options).send("scanCode", body);
