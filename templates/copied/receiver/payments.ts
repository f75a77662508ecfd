/** The pace of a long poll, in milliseconds. */
export interface LongPollOptions {
  /** The pause between two checks. */
  readonly every: number;
  /** How long the POS is kept waiting before it is told to ask again. */
  readonly holdFor: number;
  /** The handler's `signal`: the wait ends when the POS has gone. */
  readonly signal: AbortSignal;
}

/**
 * Checks for a result again and again. A POS that gets `polling: { finished: false }` asks again at once, so the
 * answer has to be held back.
 * @returns The first result that is not undefined; undefined if the time is over or the POS has gone.
 */
export async function longPoll<T>(
  check: (signal: AbortSignal) => T | undefined | Promise<T | undefined>,
  { every, holdFor, signal }: LongPollOptions,
): Promise<T | undefined> {
  const end = performance.now() + holdFor;
  for (;;) {
    if (signal.aborted) return undefined;
    const result = await check(signal);
    const left = end - performance.now();
    // Timers may be a millisecond early.
    if (result !== undefined || left < 1) return result;
    await pause(Math.min(every, left), signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}

/** Which origins may be called, and for how long to wait. */
export interface CallBackOptions {
  /** The origins that may be called, such as `https://pos.example.com`. */
  readonly allowOrigins: readonly string[];
  /** The vendor does not document the method. Default: `GET`. */
  readonly method?: "GET" | "POST" | undefined;
  /** In milliseconds. Default: 5000. */
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Calls the `callbackUrl` of an external payment, once its outcome is known, so that the POS does not have to poll
 * for it. The URL comes with a request: only origins that you name are called, and redirects are not followed.
 * @returns Whether the answer had a status from 200 to 299; the POS goes on polling either way.
 * @throws Error if the text is not a URL, or its origin is not allowed.
 */
export async function callBack(url: string, options: CallBackOptions): Promise<boolean> {
  const { allowOrigins, method = "GET", timeout = 5000, signal } = options;
  const target = checkUrl(url, allowOrigins);
  const limit = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(target, {
      method,
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    // The body is not needed; left unread it would keep the connection open.
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

function checkUrl(url: string, allowOrigins: readonly string[]): URL {
  if (!URL.canParse(url)) throw new Error("the callbackUrl is not a URL");
  const target = new URL(url);
  if (target.username !== "" || target.password !== "") {
    throw new Error("the callbackUrl has a user name or a password");
  }
  if (!allowOrigins.map(readOrigin).includes(target.origin)) {
    throw new Error(`the origin of the callbackUrl, ${target.origin}, is not one of allowOrigins`);
  }
  return target;
}

function readOrigin(text: string): string {
  if (!URL.canParse(text)) throw new Error(`allowOrigins: ${JSON.stringify(text)} is not an origin`);
  return new URL(text).origin;
}
