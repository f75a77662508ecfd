// `npm start` runs PostgreSQL, two receivers, two workers and a chain's tills. `npm run break` also kills them at
// random.
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createPostgres } from "./postgres.ts";
import { supervise } from "./processes.ts";
import { judge } from "./verdict.ts";

const { values } = parseArgs({
  options: {
    break: { type: "boolean", default: false },
    seconds: { type: "string", default: "60" },
    tills: { type: "string", default: "40" },
  },
});
const [databasePort = 0, ...ports] = await Promise.all([findPort(), findPort(), findPort()]);
const postgres = createPostgres(databasePort);
postgres.query("create table booked (number bigserial, shop integer, session text, counter integer)");
process.env["DATABASE_URL"] = postgres.url;
// These modules read the database address when they load.
const { inbox } = await import("./shop.ts");
const { sell } = await import("./sales.ts");

const processes = [
  ...ports.map((port) => supervise("receiver.ts", { PORT: String(port) })),
  ...[1, 2].map(() => supervise("worker.ts", {})),
];
const sales = { sent: 0, sentAgain: 0, answered: [] as string[] };
let kills = 0;
let isOver = false;
process.once("SIGINT", () => (isOver = true));
const selling = sell(Number(values.tills), ports, sales, () => isOver);
const breaking = values.break ? breakThings() : undefined;
for (let second = 0; second < Number(values.seconds) && !isOver; second++) {
  await sleep(1000);
  await printLine();
}
isOver = true;
console.log("The tills stop. The workers handle the waiting events.");
await Promise.all([selling, breaking]);
while ((await printLine()).waiting > 0) await sleep(1000);
await Promise.all(processes.map((one) => one.end()));
const booked = postgres.query("select session || ' ' || counter from booked order by number");
const faults = judge(sales.answered, booked);
console.log(
  faults.join("\n") || `All ${booked.length} lines were booked once, and in order; ${kills} kills.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
await inbox.close();
postgres.remove();

/** Kills a process about every second, and the database once, halfway through. */
async function breakThings(): Promise<void> {
  const middle = Date.now() + Number(values.seconds) * 500;
  let isDatabaseNext = true;
  while (!isOver) {
    await sleep(500 + Math.random() * 1000);
    kills += 1;
    if (isDatabaseNext && Date.now() > middle) {
      isDatabaseNext = false;
      postgres.crash();
      await sleep(1000);
      postgres.start();
    } else processes[Math.floor(Math.random() * processes.length)]?.kill();
  }
}

async function printLine(): Promise<{ readonly waiting: number }> {
  const { database, dead = 0 } = await inbox.health();
  const counts = database === "up" ? countStored() : undefined;
  const waiting = counts && counts.stored - counts.handled - dead;
  const figures = {
    sent: sales.sent,
    answered: sales.answered.length,
    ...(counts ? { ...counts, waiting, dead } : { stored: "?", handled: "? (the database is down)" }),
    "sent again": sales.sentAgain,
    kills,
  };
  const words = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  console.log(words.join("  "));
  return { waiting: waiting ?? 1 };
}

/** Returns undefined while the database is down. */
function countStored(): { readonly stored: number; readonly handled: number } | undefined {
  try {
    const [line = ""] = postgres.query(
      "select count(*), count(*) filter (where state = 'completed') from mplus_inbox.job where name = 'mplus'",
    );
    const [stored = 0, handled = 0] = line.split("|").map(Number);
    return { stored, handled };
  } catch {
    return undefined;
  }
}

/** Finds a free port below the range that the system assigns, so that it is still free after a restart. */
async function findPort(): Promise<number> {
  const port = 10_000 + Math.floor(Math.random() * 20_000);
  const server = createServer();
  const isFree = await new Promise<boolean>((resolve) => {
    server.once("listening", () => resolve(true)).once("error", () => resolve(false));
    server.listen(port, "127.0.0.1");
  });
  if (!isFree) return findPort();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
