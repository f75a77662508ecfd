import { describe, expect, it } from "vitest";
import { toFetchHandler } from "../../../generated/fetch/index.js";
import type { RawRequest } from "../../../templates/copied/receiver/http.js";
import { handlers } from "../adapters/servers.js";
import { createTestReceiver, goodBody, signedHeaders } from "../receiver/fixture.js";

const createRequest = () =>
  new Request("http://shop.example/mplus/scanCode?x=1#y", {
    method: "POST",
    body: goodBody,
    headers: signedHeaders(goodBody),
  });

describe("the handler", () => {
  it.each<[string, (request: Request) => unknown, status: number]>([
    ["has been read", (request) => request.text(), 500],
    ["is being read", (request) => request.body?.getReader(), 500],
    ["was cloned and read", (request) => request.clone().text(), 200],
  ])("says what is wrong when the body %s elsewhere, and cannot be read", async (_name, use, status) => {
    const { receiver, lines } = createTestReceiver({ handlers, bodyLimit: 1000 });
    const request = createRequest();
    await use(request);
    expect((await toFetchHandler(receiver, "/mplus/")(request)).status).toBe(status);
    const want = [["error", {}, expect.stringContaining("before it reached")]];
    expect(lines).toMatchObject(status === 200 ? [] : want);
  });

  class Context {
    readonly works: unknown[] = [];
    waitUntil(work: Promise<unknown>): void {
      this.works.push(work);
    }
  }
  it.each<[string, object | undefined, boolean]>([
    ["a context that has it, as the method that it is", new Context(), true],
    ["a context of another kind", { params: {} }, false],
    ["no context", undefined, false],
  ])("may go on after an answer: %s", async (_name, context, may) => {
    const seen: boolean[] = [];
    const receive = ({ waitUntil }: RawRequest) => {
      seen.push(waitUntil !== undefined);
      waitUntil?.(Promise.resolve());
      return Promise.resolve({ status: 200, headers: {}, body: "" });
    };
    await toFetchHandler({ receive, close: () => Promise.resolve() })(createRequest(), context);
    expect(seen).toEqual([may]);
    if (context instanceof Context) expect(context.works).toHaveLength(1);
  });
});
