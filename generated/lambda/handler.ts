// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { createReadEvent, type ReadEvent } from "../receiver/event-path.js";
import type { RawRequest, RawResponse } from "../receiver/raw-message.js";
import type { Receiver } from "../receiver/receiver.js";
import type { LambdaAnswer, LambdaEvent } from "./event.js";

/** What Lambda calls. */
export interface MplusLambda {
  (event: LambdaEvent, context?: unknown): Promise<LambdaAnswer>;
  /** Refuses new requests with status 503; resolves when those under way are answered. */
  close(): Promise<void>;
}

/** Makes a receiver into a handler of Lambda's, with events below a path. */
export function toLambda(receiver: Receiver, basePath?: string): MplusLambda {
  const readEvent = createReadEvent(basePath);
  const handle = async (event: LambdaEvent): Promise<LambdaAnswer> =>
    toAnswer(event, await receiver.receive(toRawRequest(event, readEvent)));
  return Object.assign(handle, { close: () => receiver.close() });
}

/** No `waitUntil`: a function is frozen as soon as it has answered. */
function toRawRequest(event: LambdaEvent, readEvent: ReadEvent): RawRequest {
  const { requestContext, httpMethod = "", rawPath, path, body, isBase64Encoded } = event;
  return {
    method: requestContext?.http?.method ?? httpMethod,
    event: readEvent(rawPath ?? path) ?? "",
    header: (name) => getHeader(event, name),
    body: Buffer.from(body ?? "", isBase64Encoded === true ? "base64" : "utf8"),
  };
}

/** Some events hold each header as it was spelt, some in lower case; some all of one name, some the last. */
function getHeader({ headers, multiValueHeaders }: LambdaEvent, name: string): readonly string[] | undefined {
  const all: Readonly<Record<string, string | readonly string[] | undefined>> =
    multiValueHeaders ?? headers ?? {};
  const found = Object.entries(all)
    .filter(([key]) => key.toLowerCase() === name)
    .flatMap(([, value]) => value ?? []);
  return found.length === 0 ? undefined : found;
}

function toAnswer({ requestContext, multiValueHeaders }: LambdaEvent, answer: RawResponse): LambdaAnswer {
  const { status: statusCode, body } = answer;
  // The connection is the gateway's: it refuses or renames what a function says about it.
  const headers = Object.entries(answer.headers).filter(([name]) => name !== "Connection");
  const rest = { statusCode, body, isBase64Encoded: false };
  // A load balancer that sends lists takes nothing else.
  if (requestContext?.elb === undefined || !multiValueHeaders) {
    return { ...rest, headers: Object.fromEntries(headers) };
  }
  return { ...rest, multiValueHeaders: Object.fromEntries(headers.map(([name, value]) => [name, [value]])) };
}
