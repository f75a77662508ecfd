import { beforeAll, describe, expect, it } from "vitest";
import type { BodyJson } from "../../../templates/copied/receiver/body.js";
import type { Result } from "../../../templates/copied/validators/results.js";
import { eventOf } from "../../conformance/requests.js";
import { scaleAmount } from "../../fuzz/amount.js";
import { fromSeed, happens, listOf, type Draw } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { importFrom } from "../../workbench/folders.js";
import { madeOutput } from "../../workbench/made-output.js";
import { createEmittedReceiver, type ReceiverOutput } from "../emitted-receiver.js";

const modes = ["number", "bigint"] as const;
type Mode = (typeof modes)[number];

/** An output of one mode, to a caller that does not know its types. */
interface Output extends ReceiverOutput {
  readonly losslessJson?: BodyJson;
  readonly validateRequest: (event: string, body: unknown) => Result<unknown>;
  readonly validateResponse: (event: string, body: unknown) => Result<unknown>;
}

/** Imports an output with its 64-bit integers held in this way; they are numbers if nobody says otherwise. */
async function loadOutput(mode: Mode): Promise<Output> {
  const { folder } = await madeOutput("48..", mode === "number" ? {} : { int64: mode });
  const names = ["receiver", "validators"];
  const modules = names.map((name) => importFrom<Output>(folder, `${name}/index.js`));
  return Object.assign({}, ...(await Promise.all(modules))) as Output;
}

/** How a mode holds an integer that it takes. */
const held = { number: Number, bigint: BigInt };

/** Whether a mode takes a 64-bit integer at all. */
const takes = (mode: Mode, value: bigint): boolean =>
  mode === "number" ? Number.isSafeInteger(Number(value)) : BigInt.asIntN(64, value) === value;

/** Where something ends: what a number holds, what 64 bits hold, what JSON calls an integer. */
const integers: readonly (readonly [literal: string, value: bigint])[] = [
  ["-0", 0n],
  ["9007199254740991", 2n ** 53n - 1n],
  ["9007199254740992", 2n ** 53n],
  ["-9007199254740993", -(2n ** 53n) - 1n],
  ["9223372036854775807", 2n ** 63n - 1n],
  ["-9223372036854775808", -(2n ** 63n)],
  ["9223372036854775808", 2n ** 63n],
  ["-9223372036854775809", -(2n ** 63n) - 1n],
  ["1E2", 100n],
  ["1.0", 1n],
];
/** However it is held; what has an exponent or a fraction JSON.parse has rounded before anyone can look. */
const refused = [
  ...["9".repeat(400), "1.5", "1e400", "9007199254740993e0", "9007199254740993.0", "9007199254740992e0"],
  ...['"12"', "true", "[12]", "{}"],
];

/** A scan in a session of one line, whose article has this number in the JSON. */
const requestWith = (literal: string): string =>
  JSON.stringify(
    eventOf({
      session: { sessionId: "1", lines: [{ lineId: "1", text: "9007199254740993", articleNumber: "HERE" }] },
      scanCode: { scannedCode: '"9007199254740993', codeType: "barcode" },
    }),
  ).replace('"HERE"', literal);

interface Scan {
  readonly session: { readonly lines: readonly { readonly articleNumber?: unknown }[] };
}
const articleIn = (request: unknown): unknown => (request as Scan).session.lines[0]?.articleNumber;

/** What a value is; -0 is 0. */
const told = (value: unknown): string => `${typeof value} ${String(value)}`;

/** Every number of digits comes as often; no sign and no zeros that a number would not be written with. */
function drawInteger(draw: Draw): string {
  const digits = listOf(draw, 1, 30, () => draw.below(10));
  const text = digits.join("").replace(/^0+(?=.)/, "");
  return happens(draw, 50) && text !== "0" ? `-${text}` : text;
}

describe.each(modes)("64-bit integers as %s", (mode) => {
  let output: Output;
  beforeAll(async () => {
    output = await loadOutput(mode);
  });

  /** What a request's article number becomes; undefined where the request is refused. */
  function read(literal: string): { article: unknown } | undefined {
    const body: unknown = (output.losslessJson ?? JSON).parse(requestWith(literal), "scanCode" as never);
    const result = output.validateRequest("scanCode", body);
    return result.ok ? { article: articleIn(result.value) } : undefined;
  }

  /** How an article number goes out; undefined where the answer is refused. */
  function write(article: unknown): string | undefined {
    const result = output.validateResponse("scanCode", { lineAdditions: [{ articleNumber: article }] });
    if (!result.ok) return undefined;
    const text = (output.losslessJson ?? JSON).stringify(result.value, "scanCode" as never);
    return /^\{"lineAdditions":\[\{"articleNumber":(.*)\}\]\}$/.exec(text)?.[1];
  }

  it.each(integers)("%s is exact, or refused", (literal, value) => {
    const found = read(literal);
    expect(found && told(found.article)).toBe(takes(mode, value) ? told(held[mode](value)) : undefined);
  });

  it.each(refused)("%s is refused", (literal) => {
    expect(read(literal)).toBeUndefined();
  });

  const amount = scaleAmount({ suite: 5_000, full: 20_000 });
  it(`changes none of ${amount} integers of up to 30 digits on the way in and out`, () => {
    const changed: string[] = [];
    const draw = fromSeed(seed);
    let taken = 0;
    for (let i = 0; i < amount; i++) {
      const literal = drawInteger(draw);
      const found = read(literal);
      if (found) taken += 1;
      const isExact =
        found !== undefined && String(found.article) === literal && write(found.article) === literal;
      if (takes(mode, BigInt(literal)) ? !isExact : found !== undefined) changed.push(literal);
    }
    expect(changed).toEqual([]);
    expect(taken).toBeGreaterThan(0.3 * amount);
  });

  const send = (body: string, options: object) =>
    createEmittedReceiver(output, undefined, options).send("scanCode", body);
  const echo = ({ request }: { request: unknown }) => ({
    lineAdditions: [{ articleNumber: articleIn(request) }],
  });
  const echoing = { handlers: { scanCode: echo } };

  it("get to the handler and come back, signed", async () => {
    for (const literal of mode === "number" ? ["12"] : ["12", "9007199254740993", "-9223372036854775808"]) {
      const seen: unknown[] = [];
      const scanCode = (context: { request: unknown }) => (
        seen.push(articleIn(context.request)),
        echo(context)
      );
      expect(await send(requestWith(literal), { handlers: { scanCode } })).toEqual({
        status: 200,
        text: `{"lineAdditions":[{"articleNumber":${literal}}]}`,
        isSigned: true,
      });
      expect(seen).toEqual([held[mode](literal)]);
    }
  });

  it("are refused where they cannot be held, and where is said", async () => {
    const { status, text, isSigned } = await send(requestWith("9223372036854775808"), echoing);
    const forms = { number: "is beyond 2^53 - 1", bigint: "as a bigint." };
    expect([status, isSigned]).toEqual([400, true]);
    const { error } = JSON.parse(text) as { error: { code: string; message: string } };
    expect(error.code).toBe("INVALID_DATA");
    expect(error.message).toContain("/session/lines/0/articleNumber: ");
    expect(error.message).toContain(forms[mode]);
  });

  if (mode === "number") return;

  it("are answered in no other way", () => {
    const result = output.validateResponse("scanCode", { lineAdditions: [{ articleNumber: 12 }] });
    const message = `"lineAdditions.0.articleNumber" must be a 64-bit integer, as a bigint.`;
    const path = "/lineAdditions/0/articleNumber";
    expect(result.ok ? [] : result.problems).toEqual([{ path, code: "wrong-type", message }]);
    expect(["12", null].filter((given) => write(given) !== undefined)).toEqual([]);
  });

  it("get the first answer again in a repeat, digit for digit", async () => {
    let calls = 0;
    const scanCode = (context: { request: unknown }) => ((calls += 1), echo(context));
    const { send } = createEmittedReceiver(output, undefined, { handlers: { scanCode }, dedupe: {} });
    const text = requestWith("9007199254740993");
    const replies = [await send("scanCode", text), await send("scanCode", text)];
    expect(calls).toBe(1);
    const want = '{"lineAdditions":[{"articleNumber":9007199254740993}]}';
    expect(replies.map((reply) => reply.text)).toEqual([want, want]);
  });

  it("are kept in the request in a report of the POS, large ones as bigints", async () => {
    const seen: unknown[] = [];
    const onError = ({ original }: { original: unknown }) => void seen.push(original);
    const original = '{"session":{"lines":[{"articleNumber":9007199254740993},{"articleNumber":12}]}}';
    const report = `{"error":{"code":"INVALID_DATA","message":"x"},"original":${original}}`;
    expect(await send(report, { onError })).toEqual({ status: 200, text: "{}", isSigned: true });
    const lines = [{ articleNumber: 9007199254740993n }, { articleNumber: 12 }];
    expect(seen).toEqual([{ session: { lines } }]);
  });

  it("are kept in what nothing describes", async () => {
    const seen: object[] = [];
    const scanCode = ({ request }: { request: { extra: object } }) => void seen.push(request.extra);
    const extra = '{"__proto__":{"a":9007199254740993},"b":[1,-9007199254740993,"9007199254740993"]}';
    await send(requestWith("1").replace(/\}$/, `,"extra":${extra}}`), { handlers: { scanCode } });
    expect(Object.entries(seen[0] ?? {})).toEqual([
      ["__proto__", { a: 9007199254740993n }],
      ["b", [1, -9007199254740993n, "9007199254740993"]],
    ]);
  });

  it.each([
    ["more digits than anyone needs", "9".repeat(2000)],
    ["nesting that nothing stands", `${"[".repeat(200_000)}9007199254740993${"]".repeat(200_000)}`],
  ])("do not come with %s", async (_what, extra) => {
    const scanCode = ({ request }: { request: { extra?: unknown } }) => void structuredClone(request.extra);
    const body = requestWith("1").replace(/\}$/, `,"extra":${extra}}`);
    expect(await send(body, { handlers: { scanCode } })).toMatchObject({ status: 400, isSigned: true });
  });
});
