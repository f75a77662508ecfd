// The receiver beside its bound, without a socket: both verify, parse, stringify and sign; the receiver also checks the
// request and the answer.
import { timingSafeEqual } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { deliveries, sign, subscriptions, toRaw } from "../deliveries.mjs";
import { emit } from "../emitted.mjs";
import { importFrom, makeHome } from "../processes.mjs";
import { ratios, report } from "../report.mjs";
import { interleave, timeCalls } from "../rounds.mjs";

const aims = { "0.5 kB": { least: 0.75 }, "5 kB": { least: 0.85 }, "100 kB": { least: 0.9 } };

const home = makeHome();
await emit(home, ["receiver"]);
const { createReceiver } = await importFrom(home, "receiver/index.js");
const { signal } = new AbortController();

for (const [size, delivery] of Object.entries(deliveries)) {
  const scanCode = () => delivery.answer;
  const receiver = createReceiver({ subscriptions, handlers: { scanCode } });
  const contestants = {
    bound: () => receiveByHand(delivery, scanCode),
    receiver: () => receiver.receive(toRaw(delivery, signal)),
  };
  for (const receive of Object.values(contestants)) {
    const { status, body } = await receive();
    if (status !== 200 || !isDeepStrictEqual(JSON.parse(body), delivery.answer)) throw new Error(body);
  }
  const calls = Math.ceil(4e6 / (delivery.body.length + 500));
  const time = (receive) => timeCalls(receive, calls);
  const { bound, receiver: ours } = await interleave(contestants, { rounds: 31, warmups: 15 }, time);
  report(`receiver beside its bound, ${size}`, ratios(bound, ours), aims[size]);
}

async function receiveByHand({ body, headers }, handler) {
  const given = Buffer.from(headers["x-mplus-signature"], "base64");
  if (!timingSafeEqual(Buffer.from(sign(body), "base64"), given)) throw new Error("signature");
  const text = JSON.stringify(await handler(JSON.parse(body.toString())));
  return { status: 200, body: text, signature: sign(text) };
}
