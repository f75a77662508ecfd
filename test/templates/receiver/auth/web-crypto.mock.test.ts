import { describe, expect, it, vi } from "vitest";
import * as web from "../../../../templates/copied/receiver/base/signature-web.js";
import { createStoredHandling } from "../../../../templates/copied/receiver/protocol/receiver.js";
import { sign } from "../../../../templates/copied/receiver/base/signature.js";
import { createMemoryInbox, createRun } from "../../../workbench/memory-inbox.js";
import { contract, createRequest, createTestReceiver, goodBody, type Options } from "../fixture.js";
import { otherSecret, secret, strangersSecret } from "../fixture.js";

// Replaces the receiver's module as `--crypto web` does. The tests still sign with the original.
vi.mock(import("../../../../templates/copied/receiver/base/signature.js"), async (load) => ({
  ...(await load()),
  findSigner: web.findSigner,
  signWith: web.signWith,
}));

describe("with web crypto, a receiver", () => {
  it.each([
    ["the new secret", secret, 200, []],
    ["the old secret", otherSecret, 200, ["the POS still signs with secret 2 of 2"]],
    ["another secret", strangersSecret, 400, ["request rejected: the signature does not match the body"]],
  ])("answers a body that was signed with %s while keys rotate", async (_name, key, status, logged) => {
    const subscriptions = { "shop-12": { secret: [secret, otherSecret] } };
    const { receiver, messages } = createTestReceiver({ subscriptions });
    const request = createRequest({ headers: { "x-mplus-signature": sign(goodBody, key) } });
    const answer = await receiver.receive(request);
    expect(answer.status).toBe(status);
    // The till may know only one of the secrets.
    expect(answer.headers["X-Mplus-Signature"]).toBe(status === 200 ? sign(answer.body, key) : undefined);
    expect(messages()).toEqual(logged);
  });

  it("seals events for an inbox, and finds the seal broken if any part has changed", async () => {
    const inbox = createMemoryInbox();
    const codes: string[] = [];
    const queued: Options["queued"] = {
      scanCode: ({ request }) => void codes.push(request.scanCode.scannedCode),
    };
    const subscriptions = { "shop-12": { secret: [otherSecret, secret] } };
    const handle = createStoredHandling(contract, { subscriptions, handlers: {}, queued });
    await createTestReceiver({ subscriptions, inbox, queued }).send();
    await inbox.handleAll(handle);
    const [stored] = inbox.events;
    for (const [name, value] of Object.entries(stored ?? {}))
      await expect(handle({ ...stored, [name]: `${value} ` } as never, createRun()), name).rejects.toThrow();
    expect(codes).toEqual(["8711111111111"]);
  });
});
