// What the receiver costs beside its bound, without a socket: the same signed body, checked against its signature,
// parsed, answered and signed, by the receiver (which also validates both ways) and by the bare minimum, interleaved.
import { createHmac, timingSafeEqual } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deliveries, key, secret, subscriptionId } from "./deliveries.mjs";
import { emit, makeHome } from "./emitted.mjs";
import { formatFigures, summarise } from "./figures.mjs";

const home = makeHome();
await emit(home, { targets: ["receiver", "validators", "types"], minVersion: "48" });
const load = (path) => import(pathToFileURL(join(home, path)).href);
const { createReceiver } = await load("receiver/index.js");
const { validateScanCodeRequest, validateScanCodeResponse } = await load("validators/scanCode.js");

let answer;
const handler = () => answer;
// As every adapter of a server does.
const { signal } = new AbortController();
const receiver = createReceiver({
  subscriptions: { [subscriptionId]: { secret } },
  handlers: { scanCode: handler },
});

const digest = (text) => createHmac("sha256", key).update(text).digest();

/** Verify, parse, stringify, sign. `check` is what comes on top. */
const bound = (check) => async (body, signature) => {
  if (!timingSafeEqual(digest(body), Buffer.from(signature, "base64"))) throw new Error("signature");
  const request = JSON.parse(body.toString());
  const response = await handler(request);
  if (!check(request, response)) throw new Error("invalid");
  const text = JSON.stringify(response);
  return { status: 200, body: text, signature: createHmac("sha256", key).update(text).digest("base64") };
};

const contestants = {
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

const [rounds, warmups, calls] = [31, 15, 4000];
for (const { size, body, signature, answer: fitting } of deliveries) {
  answer = fitting;
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (const [name, run] of Object.entries(contestants)) {
    const { status } = await run(body, signature);
    if (status !== 200) throw new Error(`${name} answered ${status}`);
  }
  const names = Object.keys(contestants);
  for (let round = -warmups; round < rounds; round++) {
    for (const name of [...names.slice((round + warmups) % 3), ...names.slice(0, (round + warmups) % 3)]) {
      const run = contestants[name];
      const start = performance.now();
      for (let i = 0; i < calls; i++) await run(body, signature);
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  const figures = summarise(times, { "bound, validated": "bound", receiver: "bound" });
  console.log(
    `\nReceiver, body of ${body.length} bytes: ${rounds} interleaved rounds of ${calls} requests.\n`,
  );
  console.log(formatFigures(figures));
  for (const { name, ratio } of figures) {
    if (ratio) console.log(`${name}: ${(100 / ratio.median).toFixed(1)} % of the bound's throughput`);
  }
  console.log(JSON.stringify({ receiver: { size, rounds, calls, figures } }));
}
