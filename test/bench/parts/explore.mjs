// `explore` at the example shop: exchanges in a second of processor time of the exploring process, start-up included.
// `npm run bench -- explore:DIST/main.js` measures another build beside this one.
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { secret } from "../deliveries.mjs";
import { emitShop } from "../emitted.mjs";
import { cli, makeHome } from "../processes.mjs";
import { ratios, report } from "../report.mjs";
import { interleave } from "../rounds.mjs";

const time = "30s";

const home = makeHome();
await emitShop(home);
const shop = fork(fileURLToPath(new URL("../shop.mjs", import.meta.url)), [home], { stdio: "ignore" });
const [port] = await once(shop, "message");
const reportCpu = `data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();console.error(user+system)})`;

const [other] = process.argv.slice(2);
const builds = other ? { ours: cli, other } : { ours: cli };
const rates = await interleave(builds, { rounds: 3, warmups: 0 }, explore);
report("explore, exchanges a processor second", rates.ours, { unit: "/s", least: 160 });
if (other) report("explore beside the other build", ratios(rates.ours, rates.other), { least: 1 });
shop.kill();

/** Returns the exchanges a processor second. */
async function explore(build) {
  const call = ["explore", "--url", `http://127.0.0.1:${port}/mplus`, "--for", time, "--seed", "7", "--json"];
  const environment = { ...process.env, MPLUS_SECRET: secret };
  const child = spawn(process.execPath, ["--import", reportCpu, build, ...call], { env: environment });
  const [json, cpu] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const { events } = JSON.parse(json);
  const sent = events.reduce((sum, event) => sum + event.sent, 0);
  return sent / (Number(cpu.trim().split("\n").at(-1)) / 1e6);
}
