import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { deliver } from "../../../generator/till/engine/deliver.js";
import { post, type PostRequest } from "../../../generator/till/engine/post.js";
import { http, nobody, tcp, type Incoming, type Start } from "../doctor/servers/serve.js";

/** The deadline never passes by accident. */
async function postTo(start: Start, more: Partial<PostRequest> = {}) {
  const { host, close } = await start();
  const request = {
    url: `http://${host}/x`,
    headers: {},
    body: new TextEncoder().encode("{}"),
    deadline: 60_000,
  };
  return post({ ...request, ...more }).finally(close);
}

const silence = tcp(() => undefined);

/** Fails as Node's `fetch` does in Jest, where error classes differ from Node's. */
const failAbroad = (error: string) => (): Promise<Response> =>
  Promise.reject(
    runInNewContext(
      `const refused = Object.assign(new Error(), { code: "ECONNREFUSED" }); ${error}`,
    ) as Error,
  );

const caller = new AbortController();

function recorder() {
  const got: Incoming[] = [];
  const start = http((incoming) => {
    got.push(incoming);
    return { status: 200, headers: { "X-Case": "kept" }, body: Uint8Array.of(0xef, 0xbb, 0xbf, 0xff) };
  });
  return { got, start };
}

describe("a request", () => {
  it("gets status, headers in lower case and the very bytes", async () => {
    const result = await postTo(recorder().start);
    expect(result).toMatchObject({ kind: "reply", status: 200, headers: { "x-case": "kept" } });
    expect(result.kind === "reply" && [...result.body]).toEqual([0xef, 0xbb, 0xbf, 0xff]);
  });

  it("sends what it is given on a connection of its own, and asks for no packing", async () => {
    const { got, start } = recorder();
    await postTo(start, { headers: { "X-Mplus-Signature": "s" } });
    const headers = { "x-mplus-signature": "s", "accept-encoding": "identity", connection: "close" };
    expect(got).toMatchObject([{ method: "POST", headers }]);
    expect(got.map(({ body }) => body.toString())).toEqual(["{}"]);
  });

  it("sends a stream piece by piece", async () => {
    const { got, start } = recorder();
    const body = ReadableStream.from([Uint8Array.of(1), Uint8Array.of(2)]) as ReadableStream<Uint8Array>;
    await postTo(start, { body });
    expect(got.map(({ body: bytes }) => [...bytes])).toEqual([[1, 2]]);
  });

  it.each([
    ["its deadline is over", silence, { deadline: 50 }, "deadline"],
    ["its caller ends it", tcp(() => caller.abort()), { signal: caller.signal }, "ended"],
    ["its caller has ended it before", nobody, { signal: AbortSignal.abort() }, "ended"],
    [
      "whoever carries it does not mind the deadline",
      nobody,
      { deadline: 50, fetch: () => new Promise<Response>(() => undefined) },
      "deadline",
    ],
    ["whoever carries it throws", nobody, { fetch: () => Promise.reject(new Error("no")) }, "other"],
    [
      "its error is of another realm",
      nobody,
      { fetch: failAbroad("new Error('x', { cause: refused })") },
      "refused",
    ],
    [
      "its errors are of another realm",
      nobody,
      { fetch: failAbroad("new AggregateError([0, refused])") },
      "refused",
    ],
    ["the answer is longer than what is read", recorder().start, { maxBytes: 3 }, "too-long"],
  ] as const)("never throws: %s", async (_, start, more, kind) => {
    expect(await postTo(start, more)).toMatchObject({ kind: "none", cause: { kind } });
  });

  it("is broken off by a till that hangs up, whatever memory the run time collects meanwhile", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    let hear = (): void => undefined;
    const heard = new Promise<void>((resolve) => (hear = resolve));
    const { host, close } = await tcp(hear)();
    const url = `http://${host}/x`;
    const { signal } = new AbortController();
    const line = { url, subscription: "shop-12", secret: "", deadline: 30_000, fetch: undefined, signal };
    const delivering = deliver({ url, headers: {}, body: "{}" }, line, "gone");
    // On a busy machine the client may hang up earlier.
    await Promise.race([heard, delivering]);
    collect();
    expect(await delivering.finally(close)).toMatchObject({ kind: "none", cause: { kind: "deadline" } });
  });
});
