import { createMplusLambda, type LambdaAnswer, type LambdaEvent } from "../../../generated/lambda/index.js";
import type { WireAnswer, WireRequest } from "../wire-message.js";
import { readAnswer, toHeaderLines } from "../wire.js";
import type { Target, TargetName } from "./target.js";

export const lambdaTargets: readonly Target[] = [
  toTarget("lambda v1", toRestEvent),
  toTarget("lambda v2", toHttpEvent),
  toTarget("lambda alb", toLoadBalancerEvent),
];

function toTarget(name: TargetName, toEvent: (request: WireRequest) => LambdaEvent): Target {
  return {
    name,
    platformHeader: "connection",
    open(options) {
      const handle = createMplusLambda({ ...options, basePath: "/mplus" });
      return {
        send: (request) => sendEvent(request, toEvent, handle),
        retire: () => handle.close(),
        end: () => Promise.resolve(),
      };
    },
  };
}

export async function sendEvent(
  request: WireRequest,
  toEvent: (request: WireRequest) => LambdaEvent,
  handle: (event: LambdaEvent) => Promise<LambdaAnswer>,
): Promise<WireAnswer> {
  // A function receives only what JSON text can represent.
  const event = JSON.parse(JSON.stringify(toEvent(request))) as LambdaEvent;
  const answer = JSON.parse(JSON.stringify(await handle(event))) as LambdaAnswer;
  const body = Buffer.from(answer.body, answer.isBase64Encoded ? "base64" : "utf8");
  return readAnswer(answer.statusCode, toPairs(answer), request.method === "HEAD" ? new Uint8Array() : body);
}

/** The event of a REST API in API Gateway: a text body stays text, and every header appears twice, once as a list. */
export function toRestEvent(request: WireRequest): LambdaEvent {
  const { method, framing } = request;
  const bytes = framing === "withheld" ? Buffer.alloc(0) : Buffer.from(request.body);
  const text = bytes.toString();
  const isText = Buffer.from(text).equals(bytes);
  const lists = toLists(request);
  return {
    httpMethod: method,
    path: toPath(request),
    headers: Object.fromEntries([...lists].map(([name, values]) => [name, values.at(-1)])),
    multiValueHeaders: Object.fromEntries(lists),
    body: bytes.length === 0 ? null : isText ? text : bytes.toString("base64"),
    isBase64Encoded: !isText,
    requestContext: { requestId: "c6af9ac6-7b61-11e6-9a41-93e8deadbeef" },
  };
}

/** An HTTP API of API Gateway, or a function URL: lowercase names, joined values, and a base64 body. */
export function toHttpEvent(request: WireRequest): LambdaEvent {
  const { method, body, framing } = request;
  const joined = [...toLists(request, toLowerCase)].map(
    ([name, values]) => [name, values.join(",")] as const,
  );
  return {
    rawPath: toPath(request),
    headers: Object.fromEntries(joined),
    ...(body.length > 0 && framing !== "withheld" && { body: Buffer.from(body).toString("base64") }),
    isBase64Encoded: body.length > 0 && framing !== "withheld",
    requestContext: { requestId: "JKJaXmPLvHcESHA=", http: { method } },
  };
}

/** An application load balancer whose target group has multi-value headers enabled. */
function toLoadBalancerEvent(request: WireRequest): LambdaEvent {
  const { httpMethod = "", path = "", body, isBase64Encoded = false } = toRestEvent(request);
  return {
    httpMethod,
    path,
    multiValueHeaders: Object.fromEntries(toLists(request, toLowerCase)),
    body: body ?? "",
    isBase64Encoded,
    requestContext: {
      elb: { targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/mplus/1" },
    },
  };
}

const toLowerCase = (name: string) => name.toLowerCase();

function toLists(request: WireRequest, toName = (name: string) => name): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [spelling, value] of toHeaderLines(request)) {
    const name = toName(spelling);
    lists.set(name, [...(lists.get(name) ?? []), value.trim()]);
  }
  return lists;
}

/** Drops the query, which is in other fields, and what a gateway drops. */
function toPath({ path }: WireRequest): string {
  return path.replace(/^http:\/\/[^/]*/, "").replace(/[?#].*/s, "");
}

function toPairs({ headers = {}, multiValueHeaders = {} }: LambdaAnswer): [string, string][] {
  const lists = Object.entries(multiValueHeaders).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return [...Object.entries(headers), ...lists];
}
