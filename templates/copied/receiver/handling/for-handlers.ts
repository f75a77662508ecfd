import type { CallBackOptions, LongPollOptions } from "../base/options.js";

/**
 * Checks repeatedly for a result. A POS that gets `polling: { finished: false }` asks again at once, so hold the answer
 * back.
 * @returns The first result that is not undefined; undefined if the time is up or the POS is gone.
 */
export async function longPoll<T>(
  check: (signal: AbortSignal) => T | undefined | Promise<T | undefined>,
  { every, holdFor, signal }: LongPollOptions,
): Promise<T | undefined> {
  const end = performance.now() + holdFor;
  while (!signal.aborted) {
    const result = await check(signal);
    const left = end - performance.now();
    // Timers may fire a millisecond early.
    if (result !== undefined || left < 1) return result;
    await pause(Math.min(every, left), signal);
  }
  return undefined;
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

/**
 * Calls the `callbackUrl` of an external payment once its outcome is known, so that the POS need not wait for its next
 * poll. The URL comes from a request, so only allowed origins are called, and redirects are not followed.
 * @returns True for a status from 200 to 299. The POS keeps polling either way.
 * @throws Error if the text is not a URL or its origin is not allowed.
 */
export async function callBack(url: string, options: CallBackOptions): Promise<boolean> {
  const { allowOrigins, method = "GET", timeout = 5000, signal } = options;
  const target = checkUrl(url, allowOrigins);
  const limit = AbortSignal.timeout(timeout);
  const end = signal ? AbortSignal.any([signal, limit]) : limit;
  try {
    const response = await fetch(target, { method, redirect: "manual", signal: end });
    // An unread body would keep the connection open.
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

function checkUrl(url: string, allowOrigins: readonly string[]): URL {
  if (!URL.canParse(url)) throw new Error("the callbackUrl is not a URL");
  const target = new URL(url);
  if (target.username !== "" || target.password !== "")
    throw new Error("the callbackUrl has a user name or a password");
  const origins = allowOrigins.map((text) => {
    if (!URL.canParse(text)) throw new Error(`allowOrigins: ${JSON.stringify(text)} is not an origin`);
    return new URL(text).origin;
  });
  if (!origins.includes(target.origin))
    throw new Error(`the origin of the callbackUrl, ${target.origin}, is not in allowOrigins`);
  return target;
}
