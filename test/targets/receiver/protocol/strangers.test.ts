import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { refusals } from "../../../../templates/receiver/http/refusal.js";
import { createTestReceiver } from "../fixture.js";
import { canary, formatRefusals, strangersRefusals, strangersRequest } from "./strangers.js";

const plain = (text: string): string => text.replaceAll(/ {2,}/g, " ");
const told = plain(readFileSync(new URL("../../../../SECURITY.md", import.meta.url), "utf8"));

describe("what a sender without the secret is told", () => {
  it.each(strangersRefusals.map((each) => [each.what, each] as const))("of %s", async (_what, refusal) => {
    const { request = {}, options = {}, isClosing = false, status, code, message, headers } = refusal;
    const { receiver } = createTestReceiver({
      handlers: { scanCode: () => expect.fail("a handler ran") },
      onError: () => expect.fail("onError ran"),
      ...options,
    });
    if (isClosing) await receiver.close();
    const answer = await receiver.receive(strangersRequest(request));
    expect(answer).toEqual({
      status,
      headers: { "Content-Type": "application/json", "Cache-Control": "no-transform", ...headers },
      body: JSON.stringify({ error: { code, message } }),
    });
    expect(JSON.stringify(answer)).not.toContain(canary);
  });

  it("has a line in SECURITY.md for each refusal", () => {
    expect(formatRefusals().filter((row) => !told.includes(plain(row)))).toEqual([]);
    expect(new Set(strangersRefusals.map(({ what }) => what)).size).toBe(strangersRefusals.length);
  });
});

describe("what a sender with the secret is told", () => {
  it.each(Object.entries(refusals))("has a line in SECURITY.md: %s", (_name, { status, code, message }) => {
    expect(told).toContain(`| ${status} | \`${code}\` | ${message} |`);
  });
});
