// The example shop of the tests in a process of its own: `node shop.mjs FOLDER`. Reports its port.
import { createServer } from "node:http";
import { subscriptions } from "./deliveries.mjs";
import { importFrom } from "./processes.mjs";

const [home] = process.argv.slice(2);
const { createShop } = await importFrom(home, "test/till/example/shop.js");
const { createMplusListener } = await importFrom(home, "generated/node/index.js");

const [[id, { secret }]] = Object.entries(subscriptions);
const version = "59.5.2";
const options = { ...createShop(), subscriptions: { [id]: { secret, version } }, basePath: "/mplus" };
const server = createServer(createMplusListener(options));
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
