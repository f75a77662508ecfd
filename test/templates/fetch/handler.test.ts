import { describe, expect, it } from "vitest";
import { createMplusHandler, toFetchHandler } from "../../../generated/fetch/index.js";
import type { RawRequest } from "../../../templates/copied/receiver/base/options.js";
import { post } from "../../conformance/requests.js";
import { createShop, readBefore } from "../adapters/shop.js";

const createRequest = () => {
  const { headers, body } = post();
  const init = { method: "POST", body: Buffer.from(body), headers: headers.map((each) => [...each]) };
  return new Request("http://shop.example/mplus/scanCode?x=1#y", init);
};

describe("the handler", () => {
  it.each<[string, (request: Request) => unknown, status: number]>([
    ["fails if the body was read elsewhere, and logs why", (request) => request.text(), 500],
    ["fails if the body is being read elsewhere, and logs why", (request) => request.body?.getReader(), 500],
    ["answers a request whose clone was read", (request) => request.clone().text(), 200],
  ])("%s", async (_name, use, status) => {
    const { options, lines } = createShop();
    const request = createRequest();
    await use(request);
    const { status: given } = await createMplusHandler({ ...options, basePath: "/mplus/" })(request);
    expect(given).toBe(status);
    expect(lines).toMatchObject(status === 200 ? [] : readBefore);
  });

  class Context {
    readonly works: unknown[] = [];
    waitUntil(work: Promise<unknown>): void {
      this.works.push(work);
    }
  }
  it.each<[string, object | undefined, boolean]>([
    ["runs on after its answer if the platform's context lets it", new Context(), true],
    ["does not run on with a context of another kind", { params: {} }, false],
    ["does not run on without a context", undefined, false],
  ])("%s", async (_name, context, may) => {
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
