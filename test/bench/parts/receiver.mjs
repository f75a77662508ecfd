// The receiver beside a careful one by hand, without a socket, and what a shop's version and a time limit add.
import { isDeepStrictEqual } from "node:util";
import { createReceiveByHand, writeChecksByHand } from "../by-hand.mjs";
import { answerTo, deliveries, subscriptions, toRaw } from "../deliveries.mjs";
import { emit } from "../emitted.mjs";
import { importFrom, makeHome } from "../processes.mjs";
import { ratios, report } from "../report.mjs";
import { interleave, timeCalls } from "../rounds.mjs";

const aims = { "0.5 kB": 0.6, "5 kB": 0.75, "100 kB": 0.75 };

const home = makeHome();
await emit(home, ["receiver", "jsonschema"]);
writeChecksByHand(home);
const { createReceiver } = await importFrom(home, "receiver/index.js");

const scanCode = async ({ request }) => answerTo(request);
const [[id, { secret }]] = Object.entries(subscriptions);
const withoutVersion = { [id]: { secret } };
const handlerTimeout = 5000;

const receiveByHand = await createReceiveByHand(home, scanCode);
const byHand = ({ body, header }) => receiveByHand(body, header("x-mplus-signature"));
const plain = createReceive({ subscriptions: withoutVersion });
const versioned = createReceive({ subscriptions });
const limited = createReceive({ subscriptions: withoutVersion, handlerTimeout });
const ours = createReceive({ subscriptions, handlerTimeout });

for (const [size, least] of Object.entries(aims)) {
  const times = await measure({ byHand, ours }, deliveries[size]);
  report(`receiver beside one by hand, ${size}`, ratios(times.byHand, times.ours), { least });
}

const times = await measure({ plain, versioned, limited }, deliveries["5 kB"]);
const added = (values) => values.map((value, round) => value - times.plain[round]);
report("receiver, added by a version, 5 kB", added(times.versioned), { unit: "µs", most: 20 });
report("receiver, added by a handlerTimeout, 5 kB", added(times.limited), { unit: "µs", most: 10 });

function createReceive(options) {
  const receiver = createReceiver({ ...options, handlers: { scanCode } });
  return (request) => receiver.receive(request);
}

/** Returns the microseconds a request. */
async function measure(contestants, sent) {
  for (const receive of Object.values(contestants))
    for (const delivery of sent) {
      const { body } = await receive(createRaw(delivery));
      if (!isDeepStrictEqual(JSON.parse(body), delivery.answer)) throw new Error(body);
    }
  const calls = Math.ceil(4e6 / (sent[0].body.length + 500));
  return interleave(contestants, { rounds: 31, warmups: 15 }, async (receive) => {
    const requests = Array.from({ length: calls }, (_, index) => createRaw(sent[index % sent.length]));
    return (1000 * (await timeCalls((index) => receive(requests[index]), calls))) / calls;
  });
}

/** As from a server, each request has a signal of its own. */
function createRaw(delivery) {
  return toRaw(delivery, new AbortController().signal);
}
