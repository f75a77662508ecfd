import type { RequestListener } from "node:http";
import { createRequire } from "node:module";
import express5, { type Express, type RequestHandler } from "express";
import { describe, expect, it } from "vitest";
import { createMplusRouter, type MplusRouter } from "../../../generated/express/index.js";
import { recognized, refusal } from "../../conformance/answers.js";
import { post } from "../../conformance/requests.js";
import { createShop, readBefore, serve } from "../adapters/shop.js";

const expresses = [
  { name: "express 5", express: express5 },
  { name: "express 4", express: createRequire(import.meta.url)("express-4") as typeof express5 },
];
type Mount = (app: Express, router: MplusRouter) => unknown;

const altered = { ...post(), body: Buffer.from(`${String(post().body)} `) };

describe.each(expresses)("$name", ({ express }) => {
  async function open(mount: Mount) {
    const { options, lines } = createShop();
    const app = express();
    mount(app, createMplusRouter(options));
    return { send: (await serve(app as RequestListener)).send, lines };
  }
  const slow: RequestHandler = (_request, _response, next) => void setImmediate(next);
  const drop: RequestHandler = (request, _response, next) => void request.resume().on("end", next);
  const decode: RequestHandler = (request, _response, next) => {
    request.setEncoding("utf8");
    next();
  };
  const answerEarly: RequestHandler = (_request, response, next) => {
    response.status(202).end("early");
    next();
  };
  const forms = express.urlencoded({ extended: false });
  const everything = { type: () => true };
  const keepRaw = express.json({ verify: (request, _, rawBody) => void Object.assign(request, { rawBody }) });

  it.each<[string, Mount]>([
    ["in a Router", (app, router) => app.use(express.Router().use("/mplus", router))],
    ["behind a path with a parameter", (app, router) => app.use("/:shop", router)],
    ["behind slow middleware", (app, router) => app.use(slow, forms).use("/mplus", router)],
    ["behind express.raw()", (app, router) => app.use("/mplus", express.raw(everything), router)],
    ["behind express.text()", (app, router) => app.use("/mplus", express.text(everything), router)],
    ["behind a parser that keeps the raw body", (app, router) => app.use("/mplus", keepRaw, router)],
  ])("verifies the bytes as sent %s", async (_name, mount) => {
    const { send } = await open(mount);
    expect(await send(post())).toEqual(recognized);
    expect(await send(altered)).toEqual(refusal.wrongSignature);
  });

  it.each([
    ["express.json() parses", express.json()],
    ["something decodes", decode],
    ["something drops", drop],
  ])("fails if %s the body first, and logs how to mend it", async (_name, before) => {
    const { send, lines } = await open((app, router) => app.use("/mplus", before, router));
    expect(await send(post())).toEqual(refusal.failedLookUp);
    expect(lines).toMatchObject(readBefore);
    expect(lines[0]?.message).toContain("mount the receiver before express.json()");
  });

  it("leaves an answer alone that other middleware has given", async () => {
    const { send } = await open((app, router) => app.use("/mplus", answerEarly, router));
    for (const _ of [1, 2]) expect(await send(post())).toMatchObject({ status: 202, body: "early" });
  });
});
