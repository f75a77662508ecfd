import { post, type PostResult } from "../till/wire/post.js";

/** A request as it goes over the wire. */
export interface Wire {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What was sent, and what came of it. */
export interface Glimpse {
  readonly sent: Wire;
  readonly result: PostResult;
}

/** Stands where the network is, for a till: sees the bytes that it sends and gets. */
export interface Watch {
  readonly fetch: typeof fetch;
  /** Everything that was sent, the oldest first. */
  glimpses(): Promise<readonly Glimpse[]>;
}

/** What happens on the way. */
export interface Changes {
  /** To the first request; what follows it, such as a report, is left as it is. */
  readonly request?: ((wire: Wire) => Wire) | undefined;
  /** To answers. Only the till gets the changed one; the glimpse has what came. */
  readonly answer?: ((result: PostResult) => PostResult) | undefined;
}

/** Watches what a till sends and gets. */
export function startWatch({ request = keep, answer = keep }: Changes = {}): Watch {
  const glimpses: Promise<Glimpse>[] = [];
  const carry: typeof fetch = async (input, init) => {
    const wire = await readWire(input, init);
    const sent = glimpses.length === 0 ? request(wire) : wire;
    const signal = init?.signal ?? undefined;
    // The till's own deadline is the one that counts: it comes by the signal.
    const glimpse = post({ ...sent, signal, deadline: longest }).then((result) => ({ sent, result }));
    glimpses.push(glimpse);
    const { result } = await glimpse;
    return toResponse(answer(result));
  };
  return { fetch: carry, glimpses: () => Promise.all(glimpses) };
}

const keep = <T>(value: T): T => value;

/** The longest time that a timer takes, in milliseconds. */
const longest = 2 ** 31 - 1;

/** Reads a request that `fetch` was asked to make. */
export async function readWire(input: Parameters<typeof fetch>[0], init: RequestInit = {}): Promise<Wire> {
  const url = input instanceof Request ? input.url : String(input);
  const body = new Uint8Array(await new Response(init.body ?? null).arrayBuffer());
  const headers = Object.fromEntries(new Headers(init.headers));
  return { url, headers, body };
}

function toResponse(result: PostResult): Response {
  if (result.kind === "none") throw new Error(result.cause.message, { cause: result.cause });
  const { status, headers, body } = result;
  return new Response(isWithoutBody(status) ? null : new Uint8Array(body), { status, headers });
}

const isWithoutBody = (status: number): boolean => [204, 205, 304].includes(status);
