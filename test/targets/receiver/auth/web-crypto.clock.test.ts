import { describe, expect, it, vi } from "vitest";
import * as web from "../../../../templates/receiver/auth/signature-web.js";
import { createStoredHandling } from "../../../../templates/receiver/answer/handle-stored.js";
import { sign } from "../../../../templates/receiver/auth/signature.js";
import { createMemoryInbox, createRun } from "../../../workbench/memory-inbox.js";
import {
  contract,
  createRequest,
  createTestReceiver,
  goodBody,
  otherSecret,
  readAnswer,
  secret,
} from "../fixture.js";

// As `--crypto web` does it: the receiver gets the other file. What signs here stays as it is.
vi.mock(import("../../../../templates/receiver/auth/signature.js"), async (load) => ({
  ...(await load()),
  findSigner: web.findSigner,
  signWith: web.signWith,
}));

const stranger = Buffer.alloc(32, 9).toString("base64");

describe("with web crypto, a receiver", () => {
  it.each([
    { name: "the new secret", signature: sign(goodBody, secret), status: 200, logged: [] },
    {
      name: "the old secret",
      signature: sign(goodBody, otherSecret),
      status: 200,
      logged: ["the POS still signs with secret 2 of 2"],
    },
    { name: "another's secret", signature: sign(goodBody, stranger), status: 400 },
    { name: "nothing, in base64", signature: "AAAA", status: 400 },
    { name: "nothing, in no base64", signature: "?", status: 400 },
  ])("answers what was signed with $name", async ({ signature, status, logged }) => {
    const subscriptions = { "shop-12": { secret: [secret, otherSecret] } };
    const { receiver, lines } = createTestReceiver({ subscriptions });
    const response = await receiver.receive(createRequest({ headers: { "x-mplus-signature": signature } }));
    expect(readAnswer(response).status).toBe(status);
    if (logged) expect(lines.map(([, , message]) => message)).toEqual(logged);
  });

  it("tells subscriptions apart that share an id", async () => {
    const seen: unknown[] = [];
    const { receiver } = createTestReceiver({
      subscriptions: {
        "shop-12": [
          { secret: otherSecret, name: "Utrecht" },
          { secret, name: "Amsterdam" },
        ],
      },
      handlers: { scanCode: ({ subscriptionName }) => void seen.push(subscriptionName) },
    });
    await receiver.receive(createRequest());
    expect(seen).toEqual(["Amsterdam"]);
  });

  it("seals what an inbox stores, and finds the seal broken if any field has changed", async () => {
    const inbox = createMemoryInbox();
    const codes: string[] = [];
    const queued = {
      scanCode: ({ request }: { request: { scanCode: { scannedCode: string } } }) =>
        void codes.push(request.scanCode.scannedCode),
    };
    const subscriptions = { "shop-12": { secret: [otherSecret, secret] } };
    await createTestReceiver({ subscriptions, inbox, queued }).receiver.receive(createRequest());
    const handle = createStoredHandling(contract, { subscriptions, handlers: {}, queued });
    await inbox.handleAll(handle);
    expect(codes).toEqual(["8711111111111"]);
    const [stored] = inbox.events;
    if (stored === undefined) return expect.unreachable();
    for (const [name, value] of Object.entries(stored)) {
      await expect(handle({ ...stored, [name]: `${value} ` }, createRun()), name).rejects.toThrow();
    }
    expect(codes).toHaveLength(1);
  });
});
