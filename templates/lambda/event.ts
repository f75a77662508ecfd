/**
 * The parts of a Lambda event that are used: from API Gateway in its formats 1.0 and 2.0, from a function URL, and from
 * an application load balancer.
 */
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
