import type {
  ALBHandler,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  LambdaFunctionURLHandler,
} from "aws-lambda";
import { describe, expect, it } from "vitest";
import type { LambdaEvent } from "../../../templates/lambda/event.js";
import { toLambda, type MplusLambda } from "../../../templates/lambda/handler.js";
import { verify } from "../../../templates/receiver/auth/signature.js";
import { createTestReceiver, goodBody, secret, signedHeaders } from "../receiver/fixture.js";

const create = () => {
  const { receiver } = createTestReceiver({
    handlers: { scanCode: () => ({ scanCode: { recognized: true } }) },
    bodyLimit: 1000,
  });
  return toLambda(receiver, "/mplus");
};

/** The platform's own types, for whoever has them. */
export const typed = (handler: MplusLambda) => [
  handler satisfies APIGatewayProxyHandler,
  handler satisfies APIGatewayProxyHandlerV2,
  handler satisfies LambdaFunctionURLHandler,
  handler satisfies ALBHandler,
];

const headers = signedHeaders(goodBody);
const asLists = (all: Record<string, string>) =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]]));
const asSpelt = Object.fromEntries(
  Object.entries(headers).map(([name, value]) => [name.replace(/(^|-)./g, (x) => x.toUpperCase()), value]),
);

/** What arrives from each of them, without the parts that say nothing here. */
const sources: Readonly<Record<string, LambdaEvent>> = {
  "a REST API": {
    httpMethod: "POST",
    path: "/mplus/scanCode",
    headers: asSpelt,
    multiValueHeaders: asLists(asSpelt),
    requestContext: { requestId: "1" },
    body: goodBody,
    isBase64Encoded: false,
  },
  "a REST API with binary media types": {
    httpMethod: "POST",
    path: "/mplus/scanCode",
    headers: asSpelt,
    multiValueHeaders: asLists(asSpelt),
    body: Buffer.from(goodBody).toString("base64"),
    isBase64Encoded: true,
  },
  "an HTTP API": {
    rawPath: "/mplus/scanCode",
    headers,
    requestContext: { http: { method: "POST" } },
    body: goodBody,
    isBase64Encoded: false,
  },
  "a function URL": {
    rawPath: "/mplus/scanCode",
    headers,
    requestContext: { http: { method: "POST" } },
    body: Buffer.from(goodBody).toString("base64"),
    isBase64Encoded: true,
  },
  "a load balancer": {
    httpMethod: "POST",
    path: "/mplus/scanCode",
    headers,
    requestContext: { elb: { targetGroupArn: "arn" } },
    body: goodBody,
    isBase64Encoded: false,
  },
  "a load balancer that sends lists": {
    httpMethod: "POST",
    path: "/mplus/scanCode",
    multiValueHeaders: asLists(headers),
    requestContext: { elb: { targetGroupArn: "arn" } },
    body: goodBody,
    isBase64Encoded: false,
  },
};

describe.each(Object.entries(sources))("behind %s", (name, event) => {
  const hasLists = name.endsWith("lists");

  it("answers a signed event with a signed answer", async () => {
    const answer = await create()(event);
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: false });
    expect(JSON.parse(answer.body)).toEqual({ scanCode: { recognized: true } });
    const signature =
      answer.headers?.["X-Mplus-Signature"] ?? answer.multiValueHeaders?.["X-Mplus-Signature"]?.[0];
    expect(verify(Buffer.from(answer.body), signature ?? "", secret)).toBe(true);
    expect(answer.headers === undefined).toBe(hasLists);
    expect(answer.multiValueHeaders === undefined).toBe(!hasLists);
  });

  it("signs over the bytes of a body that is not ASCII", async () => {
    const body = goodBody.replace("8711111111111", "één €");
    const own = signedHeaders(body);
    const sent = event.isBase64Encoded === true ? Buffer.from(body).toString("base64") : body;
    const given = {
      headers: event.headers && own,
      multiValueHeaders: event.multiValueHeaders && asLists(own),
    };
    expect((await create()({ ...event, ...given, body: sent })).statusCode).toBe(200);
  });

  it.each<[string, LambdaEvent, number]>([
    ["base64 that is none", { body: "eyJ..==!!", isBase64Encoded: true }, 400],
    ["no headers", { headers: null, multiValueHeaders: null }, 400],
  ])("refuses %s", async (_name, change, status) => {
    const answer = await create()({ ...event, ...change });
    expect(answer.statusCode).toBe(status);
    expect(Object.keys(answer.headers ?? answer.multiValueHeaders ?? {})).not.toContain("Connection");
  });
});

describe("the handler", () => {
  const rest = sources["a REST API"] ?? {};

  it.each([
    ["content-type", ["application/json", "text/plain"], "INVALID_CONTENT_TYPE"],
    ["x-mplus-signature", [headers["x-mplus-signature"], headers["x-mplus-signature"]], "INVALID_SIGNATURE"],
    ["x-mplus-signature", [], "NO_SIGNATURE"],
    ["x-mplus-signature", ["😀"], "INVALID_SIGNATURE"],
  ])("sees all of several headers %s: %o", async (name, values, code) => {
    const multiValueHeaders = { ...asLists(headers), [name]: values };
    const answer = await create()({ ...rest, multiValueHeaders });
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code } });
  });

  it("refuses what is no request at all", async () => {
    expect((await create()({})).statusCode).toBe(405);
  });

  it("offers no way to go on after the answer", async () => {
    const seen: unknown[] = [];
    const handler = toLambda({
      receive: (request) => {
        seen.push(request.waitUntil);
        return Promise.resolve({ status: 200, headers: {}, body: "" });
      },
      close: () => Promise.resolve(),
    });
    await handler(rest);
    expect(seen).toEqual([undefined]);
  });
});
