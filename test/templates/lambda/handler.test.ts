import type {
  ALBHandler,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  LambdaFunctionURLHandler,
} from "aws-lambda";
import { describe, expect, it } from "vitest";
import type { LambdaEvent } from "../../../generated/lambda/index.js";
import { toLambda, type MplusLambda } from "../../../generated/lambda/index.js";
import { verify } from "../../../templates/copied/receiver/signature.js";
import { handlers, recognized } from "../adapters/servers.js";
import { createTestReceiver, goodBody as simpleBody, secret, signedHeaders } from "../receiver/fixture.js";

const handle = toLambda(createTestReceiver({ handlers, bodyLimit: 1000 }).receiver, "/mplus");

export const typed = (handler: MplusLambda) => [
  handler satisfies APIGatewayProxyHandler,
  handler satisfies APIGatewayProxyHandlerV2,
  handler satisfies LambdaFunctionURLHandler,
  handler satisfies ALBHandler,
];

const goodBody = simpleBody.replace("8711111111111", "één €");
const headers = signedHeaders(goodBody);
const asLists = (all: Record<string, string>) =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]]));
const asSpelt = Object.fromEntries(
  Object.entries(headers).map(([name, value]) => [name.replace(/(^|-)./g, (x) => x.toUpperCase()), value]),
);

const plain = { body: goodBody, isBase64Encoded: false };
const encoded = { body: Buffer.from(goodBody).toString("base64"), isBase64Encoded: true };
const format1 = { httpMethod: "POST", path: "/mplus/scanCode" };
const rest = { ...format1, headers: asSpelt, multiValueHeaders: asLists(asSpelt), ...plain };
const format2 = { rawPath: "/mplus/scanCode", headers, requestContext: { http: { method: "POST" } } };
const balancer = { ...format1, requestContext: { elb: { targetGroupArn: "arn" } }, ...plain };

const sources: Readonly<Record<string, LambdaEvent>> = {
  "a REST API with binary media types": { ...rest, ...encoded },
  "a function URL": { ...format2, ...encoded },
  "a test event with both": { ...format1, headers, multiValueHeaders: {}, ...plain },
  "a load balancer": { ...balancer, headers },
  "a load balancer that sends lists": { ...balancer, multiValueHeaders: asLists(headers) },
};

describe.each(Object.entries(sources))("behind %s", (name, event) => {
  const hasLists = name.endsWith("lists");

  it("answers a signed event with a signed answer", async () => {
    const answer = await handle(event);
    expect(answer).toMatchObject({ statusCode: 200, body: recognized, isBase64Encoded: false });
    const signature =
      answer.headers?.["X-Mplus-Signature"] ?? answer.multiValueHeaders?.["X-Mplus-Signature"]?.[0];
    expect(verify(Buffer.from(answer.body), signature ?? "", secret)).toBe(true);
    expect(answer.headers === undefined).toBe(hasLists);
    expect(answer.multiValueHeaders === undefined).toBe(!hasLists);
  });

  it.each<[string, LambdaEvent]>([
    ["base64 that is none", { body: "eyJ..==!!", isBase64Encoded: true }],
    ["no headers", { headers: null, multiValueHeaders: null }],
  ])("refuses %s", async (_name, change) => {
    const answer = await handle({ ...event, ...change });
    expect(answer.statusCode).toBe(400);
    expect(Object.keys(answer.headers ?? answer.multiValueHeaders ?? {})).not.toContain("Connection");
  });
});

describe("the handler", () => {
  it("sees all values of a repeated header", async () => {
    const twice = { ...asLists(headers), "content-type": ["application/json", "text/plain"] };
    const { body } = await handle({ ...rest, multiValueHeaders: twice });
    expect(JSON.parse(body)).toMatchObject({ error: { code: "INVALID_CONTENT_TYPE" } });
  });

  it("refuses what is no request at all", async () => {
    expect((await handle({})).statusCode).toBe(405);
  });

  it("offers no way to go on after the answer", async () => {
    const seen: unknown[] = [];
    const receive = ({ waitUntil }: { waitUntil?: unknown }) => {
      seen.push(waitUntil);
      return Promise.resolve({ status: 200, headers: {}, body: "" });
    };
    await toLambda({ receive, close: () => Promise.resolve() })(rest);
    expect(seen).toEqual([undefined]);
  });
});
