import { isDeepStrictEqual } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { loadZodOutput } from "../agreement/zod-output.js";

const int64 = { type: "integer", format: "int64" };
const holders = (title: string) =>
  object(title, {
    big: int64,
    small: { ...int64, minimum: -5, maximum: 5 },
    grown: { ...int64, "x-was": [{ until: "20", schema: { type: "integer" } }] },
    list: { type: "array", items: int64, maxItems: 2 },
  });

const spec = createSmallSpec({ ping: holders("Ping"), pong: holders("Pong") });

const ends = [2n ** 53n - 1n, 2n ** 53n, 2n ** 63n - 1n, 2n ** 63n, -(2n ** 63n), -(2n ** 63n) - 1n];
const integers = [0n, 5n, 6n, -5n, -6n, ...ends];
const values: readonly unknown[] = [
  ...integers,
  ...integers.map(String),
  ...[0, 5, 6, -6, 1.5, 2 ** 53 - 1, 2 ** 53, 2 ** 63, NaN, Infinity],
  ...["", "+1", "-0", "01", "1.0", "1e3", " 1", "abc", "9".repeat(400), null, true, [], {}],
];

describe.each(["number", "bigint"] as const)("64-bit integers as %s", (int64) => {
  const folder = makeRunFolder();
  afterAll(() => removeFolder(folder));

  it("are read as the validators read them", async () => {
    const output = await loadZodOutput(spec, "..", folder, int64);
    const names = ["big", "small", "grown", "list"];
    const documents = names.flatMap((name) =>
      values.map((value) => ({ [name]: name === "list" ? [value, value] : value })),
    );
    const seen = (["request", "response"] as const).flatMap((body) =>
      documents.map((part) => {
        const document = body === "request" ? { ping: part } : { pong: part };
        const ours = output.check(body, "ping", document);
        const zods = output.schema(body, "ping").safeParse(document);
        const isSame = ours.ok === zods.success && (!ours.ok || isDeepStrictEqual(ours.value, zods.data));
        return { document, accepted: ours.ok, isSame };
      }),
    );
    expect(seen.filter(({ isSame }) => !isSame)).toEqual([]);
    expect(seen.filter(({ accepted }) => accepted).length).toBeGreaterThan(20);
  });
});
