import { describe, expect, it, vi } from "vitest";
import * as web from "../../../../templates/copied/receiver/signature-web.js";
import { createStoredHandling } from "../../../../templates/copied/receiver/receiver.js";
import { sign } from "../../../../templates/copied/receiver/signature.js";
import { createMemoryInbox, createRun } from "../../../workbench/memory-inbox.js";
import { contract, createTestReceiver, goodBody, type Options, otherSecret, secret } from "../fixture.js";

// Replaces the receiver's module as `--crypto web` does. The tests still sign with the original.
vi.mock(import("../../../../templates/copied/receiver/signature.js"), async (load) => ({
  ...(await load()),
  findSigner: web.findSigner,
  signWith: web.signWith,
}));

describe("with web crypto, a receiver", () => {
  it.each([
    ["the new secret", sign(goodBody, secret), 200, []],
    ["the old secret", sign(goodBody, otherSecret), 200, ["the POS still signs with secret 2 of 2"]],
    ["a stranger's secret", sign(goodBody, Buffer.alloc(32, 9).toString("base64")), 400, undefined],
  ])("answers what was signed with %s", async (_name, signature, status, logged) => {
    const subscriptions = { "shop-12": { secret: [secret, otherSecret] } };
    const { send, messages } = createTestReceiver({ subscriptions });
    expect((await send({ headers: { "x-mplus-signature": signature } })).status).toBe(status);
    if (logged) expect(messages()).toEqual(logged);
  });

  it("seals what an inbox stores, and finds the seal broken if any field has changed", async () => {
    const inbox = createMemoryInbox();
    const codes: string[] = [];
    const queued: Options["queued"] = {
      scanCode: ({ request }) => void codes.push(request.scanCode.scannedCode),
    };
    const subscriptions = { "shop-12": { secret: [otherSecret, secret] } };
    const handle = createStoredHandling(contract, { subscriptions, handlers: {}, queued });
    await expect(createTestReceiver({ subscriptions, inbox, queued }).send()).rejects.toThrow("not signed");
    await inbox.handleAll(handle);
    expect(codes).toEqual(["8711111111111"]);
    const [stored] = inbox.events;
    if (stored === undefined) return expect.unreachable();
    for (const [name, value] of Object.entries(stored))
      await expect(handle({ ...stored, [name]: `${value} ` }, createRun()), name).rejects.toThrow();
    expect(codes).toHaveLength(1);
  });
});
