import { createHmac } from "node:crypto";
import { decodeSecret } from "../../till/wire/sign.js";
import { amiss, type Bench, type Earlier, type Observation, type Probe } from "../probe.js";
import { rewritings } from "../../till/wire/rewritten-bodies.js";
import { withSignature } from "../wire.js";

/** What only those need to know whose signatures are refused. */
export const wayOfSigningProbe: Probe = {
  id: "way-of-signing",
  question: "Which signature does it take, if not this one?",
  basis: "documented",
  needs: ["http"],
  ask: findWayOfSigning,
};

/** Only asked where the right signature was refused, or where nobody said why. */
async function findWayOfSigning(bench: Bench, earlier: Earlier): Promise<Observation | undefined> {
  const fault = earlier.get("event")?.fault ?? "";
  if (!["signature-refused", "access", "refused-by-receiver", "status"].includes(fault)) return undefined;
  for (const [words, make] of waysOfSigning)
    if (await isTaken(bench, make))
      return amiss(`It takes signatures made ${words}.`, "Make the key and the signature as documented.");
  if (fault !== "signature-refused") return undefined;
  return amiss(
    "None that is made with this secret.",
    "Give both sides the same secret, and verify the bytes that came.",
  );
}

type MakeSignature = (body: Uint8Array, secret: string) => string;

async function isTaken({ send, secret }: Bench, make: MakeSignature): Promise<boolean> {
  const { glimpse } = await send((wire) => withSignature(wire, make(wire.body, secret)));
  return glimpse.result.kind === "reply" && glimpse.result.status < 300;
}

/** Wrong ways to sign that servers are written for, in words that follow "It takes signatures made". */
const waysOfSigning: readonly (readonly [string, MakeSignature])[] = [
  [
    "with the text of the secret as the key: decode it from base64 first",
    (body, secret) => hmac(Buffer.from(secret), body, "base64"),
  ],
  ["in hex: they are base64", (body, secret) => hmac(decodeSecret(secret), body, "hex")],
  [
    "in hex, with the text of the secret as the key: they are base64, and the key is the decoded secret",
    (body, secret) => hmac(Buffer.from(secret), body, "hex"),
  ],
  ...rewritings.map(([how, rewrite]): readonly [string, MakeSignature] => [
    `over other bytes than came: ${how}`,
    (body, secret) => hmac(decodeSecret(secret), rewrite(body) ?? body, "base64"),
  ]),
];

const hmac = (key: Uint8Array, body: Uint8Array, encoding: "base64" | "hex"): string =>
  createHmac("sha256", key).update(body).digest(encoding);
