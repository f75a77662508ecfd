// The receiver in PHP beside a careful one by hand with a JSON Schema library, each served by `php -S` with an opcode cache.
// It needs Debian's php-json-schema.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { deliver, scanCode, secret } from "../deliveries.mjs";
import { cli, makeHome, timeProcess } from "../processes.mjs";
import { ratios, report } from "../report.mjs";
import { interleave } from "../rounds.mjs";

/** In lines of a sale. */
const sizes = { "0.5 kB": 1, "5 kB": 24, "100 kB": 520 };
const library = "/usr/share/php/JsonSchema/autoload.php";

if (!existsSync(library)) {
  console.log(`receiver in PHP: skipped, because there is no ${library}`);
  process.exit();
}
const home = makeHome();
const target = ["--target", "php,jsonschema", "--min-version", "48", "--out", "out", "--quiet"];
timeProcess([cli, ...target], home);
const contestants = {
  ours: await start("ours"),
  byHand: await start("by-hand"),
  noMemory: await start("ours", "no"),
};

for (const [size, lines] of Object.entries(sizes)) {
  const requests = size === "100 kB" ? 60 : 400;
  const values = await interleave(contestants, { rounds: 9 }, (server) => measure(server, lines, requests));
  report(`a request of ${size} in PHP`, ratios(values.byHand, values.ours), { least: 1 });
  report(`a request of ${size} in PHP, without a memory`, ratios(values.byHand, values.noMemory), {
    least: 1,
  });
}
for (const { child } of Object.values(contestants)) child.kill();

async function start(name, memory = "yes") {
  const port = await findPort();
  const script = fileURLToPath(new URL(`../php/${name}.php`, import.meta.url));
  const opcache = ["opcache.enable=1", "opcache.enable_cli=1"].flatMap((setting) => ["-d", setting]);
  const env = { ...process.env, MPLUS_HOME: `${home}/out`, MPLUS_MEMORY: memory, MPLUS_SECRET: secret };
  const child = spawn("php", [...opcache, "-S", `127.0.0.1:${port}`, script], { env, stdio: "ignore" });
  for (;;) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return { child, port };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function findPort() {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Returns the server's processor time. Each request is a new event. */
async function measure({ child, port }, lines, requests) {
  const deliveries = Array.from({ length: requests }, () => deliver(scanCode(lines)));
  const before = readCpu(child);
  for (const { body, headers, answer } of deliveries) {
    const response = await fetch(`http://127.0.0.1:${port}/scanCode`, { method: "POST", headers, body });
    if (!isDeepStrictEqual(await response.json(), answer)) throw new Error(`status ${response.status}`);
  }
  return readCpu(child) - before;
}

/** In ticks of the clock: user and system. */
function readCpu({ pid }) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return Number(fields[11]) + Number(fields[12]);
}
