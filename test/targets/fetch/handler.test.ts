import { describe, expect, it } from "vitest";
import { toFetchHandler } from "../../../templates/fetch/handler.js";
import type { RawRequest } from "../../../templates/receiver/api/raw-message.js";
import { createTestReceiver, goodBody, signedHeaders } from "../receiver/fixture.js";

const create = () => {
  const { receiver, lines } = createTestReceiver({
    handlers: { scanCode: () => ({ scanCode: { recognized: true } }) },
    bodyLimit: 1000,
  });
  return { handle: toFetchHandler(receiver, "/mplus/"), lines };
};

const requestOf = (init: RequestInit = {}) =>
  new Request("http://shop.example/mplus/scanCode?x=1#y", {
    method: "POST",
    body: goodBody,
    headers: signedHeaders(goodBody),
    ...init,
  });

describe("the handler", () => {
  it.each<[string, (request: Request) => unknown]>([
    ["has been read", (request) => request.text()],
    ["is being read", (request) => request.body?.getReader()],
  ])("says what is wrong when the body %s elsewhere", async (_name, use) => {
    const { handle, lines } = create();
    const request = requestOf();
    await use(request);
    expect((await handle(request)).status).toBe(500);
    expect(lines).toMatchObject([["error", {}, expect.stringContaining("before it reached")]]);
  });

  it("reads a request of which a clone was read", async () => {
    const request = requestOf();
    await request.clone().text();
    expect((await create().handle(request)).status).toBe(200);
  });

  it.each<[string, object | undefined, boolean]>([
    ["a context that has it", { waitUntil: () => undefined }, true],
    ["a context of another kind", { params: {} }, false],
    ["no context", undefined, false],
  ])("may go on after an answer: %s", async (_name, context, may) => {
    const seen: RawRequest["waitUntil"][] = [];
    const receive = ({ waitUntil }: RawRequest) => {
      seen.push(waitUntil);
      return Promise.resolve({ status: 200, headers: {}, body: "" });
    };
    await toFetchHandler({ receive, close: () => Promise.resolve() })(requestOf(), context);
    expect(seen.map((waitUntil) => waitUntil !== undefined)).toEqual([may]);
  });

  it("calls waitUntil as the method that it is", async () => {
    class Context {
      readonly works: unknown[] = [];
      waitUntil(work: Promise<unknown>): void {
        this.works.push(work);
      }
    }
    const context = new Context();
    const receive = ({ waitUntil }: RawRequest) => {
      waitUntil?.(Promise.resolve());
      return Promise.resolve({ status: 200, headers: {}, body: "" });
    };
    await toFetchHandler({ receive, close: () => Promise.resolve() })(requestOf(), context);
    expect(context.works).toHaveLength(1);
  });
});
