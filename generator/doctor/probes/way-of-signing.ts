import { createHmac } from "node:crypto";
import { decodeSecret } from "../../till/wire/sign.js";
import { amiss, type Bench, type Earlier, type Observation, type Probe } from "../probe.js";
import { withSignature } from "../wire.js";

/** What only those need to know whose signatures are refused. */
export const wayOfSigningProbe: Probe = {
  id: "way-of-signing",
  question: "Which signature does it take, if not this one?",
  basis: "documented",
  needs: ["http"],
  ask: findWayOfSigning,
};

/** Only asked where the right signature was refused. */
async function findWayOfSigning(bench: Bench, earlier: Earlier): Promise<Observation | undefined> {
  const fault = earlier.get("event")?.fault ?? "";
  if (!["signature-refused", "access", "refused-by-receiver", "status"].includes(fault)) return undefined;
  for (const [words, make] of waysOfSigning) {
    const { glimpse } = await bench.send((wire) => withSignature(wire, make(wire.body, bench.secret)));
    if (glimpse.result.kind === "reply" && glimpse.result.status < 300)
      return amiss(`It takes signatures made ${words}.`, "Make the key and the signature as documented.");
  }
  return amiss(
    "None that is made with this secret.",
    "Give both sides the same secret, and verify the bytes that came.",
  );
}

/** Wrong ways to sign that servers are written for, in words that follow "It takes signatures made". */
const waysOfSigning: readonly (readonly [string, (body: Uint8Array, secret: string) => string])[] = [
  [
    "with the text of the secret as the key: decode it from base64 first",
    (body, secret) => hmac(Buffer.from(secret), body, "base64"),
  ],
  ["in hex: they are base64", (body, secret) => hmac(decodeSecret(secret), body, "hex")],
  [
    "in hex, with the text of the secret as the key: they are base64, and the key is the decoded secret",
    (body, secret) => hmac(Buffer.from(secret), body, "hex"),
  ],
];

const hmac = (key: Uint8Array, body: Uint8Array, encoding: "base64" | "hex"): string =>
  createHmac("sha256", key).update(body).digest(encoding);
