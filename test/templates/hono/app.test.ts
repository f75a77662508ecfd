import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { createMplusApp, toHonoApp } from "../../../generated/hono/index.js";
import type { RawRequest } from "../../../templates/copied/receiver/base/options.js";
import { post } from "../../conformance/requests.js";
import { createShop, readBefore } from "../adapters/shop.js";

const origin = "http://shop.example";
const { headers, body } = post();
const init = { method: "POST", body: Buffer.from(body), headers: Object.fromEntries(headers) };
const create = () => createMplusApp(createShop().options);

describe("the app", () => {
  it.each([
    ["/mplus", "/mplus/scanCode", 200],
    ["/mplus", "/mplus", 404],
    ["/shops/:shop{[0-9]+}", "/shops/12/scanCode", 200],
    ["/shops/:shop", "/shops/a%2Fb/scanCode", 200],
  ])("mounted at %s, answers %s with %i", async (mount, path, status) => {
    const answer = await new Hono().route(mount, create()).request(origin + path, init);
    expect(answer.status).toBe(status);
    expect(answer.headers.has("x-mplus-signature")).toBe(status === 200);
  });

  it("works in an app with a base path that is mounted itself, and keeps the headers of middleware", async () => {
    const inner = new Hono()
      .basePath("/b")
      .use((context, next) => (context.header("X-Request-Id", "7"), next()))
      .route("/mplus", create())
      .get("/", (context) => context.text("home"));
    const app = new Hono().route("/a", inner);
    expect(await (await app.request(`${origin}/a/b`)).text()).toBe("home");
    const answer = await app.request(`${origin}/a/b/mplus/scanCode`, init);
    expect([answer.status, answer.headers.get("x-request-id")]).toEqual([200, "7"]);
  });

  it("fails if the body was read before, and logs why", async () => {
    const { options, lines } = createShop();
    const app = new Hono()
      .use(({ req }, next) => req.json().then(next))
      .route("/mplus", createMplusApp(options));
    expect((await app.request(`${origin}/mplus/scanCode`, init)).status).toBe(500);
    expect(lines).toMatchObject(readBefore);
  });

  it("runs on after its answer if the platform lets it", async () => {
    const seen: RawRequest["waitUntil"][] = [];
    const receive = ({ waitUntil }: RawRequest) => {
      seen.push(waitUntil);
      return Promise.resolve({ status: 200, headers: {}, body: "" });
    };
    const app = toHonoApp({ receive, close: () => Promise.resolve() });
    const works: unknown[] = [];
    const waitUntil = (work: Promise<unknown>) => void works.push(work);
    await app.fetch(
      new Request(origin),
      {},
      { waitUntil, passThroughOnException: () => undefined, props: {} },
    );
    await app.fetch(new Request(origin));
    const work = Promise.resolve();
    seen[0]?.(work);
    expect([works, seen[1]]).toEqual([[work], undefined]);
  });
});
