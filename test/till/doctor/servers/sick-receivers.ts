import type { Call } from "../examination.js";
import { hmac, key, receiver, secret, subscription } from "./receiver.js";
import { http, type Answer, type Start } from "./serve.js";

/** A receiver with a weakness, and all that the doctor finds amiss: ids of questions, with what was seen. */
export interface SickReceiver extends Call {
  readonly name: string;
  readonly start: Start;
  readonly wrong?: Readonly<Record<string, string>>;
  readonly advice?: Readonly<Record<string, string>>;
}

/** Signs nothing, and takes only signatures that are made in its own way. */
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

/** Something that happens before a good receiver gets the request. */
const before = (refuse: (incoming: Parameters<Answer>[0]) => number | undefined): Start =>
  http((incoming) => {
    const status = refuse(incoming);
    return status === undefined ? receiver()(incoming) : { status, headers: {}, body: "" };
  });

const good = http(receiver());

const refusedSignature =
  "The receiver refuses the signature (INVALID_SIGNATURE): it has another secret, or does not verify the raw bytes with the decoded one.";
const otherBytes =
  "The receiver refuses the signature (INVALID_SIGNATURE), and has the secret: it verifies other bytes than came.";

const takenUnsigned = "It is taken: whoever knows the URL can pretend to be your till.";

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

/** Of two events at once, it is busy with the first until it has refused the second. */
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
  { name: "none at all", start: good },
  {
    name: "it verifies nothing",
    start: http(receiver({ refuse: () => undefined })),
    wrong: {
      unsigned: takenUnsigned,
      "other-secret":
        "It is taken: the signature is not verified, and whoever knows the URL can pretend to be your till.",
      "changed-byte": "It is taken: what the signature is compared with is not the body that came.",
      "empty-signature": takenUnsigned,
      "broken-json": "It is taken.",
    },
    advice: {
      "other-subscription":
        "It is taken, as its signature is right: a second shop with the same secret would not be told apart.",
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
    wrong: { unsigned: takenUnsigned, "empty-signature": takenUnsigned, "broken-json": "It is taken." },
  },
  {
    name: "it verifies a body that was parsed",
    start: http(
      receiver({
        verified: (body) =>
          body.includes(":") ? Buffer.from(JSON.stringify(JSON.parse(body.toString()))) : body,
      }),
    ),
    wrong: {
      "raw-bytes": `The same JSON, spelt otherwise, is refused: what is verified is not what came. ${otherBytes}`,
    },
    advice: { large: `A large event is not taken. ${otherBytes}` },
  },
  takesOnly(
    "it takes the text of the secret as the key",
    (body) => hmac(Buffer.from(secret), body).toString("base64"),
    "It takes signatures made with the text of the secret as the key: decode it from base64 first.",
  ),
  takesOnly(
    "it wants hex",
    (body) => hmac(key, body).toString("hex"),
    "It takes signatures made in hex: they are base64.",
  ),
  takesOnly(
    "it verifies a body that was written again",
    (body) => hmac(key, Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 2))).toString("base64"),
    "It takes signatures made over other bytes than came: JSON that was written again, indented.",
  ),
  takesOnly(
    "it has another secret",
    (body) => hmac(Buffer.alloc(32, 1), body).toString("base64"),
    "None that is made with this secret.",
  ),
  {
    name: "it refuses what it does not know",
    start: before(({ body }) => (body.includes("ofALaterRelease") ? 400 : undefined)),
    advice: {
      "later-release":
        "A request with an unknown property is not taken: the next release of the till could stop your shop. The server refuses the request with status 400.",
    },
  },
  {
    name: "it reads 100 kB",
    start: before(({ body }) => (body.length > 100_000 ? 413 : undefined)),
    advice: {
      large: "A large event is not taken. A body of 262144 bytes is too large for the server (status 413).",
    },
  },
  {
    name: "it minds a repeated event",
    start: seenOnce(),
    advice: { twice: "The second time the status is 409." },
  },
  {
    name: "it does a repeated event again",
    start: counting(),
    advice: { twice: "The second answer is another one." },
  },
  {
    name: "it does one thing at a time",
    ...oneAtATime(),
    advice: { "at-once": "A proxy answers that it does not reach the server behind it (status 503)." },
  },
  {
    name: "it fails or redirects where it should refuse",
    start: before(({ headers, path }) =>
      headers["x-mplus-signature"] === ""
        ? 302
        : headers["x-mplus-signature"] === undefined || path.endsWith("LaterRelease")
          ? 500
          : undefined,
    ),
    wrong: {
      unsigned: "It makes the server fail (status 500).",
      "empty-signature": "It is redirected (status 302).",
    },
    advice: { "unknown-event": "It makes the server fail (status 500)." },
  },
  {
    name: "it does not expect reports",
    start: before(({ body }) => (body.includes('"original"') ? 404 : undefined)),
    wrong: { report: "It is answered with status 404." },
  },
  {
    name: "a URL that ends in a slash",
    start: good,
    path: "/mplus/",
    wrong: {
      "url-end": 'It ends in a slash: a till posts to "/mplus//…".',
      event:
        "The URL ends in a slash, so that the till posts to /mplus//scanCode, where there is nothing (status 404).",
    },
  },
];
