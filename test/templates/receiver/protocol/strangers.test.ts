import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createUnreadableBody } from "../../../../templates/copied/receiver/http.js";
import { refusals } from "../../../../templates/copied/receiver/http.js";
import {
  type Change,
  createEndlessBody,
  createRequest,
  createTestReceiver,
  type Options,
  otherSecret,
  signedHeaders,
} from "../fixture.js";

const page = readFileSync(new URL("../../../../docs/receiver.md", import.meta.url), "utf8").replaceAll(
  / {2,}/g,
  " ",
);
const section = /^## Answers to a stranger$.*?(?=^## )/ms.exec(page)?.[0] ?? "";
/** The rows of its table: every answer to unverified senders, and its cause. */
const told = [...section.matchAll(/^\| (.+) \| (\d+) \| `(\w+)` \| (.+) \| (?:`(\w+): (\w+)` )?\|$/gm)];

/** A word in every place that a sender without the secret controls. */
const canary = "CANARY-8711234567890";
const madeUp = JSON.stringify({
  event: { eventBlocking: true, eventCounter: 1, [canary]: canary },
  sender: { branchNumber: 1, workplaceNumber: canary },
  scanCode: { scannedCode: canary, codeType: canary },
  [canary]: { error: { code: canary, message: canary }, original: {} },
});
const signed = signedHeaders(madeUp)["x-mplus-signature"];
const endless = createEndlessBody([Buffer.from(madeUp)]);

async function* breakOff(): AsyncIterable<Uint8Array> {
  yield Buffer.from(madeUp);
  await Promise.reject(new Error(canary));
}

const withSignature = (signature?: string | string[]) => ({ headers: { "x-mplus-signature": signature } });
const withId = (id?: string) => ({ headers: { "x-mplus-subscription-id": id } });
/** A wrong result of a look-up function. */
const found = (subscription: unknown) => ({
  subscriptions: (() => subscription) as unknown as Options["subscriptions"],
});

/** Cases for each row but the last. The part before a colon names the row. */
const strangers: Readonly<Record<string, readonly [request: Change, options?: Partial<Options>]>> = {
  "a receiver that is shutting down": [{}],
  "a method other than POST": [{ method: canary }],
  "a path that names no event": [{ event: canary }],
  "a body over the limit: its announced length": [
    { headers: { "content-length": "1048577" }, body: endless },
  ],
  "no subscription": [withId()],
  "an unknown subscription": [withId(canary)],
  "a failed lookup of the subscription: it rejects": [
    {},
    { subscriptions: () => Promise.reject(new Error(canary)) },
  ],
  "a failed lookup of the subscription: it finds a number": [{}, found(12)],
  "a failed lookup of the subscription: it finds an invalid secret": [{}, found({ secret: canary })],
  "a body with a content encoding": [{ headers: { "content-encoding": canary } }],
  "a body over the limit: its bytes": [{}, { bodyLimit: 100 }],
  "a body that does not arrive in time": [{ body: endless }, { bodyTimeout: 5 }],
  "a body that breaks off: it ends too early": [{ body: breakOff() }],
  "a body that breaks off: the sender has disconnected": [
    { body: endless, signal: AbortSignal.abort(new Error(canary)) },
  ],
  "a body that something else has already read": [{ body: createUnreadableBody(canary) }],
  "no signature": [withSignature()],
  "a wrong signature: malformed": [withSignature(canary)],
  "a wrong signature: of another body": [withSignature(signedHeaders("{}")["x-mplus-signature"])],
  "a wrong signature: with another secret": [
    withSignature(signedHeaders(madeUp, otherSecret)["x-mplus-signature"]),
  ],
  "a wrong signature: one of several": [withSignature([signed, canary])],
};

const lineOf = (what: string): string => what.split(": ")[0] ?? "";

describe("what a sender without the secret is told", () => {
  it.each(Object.entries(strangers))("of %s", async (what, [{ headers, ...change }, options]) => {
    const { receiver, lines } = createTestReceiver({
      handlers: { scanCode: () => expect.fail("a handler ran") },
      onError: () => expect.fail("onError ran"),
      ...options,
    });
    if (what.endsWith("shutting down")) await receiver.close();
    const all = { accept: canary, [canary]: canary, ...headers };
    const answer = await receiver.receive(createRequest({ body: madeUp, ...change, headers: all }));
    const [, , status, code, message, header, value] = told.find((line) => line[1] === lineOf(what)) ?? [];
    expect(answer).toEqual({
      status: Number(status),
      headers: {
        "Content-Type": "application/json",
        "Cache-Control": "no-transform",
        ...(header && { [header]: value }),
      },
      body: JSON.stringify({ error: { code, message } }),
    });
    expect(JSON.stringify(answer)).not.toContain(canary);
    expect(lines.filter(([level]) => level === "error")).toHaveLength(status === "500" ? 1 : 0);
  });

  it("is all in docs/receiver.md, and nothing else is", () => {
    const lines = new Set(Object.keys(strangers).map(lineOf));
    const last = "the oldest of too many unfinished bodies";
    expect(told.map(([, what]) => what)).toEqual([...lines, last]);
  });
});

it.each(Object.entries(refusals))(
  "docs/receiver.md has a line for %s",
  (_name, { status, code, message }) => {
    expect(page).toContain(`| ${status} | \`${code}\` | ${message} |`);
  },
);
