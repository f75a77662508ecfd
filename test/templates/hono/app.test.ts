import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { toHonoApp } from "../../../generated/hono/index.js";
import type { RawRequest } from "../../../templates/copied/receiver/http.js";
import { handlers } from "../adapters/servers.js";
import { createTestReceiver, goodBody, signedHeaders } from "../receiver/fixture.js";

const origin = "http://shop.example";
const init = { method: "POST", body: goodBody, headers: signedHeaders(goodBody) };

const create = () => {
  const { receiver, lines } = createTestReceiver({ handlers });
  return { app: toHonoApp(receiver), lines };
};

describe("the app", () => {
  it.each([
    ["/mplus", "/mplus/scanCode", 200],
    ["/mplus", "/mplus", 404],
    ["/shops/:shop/mplus", "/shops/12/mplus/scanCode", 200],
    ["/shops/:shop{[0-9]+}", "/shops/12/scanCode", 200],
    ["/shops/:shop", "/shops/a%2Fb/scanCode", 200],
  ])("mounted at %s, answers %s with %i", async (mount, path, status) => {
    const app = new Hono().route(mount, create().app);
    const answer = await app.request(origin + path, init);
    expect(answer.status).toBe(status);
    expect(answer.headers.has("x-mplus-signature")).toBe(status === 200);
  });

  it("works below a base path, and in an app that is mounted itself", async () => {
    const inner = new Hono().basePath("/b").route("/mplus", create().app);
    const app = new Hono().route("/a", inner);
    expect((await app.request(`${origin}/a/b/mplus/scanCode`, init)).status).toBe(200);
  });

  it("leaves other paths to the app, and keeps the headers of its middleware", async () => {
    const app = new Hono()
      .use((context, next) => (context.header("X-Request-Id", "7"), next()))
      .route("/mplus", create().app)
      .get("/", (context) => context.text("home"));
    expect(await (await app.request(`${origin}/`)).text()).toBe("home");
    const { headers } = await app.request(`${origin}/mplus/scanCode`, init);
    expect([headers.get("x-request-id"), headers.get("content-type")]).toEqual(["7", "application/json"]);
  });

  it("says what is wrong when the body was read before", async () => {
    const { app: mplus, lines } = create();
    const app = new Hono().use(({ req }, next) => req.json().then(next)).route("/mplus", mplus);
    expect((await app.request(`${origin}/mplus/scanCode`, init)).status).toBe(500);
    expect(lines).toMatchObject([["error", {}, expect.stringContaining("before it reached")]]);
  });

  it("hands over the platform's way to go on after an answer, where there is one", async () => {
    const seen: RawRequest["waitUntil"][] = [];
    const receive = ({ waitUntil }: RawRequest) => {
      seen.push(waitUntil);
      return Promise.resolve({ status: 200, headers: {}, body: "" });
    };
    const app = toHonoApp({ receive, close: () => Promise.resolve() });
    const works: unknown[] = [];
    const waitUntil = (work: Promise<unknown>) => void works.push(work);
    const context = { waitUntil, passThroughOnException: () => undefined, props: {} };
    await app.fetch(new Request(`${origin}/scanCode`), {}, context);
    await app.fetch(new Request(`${origin}/scanCode`));
    const work = Promise.resolve();
    seen[0]?.(work);
    expect(works).toEqual([work]);
    expect(seen[1]).toBeUndefined();
  });
});
