// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { createEventNameReader, type ReadEventName } from "../receiver/http/event-path.js";
import type { RawRequest, RawResponse } from "../receiver/api/raw-message.js";
import type { Receiver } from "../receiver/api/receiver.js";
import type { LambdaAnswer, LambdaEvent } from "./event.js";

/** The handler that Lambda calls. */
export interface MplusLambda {
  (event: LambdaEvent, context?: unknown): Promise<LambdaAnswer>;
  /** Refuses new requests with status 503; resolves when those in flight are answered. */
  close(): Promise<void>;
}

/** Creates a Lambda handler, with events below a path. */
export function toLambda(receiver: Receiver, basePath?: string): MplusLambda {
  const readEventName = createEventNameReader(basePath);
  const handle = async (event: LambdaEvent): Promise<LambdaAnswer> =>
    toAnswer(event, await receiver.receive(toRawRequest(event, readEventName)));
  return Object.assign(handle, { close: () => receiver.close() });
}

/** Without `waitUntil`, because a function is frozen as soon as it has answered. */
function toRawRequest(event: LambdaEvent, readEventName: ReadEventName): RawRequest {
  const { requestContext, httpMethod = "", rawPath, path, body, isBase64Encoded } = event;
  return {
    method: requestContext?.http?.method ?? httpMethod,
    event: readEventName(rawPath ?? path) ?? "",
    header: (name) => getHeader(event, name),
    body: Buffer.from(body ?? "", isBase64Encoded === true ? "base64" : "utf8"),
  };
}

/** Sources differ: header names as sent or in lower case, and all headers of a name or only the last. */
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
  // The connection belongs to the gateway, which refuses or renames this header.
  const headers = Object.entries(answer.headers).filter(([name]) => name !== "Connection");
  const rest = { statusCode, body, isBase64Encoded: false };
  // A load balancer that sends multi-value headers accepts nothing else.
  if (requestContext?.elb === undefined || !multiValueHeaders) {
    return { ...rest, headers: Object.fromEntries(headers) };
  }
  return { ...rest, multiValueHeaders: Object.fromEntries(headers.map(([name, value]) => [name, [value]])) };
}
