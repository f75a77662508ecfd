/** Whom to call, and for how long to wait. */
export interface CallBackOptions {
  /** The origins that may be called, such as `https://pos.example.com`. */
  readonly allowOrigins: readonly string[];
  /** The vendor does not say which. Default: `GET`. */
  readonly method?: "GET" | "POST" | undefined;
  /** In milliseconds. Default: 5000. */
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Calls the `callbackUrl` of an external payment, once its outcome is known, so that the POS does not have to poll
 * for it. The URL comes with a request: only origins that you name are called, and redirects are not followed.
 * @returns Whether the answer had a status from 200 to 299; whatever it was, the POS polls all the same.
 * @throws Error when the URL is none, or its origin is not allowed.
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
    // Nobody needs what it says; left unread it would hold the connection.
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
    throw new Error("the callbackUrl holds a user name or a password");
  }
  if (!allowOrigins.map(readOrigin).includes(target.origin)) {
    throw new Error(`the callbackUrl leads to ${target.origin}, which is not one of allowOrigins`);
  }
  return target;
}

function readOrigin(text: string): string {
  if (!URL.canParse(text)) throw new Error(`allowOrigins: ${JSON.stringify(text)} is no origin`);
  return new URL(text).origin;
}
