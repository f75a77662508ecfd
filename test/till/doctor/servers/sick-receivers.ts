import { readCases } from "../../../workbench/cases.js";
import type { Call } from "../examination.js";
import { hmac, key, receiver, secret, subscription } from "./receiver.js";
import { http, type Answer, type Start } from "./serve.js";

/** All findings that the doctor should report about a receiver: probe ids and observations. */
interface Diagnosis {
  readonly wrong?: Readonly<Record<string, string>>;
  readonly advice?: Readonly<Record<string, string>>;
}

export const diagnoses = readCases("sick-receivers.yaml", import.meta) as Readonly<Record<string, Diagnosis>>;

/** Signs nothing, and accepts only signatures made with `make`. */
const takesOnly = (make: (body: Buffer) => string): Start =>
  http(
    receiver({
      refuse: ({ headers, body }) =>
        headers["x-mplus-signature"] === make(body) ? undefined : "INVALID_SIGNATURE",
      send: (outgoing) => ({ ...outgoing, headers: { "content-type": "application/json" } }),
    }),
  );

const before = (refuse: (incoming: Parameters<Answer>[0]) => number | undefined): Start =>
  http((incoming) => {
    const status = refuse(incoming);
    return status === undefined ? receiver()(incoming) : { status, headers: {}, body: "" };
  });

const good = http(receiver());

function seenOnce(): Start {
  const seen = new Set<string>();
  return before(({ body }) => {
    if (seen.has(body.toString())) return 409;
    seen.add(body.toString());
    return undefined;
  });
}

function counting(): Start {
  let count = 0;
  return http(receiver({ answer: () => `{"scanCode":{"recognized":true,"relationNumber":${++count}}}` }));
}

/** Handles one event at a time. The first of two waits until the second was rejected. */
function oneAtATime(): SickReceiver {
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

const verifiesIfSigned = receiver({
  refuse: ({ headers, body }, { sign }) => {
    if (headers["x-mplus-subscription-id"] !== subscription) return "INVALID_SUBSCRIPTION_ID";
    const signature = headers["x-mplus-signature"];
    return !signature || signature === sign(body) ? undefined : "INVALID_SIGNATURE";
  },
});

const verifiesParsed = receiver({
  signsAll: true,
  verified: (body) => (body.includes(":") ? Buffer.from(JSON.stringify(JSON.parse(body.toString()))) : body),
});

interface SickReceiver extends Call {
  readonly start: Start;
}

export const sickReceivers: Readonly<Record<string, SickReceiver>> = {
  "nothing is wrong": { start: good },
  "it verifies nothing": { start: http(receiver({ refuse: () => undefined })) },
  "it verifies a signature if there is one": { start: http(verifiesIfSigned) },
  "it verifies a body that was parsed": { start: http(verifiesParsed) },
  "it uses the text of the secret as the key": {
    start: takesOnly((body) => hmac(Buffer.from(secret), body).toString("base64")),
  },
  "it expects hex": { start: takesOnly((body) => hmac(key, body).toString("hex")) },
  "it verifies JSON that it serialized again": {
    start: takesOnly((body) => {
      const again = JSON.stringify(JSON.parse(body.toString()), null, 2);
      return hmac(key, Buffer.from(again)).toString("base64");
    }),
  },
  "it has another secret": {
    start: takesOnly((body) => hmac(Buffer.alloc(32, 1), body).toString("base64")),
  },
  "it rejects unknown properties": {
    start: before(({ body }) => (body.includes("ofALaterRelease") ? 400 : undefined)),
  },
  "it reads at most 100 kB": { start: before(({ body }) => (body.length > 100_000 ? 413 : undefined)) },
  "it rejects a repeated event": { start: seenOnce() },
  "it handles a repeated event again": { start: counting() },
  "it handles one event at a time": oneAtATime(),
  "it fails or redirects instead of rejecting": {
    start: before(({ headers, path }) => {
      if (headers["x-mplus-signature"] === "") return 302;
      const fails = headers["x-mplus-signature"] === undefined || path.endsWith("LaterRelease");
      return fails ? 500 : undefined;
    }),
  },
  "it signs its answers to strangers": { start: http(receiver({ signsAll: true })) },
  "it accepts its own answers as events": {
    start: before(({ body }) => (body.toString() === "{}" ? 200 : undefined)),
  },
  "it has no error reports": {
    start: before(({ body }) => (body.includes('"original"') ? 404 : undefined)),
  },
  "the URL ends in a slash": { start: good, path: "/mplus/" },
};
