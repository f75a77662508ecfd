/** A request as it came in, whatever the framework. */
export interface RawRequest {
  /** HTTP method, in upper case. */
  readonly method: string;
  /** The last segment of the URL's path, not decoded: the name of the event. */
  readonly event: string;
  /** Reads a header by its name in lower case; several headers of one name may come as a list. */
  header(name: string): string | readonly string[] | undefined;
  /** The bytes as sent, never decoded or serialised again, because the signature is over them. */
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
  /** Aborts when the client has gone; handlers get it. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Keeps the platform running for work that goes on after the answer. Left out where the platform stops once it has
   * answered (a frozen function): then the answer waits for the work.
   */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
}

/** An answer to be sent as it is: the signature in its headers is over the UTF-8 bytes of its body. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}
