import type {
  ALBHandler,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  LambdaFunctionURLHandler,
} from "aws-lambda";
import { describe, expect, it } from "vitest";
import { createMplusLambda, toLambda } from "../../../generated/lambda/index.js";
import type { LambdaEvent, MplusLambda } from "../../../generated/lambda/index.js";
import { recognized } from "../../conformance/answers.js";
import { post, scan } from "../../conformance/requests.js";
import { createShop } from "../adapters/shop.js";

const handle = createMplusLambda({ ...createShop().options, basePath: "/mplus" });

export const typed = (handler: MplusLambda) => [
  handler satisfies APIGatewayProxyHandler,
  handler satisfies APIGatewayProxyHandlerV2,
  handler satisfies LambdaFunctionURLHandler,
  handler satisfies ALBHandler,
];

const request = post({ body: scan({ text: "één €" }) });
const asSpelt = Object.fromEntries(request.headers);
const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
const asLists = (all: Record<string, string>) =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]]));
const toBody = (encoding: BufferEncoding) => ({
  body: Buffer.from(request.body).toString(encoding),
  isBase64Encoded: encoding === "base64",
});
const format1 = { httpMethod: "POST", path: "/mplus/scanCode" };
const rest = { ...format1, headers: asSpelt, multiValueHeaders: asLists(asSpelt), ...toBody("utf8") };
const format2 = { rawPath: "/mplus/scanCode", headers, requestContext: { http: { method: "POST" } } };
const balancer = { ...format1, requestContext: { elb: { targetGroupArn: "arn" } }, ...toBody("utf8") };

const sources: Readonly<Record<string, LambdaEvent>> = {
  "a REST API with binary media types": { ...rest, ...toBody("base64") },
  "a function URL": { ...format2, ...toBody("base64") },
  "a test event with both kinds of headers": { ...rest, headers, multiValueHeaders: {} },
  "a load balancer": { ...balancer, headers },
  "a load balancer that sends lists": { ...balancer, multiValueHeaders: asLists(headers) },
};

const signature = recognized.headers["x-mplus-signature"];

describe.each(Object.entries(sources))("behind %s", (name, event) => {
  const hasLists = name.endsWith("lists");

  it("answers a signed event with a signed answer", async () => {
    const answer = await handle(event);
    expect(answer).toMatchObject({ statusCode: 200, body: recognized.body, isBase64Encoded: false });
    const signed = { "X-Mplus-Signature": hasLists ? [signature] : signature };
    expect(answer.headers ?? {}).toMatchObject(hasLists ? {} : signed);
    expect(answer.multiValueHeaders ?? {}).toMatchObject(hasLists ? signed : {});
    expect(Object.keys(answer)).toContain(hasLists ? "multiValueHeaders" : "headers");
  });

  it.each<[string, LambdaEvent]>([
    ["a body that is not base64", { body: "eyJ..==!!", isBase64Encoded: true }],
    ["a request without headers", { headers: null, multiValueHeaders: null }],
  ])("refuses %s", async (_name, change) => {
    expect((await handle({ ...event, ...change })).statusCode).toBe(400);
  });
});

describe("the handler", () => {
  it("refuses a header that is sent twice", async () => {
    const twice = { ...asLists(headers), "content-type": ["application/json", "text/plain"] };
    const { body } = await handle({ ...rest, multiValueHeaders: twice });
    expect(JSON.parse(body)).toMatchObject({ error: { code: "INVALID_CONTENT_TYPE" } });
  });

  it("refuses something that is not a request", async () => {
    expect((await handle({})).statusCode).toBe(405);
  });

  it("does not run on after the answer, and leaves the connection to the gateway", async () => {
    const seen: unknown[] = [];
    const receive = ({ waitUntil }: { waitUntil?: unknown }) => {
      seen.push(waitUntil);
      return Promise.resolve({ status: 200, headers: { Connection: "close" }, body: "" });
    };
    const { headers } = await toLambda({ receive, close: () => Promise.resolve() })(rest);
    expect([seen, headers]).toEqual([[undefined], {}]);
  });
});
