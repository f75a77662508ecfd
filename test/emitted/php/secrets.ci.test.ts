import { spawn } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { canary, scan } from "../../conformance/requests.js";
import { otherSecret, secret, signatureOf } from "../../conformance/signature.js";
import { findSecret } from "../../fuzz/find-secret.js";
import { needs, withReason } from "../../workbench/tools.js";
import { program, writePhp } from "./pair.js";

const missing = needs("php");
let code: string;

beforeAll(async () => {
  if (missing === undefined) code = await writePhp({ range: "48.." });
});

/** What each fault must print, so that the test knows that it has happened. */
const faults: Readonly<Record<string, string>> = {
  "a handler that throws": "request failed with status 500: handler",
  "a type error": "must be of type int, string given",
  "a wrong property of a model": "must be of type bool, string given",
  "an invalid answer": "must be an array",
  "an invalid text": "the text is not UTF-8",
  "an onError that throws": "request failed with status 500: hook",
  "a memory that throws": "repeats are handled again: away",
  "a memory whose folder is a file": "cannot be opened",
  "a memory that is too small": "a text is too long",
  "a memory": "a hook threw",
  "a secret with a space": "has white space in or around it",
  "a secret that is no base64": "is not canonical base64",
  "a short secret": "at least 16 are needed",
  "two subscriptions with one secret": "have the same secret",
  "a secret that is a list of lists": "must be a string",
  "a wrong version": "is not a release",
  "a subscription that is none": "must be of type",
  "a look-up that throws": "subscription unavailable: look-up",
  "a look-up that returns no subscription": "it is not a Subscription",
  "a look-up of a bad secret": "has white space in or around it",
  "a wrong option": "unsupported must be",
};

const sign = (body: string, more: object = {}) => ({
  headers: {
    "x-mplus-subscription-id": "shop-12",
    "x-mplus-signature": signatureOf(body),
    "content-type": "application/json",
    ...more,
  },
  body,
});

const good = JSON.stringify(scan({ unknown: { [canary.toLowerCase()]: canary } }));
const withSecret = JSON.stringify(scan({ dialog: secret }));

/** Requests whose parts may not be logged: the secret in place of every setting that a user may confuse it with. */
const requests = [
  sign(good),
  sign(JSON.stringify(scan({}, { eventCounter: canary }))),
  sign(withSecret),
  sign(good.slice(0, -1)),
  sign(JSON.stringify({ error: { code: canary, message: secret }, original: { [canary]: canary } })),
  ...[
    "x-mplus-subscription-id",
    "x-mplus-signature",
    "content-type",
    "content-encoding",
    "content-length",
  ].flatMap((name) => [secret, otherSecret, canary].map((value) => sign(good, { [name]: value }))),
];

const settings = [
  "zend.exception_ignore_args=0",
  "zend.exception_string_param_max_len=1000000",
  "display_errors=1",
  "html_errors=0",
  "log_errors=1",
  "error_log=",
];

/** Everything that PHP writes: to the log, as errors, and what the logger prints. */
function runFault(name: string, isPrinted: boolean): Promise<string> {
  const args = [...settings.flatMap((each) => ["-d", each]), program("faults.php"), code, name];
  return new Promise((resolve, reject) => {
    const child = spawn("php", args);
    let text = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (part: string) => (text += part));
    child.stdin.on("error", () => undefined).end(JSON.stringify({ secret, requests, isPrinted }));
    child.on("error", reject).on("close", () => resolve(text));
  });
}

/**
 * Without what PHP shows of calls by the user's code, and of calls of it: only the user can hide these arguments. The
 * receiver's own functions are searched, wherever they are called.
 */
const withoutUsersCalls = (text: string): string =>
  text.replace(/^#\d+ .*(?:faults\.php\(\d+\): (?!Mplus\\Receiver)|: \{closure\}\().*$/gm, "#");

/** PHP quotes keys of the memory, which are digests. They sign no request. */
const withoutKeys = (text: string): string =>
  text.replace(/'[A-Za-z0-9+/]{22}\.[A-Za-z0-9+/]{43}='/g, "'KEY'");

describe.skipIf(missing)(withReason("PHP writes no secret, signature or part of a body for", missing), () => {
  it.each(Object.entries(faults))("%s", async (name, said) => {
    for (const isPrinted of [true, false]) {
      const text = await runFault(name, isPrinted);
      expect(text).toContain(said);
      expect(findSecret(withoutKeys(withoutUsersCalls(text))), text.slice(0, 4000)).toBeUndefined();
      // Half a secret is too much.
      expect(withoutUsersCalls(text)).not.toContain(secret.slice(0, 12));
    }
  });
});
