// The cost of the receiver relative to its lower bound, without a socket: the same signed body is verified, parsed, answered
// and signed by the receiver (which also validates in both directions), by the bare minimum, and with webhook libraries,
// whose event is answered and signed like the bare minimum.
import { createHmac, timingSafeEqual } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { deliveries, key, secret, sign, subscriptionId, toRaw } from "../deliveries.mjs";
import { emit, makeHome } from "../emitted.mjs";
import { figure, ratios } from "../figures.mjs";
import { importFrom } from "../processes.mjs";
import { interleave, timeCalls } from "../rounds.mjs";
import { libraries } from "../webhook-libraries.mjs";

const aims = { "0.5 kB": { least: 0.75 }, "5 kB": { least: 0.85 }, "100 kB": { least: 0.9 } };

/** A quick run measures a ratio to within a third. */
export async function run({ quick, few }) {
  const figures = [];
  let answer;
  const ours = await makeOurs(() => answer);
  for (const { size, body, signature, answer: fitting } of deliveries) {
    answer = fitting;
    const contestants = { ...ours, ...(!few && (await makeOthers(body, () => answer))) };
    for (const [name, receive] of Object.entries(contestants)) {
      const { status, body: text } = await receive(body, signature);
      if (status !== 200 || !isDeepStrictEqual(JSON.parse(String(text)), answer))
        throw new Error(`${name} answered ${status}`);
    }
    const calls = Math.ceil((quick ? 1e6 : 4e6) / (body.length + 500));
    const rounds = quick ? { rounds: 9, warmups: 5 } : { rounds: 31, warmups: 15 };
    const time = (receive) => timeCalls(() => receive(body, signature), calls);
    const { bound, ...others } = await interleave(contestants, rounds, time);
    for (const [contestant, times] of Object.entries(others)) {
      const line = { what: `receiver, speed at ${size}`, contestant, beside: "bound" };
      const aim = contestant === "receiver" ? aims[size] : undefined;
      figures.push(figure({ ...line, values: ratios(bound, times), aim }));
    }
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
  await emit(home, { target: ["receiver", "validators", "types"] });
  const { createReceiver } = await importFrom(home, "receiver/index.js");
  const validators = await importFrom(home, "validators/index.js");
  const receiver = createReceiver({
    subscriptions: { [subscriptionId]: { secret } },
    handlers: { scanCode: handler },
  });
  const { signal } = new AbortController();

  /** Verify, parse, stringify, sign, and run `check`. */
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
      (request, response) =>
        validators.validateScanCodeRequest(request).ok && validators.validateScanCodeResponse(response).ok,
    ),
    receiver: (body, signature) => receiver.receive(toRaw({ body, signature }, signal)),
  };
}
