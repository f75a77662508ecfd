import type { Call } from "../examination.js";
import { hmac, key, receiver, secret, subscription } from "./receiver.js";
import { http, type Answer, type Start } from "./serve.js";

/** A faulty receiver, and all findings that the doctor should report: probe ids and observations. */
export interface SickReceiver extends Call {
  readonly name: string;
  readonly start: Start;
  readonly wrong?: Readonly<Record<string, string>>;
  readonly advice?: Readonly<Record<string, string>>;
}

/** A receiver that signs nothing, and accepts only signatures made with `make`. */
const takesOnly = (name: string, make: (body: Buffer) => string, way: string): SickReceiver => ({
  name,
  start: http(
    receiver({
      refuse: ({ headers, body }) =>
        headers["x-mplus-signature"] === make(body) ? undefined : "INVALID_SIGNATURE",
      send: (outgoing) => ({ ...outgoing, headers: { "content-type": "application/json" } }),
    }),
  ),
  wrong: { event: refusedSignature, "way-of-signing": way },
});

const before = (refuse: (incoming: Parameters<Answer>[0]) => number | undefined): Start =>
  http((incoming) => {
    const status = refuse(incoming);
    return status === undefined ? receiver()(incoming) : { status, headers: {}, body: "" };
  });

const good = http(receiver());

const refusedSignature =
  "The receiver rejects the signature (INVALID_SIGNATURE): it has another secret, or does not verify the raw bytes with the decoded secret.";
const otherBytes =
  "The receiver rejects the signature (INVALID_SIGNATURE) even though it has the secret: it does not verify the bytes that were sent.";

const signedRejection =
  "It signs the rejection of an event with a wrong signature: a stranger could post this text back to you as a valid request.";

const takenUnsigned = "It accepts the event: anyone who knows the URL can pretend to be your POS.";

const seenOnce = (): Start => {
  const seen = new Set<string>();
  return before(({ body }) => {
    const text = body.toString();
    if (seen.has(text)) return 409;
    seen.add(text);
    return undefined;
  });
};

const counting = (): Start => {
  let count = 0;
  return http(receiver({ answer: () => `{"scanCode":{"recognized":true,"relationNumber":${++count}}}` }));
};

/** Handles one event at a time. The first of two waits until the second was rejected. */
function oneAtATime(): Pick<SickReceiver, "start" | "onSend"> {
  let sent = 0;
  let isBusy = false;
  let open = (): void => undefined;
  const refused = new Promise<void>((resolve) => (open = resolve));
  return {
    onSend: () => (sent += 1),
    start: http(async (incoming) => {
      const isAlone = sent < 2 && !isBusy;
      sent = 0;
      if (isAlone) return receiver()(incoming);
      if (isBusy) {
        isBusy = false;
        open();
        return { status: 503, headers: {}, body: "" };
      }
      isBusy = true;
      await refused;
      return receiver()(incoming);
    }),
  };
}

export const sickReceivers: readonly SickReceiver[] = [
  { name: "nothing is wrong", start: good },
  {
    name: "it verifies nothing",
    start: http(receiver({ refuse: () => undefined })),
    wrong: {
      unsigned: takenUnsigned,
      "other-secret":
        "It accepts the event without verifying the signature: anyone who knows the URL can pretend to be your POS.",
      "changed-byte": "It accepts the event: it does not verify the body that was sent.",
      "empty-signature": takenUnsigned,
      "broken-json": "It accepts the event.",
    },
    advice: {
      "other-subscription":
        "It accepts the event because the signature is right: it cannot tell two shops with the same secret apart.",
    },
  },
  {
    name: "it verifies a signature if there is one",
    start: http(
      receiver({
        refuse: ({ headers, body }, { sign }) =>
          headers["x-mplus-subscription-id"] !== subscription
            ? "INVALID_SUBSCRIPTION_ID"
            : ["", undefined, sign(body)].includes(headers["x-mplus-signature"] as string | undefined)
              ? undefined
              : "INVALID_SIGNATURE",
      }),
    ),
    wrong: {
      unsigned: takenUnsigned,
      "empty-signature": takenUnsigned,
      "broken-json": "It accepts the event.",
    },
  },
  {
    name: "it verifies a body that was parsed",
    start: http(
      receiver({
        signsAll: true,
        verified: (body) =>
          body.includes(":") ? Buffer.from(JSON.stringify(JSON.parse(body.toString()))) : body,
      }),
    ),
    wrong: {
      "raw-bytes": `It rejects the same JSON with other spaces and escapes: it does not verify the bytes that were sent. ${otherBytes}`,
    },
    advice: {
      large: `It rejects a large event. ${otherBytes}`,
      "signed-rejection": signedRejection,
    },
  },
  takesOnly(
    "it uses the text of the secret as the key",
    (body) => hmac(Buffer.from(secret), body).toString("base64"),
    "It accepts signatures made with the text of the secret as the key: decode the secret from base64 first.",
  ),
  takesOnly(
    "it expects hex",
    (body) => hmac(key, body).toString("hex"),
    "It accepts signatures made in hex: use base64.",
  ),
  takesOnly(
    "it verifies JSON that it serialized again",
    (body) => hmac(key, Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 2))).toString("base64"),
    "It accepts signatures made over bytes other than those sent: JSON serialized again, indented.",
  ),
  takesOnly(
    "it has another secret",
    (body) => hmac(Buffer.alloc(32, 1), body).toString("base64"),
    "It rejects every signature made with this secret.",
  ),
  {
    name: "it rejects unknown properties",
    start: before(({ body }) => (body.includes("ofALaterRelease") ? 400 : undefined)),
    advice: {
      "later-release":
        "It rejects a request with an unknown property: the next release of the POS could break your shop. The server rejects the request with status 400.",
    },
  },
  {
    name: "it reads at most 100 kB",
    start: before(({ body }) => (body.length > 100_000 ? 413 : undefined)),
    advice: {
      large: "It rejects a large event. A body of 262144 bytes is too large for the server (status 413).",
    },
  },
  {
    name: "it rejects a repeated event",
    start: seenOnce(),
    advice: { twice: "The second time, the status is 409." },
  },
  {
    name: "it handles a repeated event again",
    start: counting(),
    advice: { twice: "The second answer differs." },
  },
  {
    name: "it handles one event at a time",
    ...oneAtATime(),
    advice: { "at-once": "A proxy cannot reach the server behind it (status 503)." },
  },
  {
    name: "it fails or redirects instead of rejecting",
    start: before(({ headers, path }) =>
      headers["x-mplus-signature"] === ""
        ? 302
        : headers["x-mplus-signature"] === undefined || path.endsWith("LaterRelease")
          ? 500
          : undefined,
    ),
    wrong: {
      unsigned: "The server fails (status 500).",
      "empty-signature": "It redirects (status 302).",
    },
    advice: { "unknown-event": "The server fails (status 500)." },
  },
  {
    name: "it signs its answers to strangers",
    start: http(receiver({ signsAll: true })),
    advice: {
      "signed-rejection": signedRejection,
    },
  },
  {
    name: "it accepts its own answers as events",
    start: before(({ body }) => (body.toString() === "{}" ? 200 : undefined)),
    advice: {
      "no-event": "It accepts the body: a stranger could post one of your signed answers back to you.",
    },
  },
  {
    name: "it has no error reports",
    start: before(({ body }) => (body.includes('"original"') ? 404 : undefined)),
    wrong: { report: "It answers the report with status 404." },
  },
  {
    name: "the URL ends in a slash",
    start: good,
    path: "/mplus/",
    wrong: {
      "url-end": 'It ends in a slash, so the POS posts to "/mplus//…".',
      event: "The URL ends in a slash, so the POS posts to /mplus//scanCode and gets status 404.",
    },
  },
];
