// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { createEventNameReader, type BasePath } from "../receiver/http.js";
import { defineAdapter, type RawResponse, type Receiver } from "../receiver/index.js";

export * from "../receiver/index.js";
export type { MplusOptionsWithPath as MplusOptions } from "../receiver/index.js";

/** The parts of an event that are used, from API Gateway (formats 1.0 and 2.0), a function URL or a load balancer. */
export interface LambdaEvent {
  /** Format 1.0 and load balancers. */
  readonly httpMethod?: string;
  readonly path?: string;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[] | undefined>> | null | undefined;
  /** Format 2.0 and function URLs. */
  readonly rawPath?: string;
  readonly headers?: Readonly<Record<string, string | undefined>> | null | undefined;
  readonly body?: string | null | undefined;
  readonly isBase64Encoded?: boolean;
  readonly requestContext?: LambdaRequestContext;
}

/** The source of an event. */
export interface LambdaRequestContext {
  readonly requestId?: string;
  /** Format 2.0 and function URLs. */
  readonly http?: { readonly method: string };
  /** Load balancers. */
  readonly elb?: unknown;
}

/** An answer that all of these sources accept. */
export interface LambdaAnswer {
  statusCode: number;
  headers?: Record<string, string>;
  multiValueHeaders?: Record<string, string[]>;
  body: string;
  isBase64Encoded: boolean;
}

/** The handler that Lambda calls. */
export interface MplusLambda {
  (event: LambdaEvent, context?: unknown): Promise<LambdaAnswer>;
  /** Refuses new requests with status 503; resolves when those in flight are answered. */
  close(): Promise<void>;
}

/**
 * Creates the handler: `export const handler = createMplusLambda({ … })`.
 * @throws Error with one sentence on the option that is wrong.
 */
export const createMplusLambda = /* @__PURE__ */ defineAdapter((receiver, { basePath }: BasePath) =>
  toLambda(receiver, basePath),
);

/** Puts a receiver into Lambda, with events below a path. */
export function toLambda(receiver: Receiver, basePath?: string): MplusLambda {
  const readEventName = createEventNameReader(basePath);
  const handle = async (event: LambdaEvent): Promise<LambdaAnswer> => {
    const { requestContext, httpMethod = "", rawPath, path, body, isBase64Encoded } = event;
    // Without `waitUntil`, because a function is frozen as soon as it has answered.
    const answer = await receiver.receive({
      method: requestContext?.http?.method ?? httpMethod,
      event: readEventName(rawPath ?? path) ?? "",
      header: (name) => getHeader(event, name),
      body: Buffer.from(body ?? "", isBase64Encoded === true ? "base64" : "utf8"),
    });
    return toAnswer(event, answer);
  };
  return Object.assign(handle, { close: () => receiver.close() });
}

/** Sources differ: header names as sent or in lower case, and all headers of a name or only the last. */
function getHeader({ headers, multiValueHeaders }: LambdaEvent, name: string): readonly string[] {
  // Where a test event has both, the lists may be empty.
  const hasLists = Object.keys(multiValueHeaders ?? {}).length > 0;
  const all: Readonly<Record<string, string | readonly string[] | undefined>> =
    (hasLists ? multiValueHeaders : headers) ?? {};
  const found = Object.entries(all).filter(([key]) => key.toLowerCase() === name);
  return found.flatMap(([, value]) => value ?? []);
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
