// What the receiver costs beside its bound, without a socket: the same signed body, checked against its signature,
// parsed, answered and signed, by the receiver (which also validates both ways), by the bare minimum, and with libraries
// for webhooks, whose event is answered and signed as the bare minimum does.
import { createHmac, timingSafeEqual } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deliveries, key, secret, sign, subscriptionId } from "../deliveries.mjs";
import { emit, makeHome } from "../emitted.mjs";
import { figure, ratios } from "../figures.mjs";
import { interleave, timeCalls } from "../rounds.mjs";
import { libraries } from "../webhook-libraries.mjs";

export async function run({ quick }) {
  const figures = [];
  let answer;
  const ours = await makeOurs(() => answer);
  for (const { size, body, signature, answer: fitting } of deliveries) {
    answer = fitting;
    const contestants = { ...ours, ...(await makeOthers(body, () => answer)) };
    for (const [name, receive] of Object.entries(contestants)) {
      const { status, body: text } = await receive(body, signature);
      if (status !== 200 || String(text) !== JSON.stringify(answer))
        throw new Error(`${name} answered ${status}`);
    }
    const calls = Math.ceil((quick ? 1e5 : 4e6) / (body.length + 500));
    const runs = Object.entries(contestants).map(([name, receive]) => [
      name,
      () => timeCalls(() => receive(body, signature), calls),
    ]);
    const rounds = quick ? { rounds: 1, warmups: 1 } : { rounds: 31, warmups: 15 };
    const { bound, ...others } = await interleave(Object.fromEntries(runs), rounds);
    const compared = Object.entries(others).map(([contestant, times]) => ({
      ...{ what: `receiver, speed at ${size}`, contestant, beside: "bound", values: ratios(bound, times) },
      ...(contestant === "receiver" && { aim: { least: 0.87 } }),
    }));
    figures.push(...compared.map(figure));
  }
  return figures;
}

const digest = (text) => createHmac("sha256", key).update(text).digest();

function toAnswer(response) {
  const text = JSON.stringify(response);
  return { status: 200, body: text, signature: sign(text) };
}

async function makeOthers(delivered, handler) {
  const made = Object.entries(libraries).map(async ([name, prepare]) => {
    const receive = await prepare(delivered);
    return [name, async (body) => toAnswer(await handler(await receive(body)))];
  });
  return Object.fromEntries(await Promise.all(made));
}

async function makeOurs(handler) {
  const home = makeHome();
  await emit(home, { targets: ["receiver", "validators", "types"], minVersion: "48" });
  const load = (path) => import(pathToFileURL(join(home, path)).href);
  const { createReceiver } = await load("receiver/index.js");
  const { validateScanCodeRequest, validateScanCodeResponse } = await load("validators/scanCode.js");
  const receiver = createReceiver({
    subscriptions: { [subscriptionId]: { secret } },
    handlers: { scanCode: handler },
  });
  // As every adapter of a server does.
  const { signal } = new AbortController();

  /** Verify, parse, stringify, sign. `check` is what comes on top. */
  const bound = (check) => async (body, signature) => {
    if (!timingSafeEqual(digest(body), Buffer.from(signature, "base64"))) throw new Error("signature");
    const request = JSON.parse(body.toString());
    const response = await handler(request);
    if (!check(request, response)) throw new Error("invalid");
    return toAnswer(response);
  };

  return {
    bound: bound(() => true),
    "bound, validated": bound(
      (request, response) => validateScanCodeRequest(request).ok && validateScanCodeResponse(response).ok,
    ),
    receiver: (body, signature) => {
      const headers = {
        "x-mplus-subscription-id": subscriptionId,
        "x-mplus-signature": signature,
        "content-type": "application/json",
        "content-length": String(body.length),
      };
      const header = (name) => headers[name];
      return receiver.receive({ method: "POST", event: "scanCode", header, body, signal });
    },
  };
}
