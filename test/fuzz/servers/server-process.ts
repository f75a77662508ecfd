import type { ServerOptions } from "node:http";
import { inspect } from "node:util";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import type { Target, TargetName } from "../../conformance/targets/target.js";
import { canary } from "../../conformance/requests.js";
import { secret } from "../../conformance/signature.js";
import { watchLog } from "../find-secret.js";
import { measureMemory } from "../memory.js";

/** The settings of a server in a process of its own. */
export interface Setup {
  readonly name: TargetName;
  /** Where the target is. */
  readonly file: string;
  /** It counts how often it handles events with so many numbers, from the first one on. */
  readonly first: number;
  readonly amount: number;
  /** In milliseconds. */
  readonly bodyTimeout: number;
  readonly http: ServerOptions;
}

/** What a server reports of itself. */
export interface ServerState {
  /** Bytes in use after a collection. */
  readonly heap: number;
  readonly connections: number;
  /** Of the events with a number of their own: how many were handled so many times, by those times. */
  readonly runs: readonly number[];
  /** How many requests were refused, by the code of the refusal. */
  readonly refused: Readonly<Record<string, number>>;
  /** With lines of the log that hold what they never may. */
  readonly faults: readonly string[];
}

const { name, file, first, amount, bodyTimeout, http } = JSON.parse(process.argv[2] ?? "") as Setup;
const counts = new Uint8Array(amount);
const refused: Record<string, number> = {};
const { log, faults } = watchLog((fields) => {
  if ("code" in fields) refused[String(fields.code)] = (refused[String(fields.code)] ?? 0) + 1;
});

const options: MplusOptions = {
  subscriptions: { "shop-12": { secret } },
  handlers: {
    scanCode({ request }) {
      const { eventCounter } = request.event;
      const index = eventCounter - first;
      if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
      // The number comes back, so that whoever asked knows this answer for its own.
      return {
        scanCode: { recognized: request.scanCode.scannedCode === canary, relationNumber: eventCounter },
      };
    },
  },
  dedupe: {},
  bodyTimeout,
  log,
};

for (const kind of ["uncaughtException", "unhandledRejection"])
  process.on(kind, (error) => void faults.push(inspect(error)));

const module = (await import(`../../conformance/targets/${file}.js`)) as Readonly<Record<string, unknown>>;
const target = Object.values(module)
  .flat()
  .find((each): each is Target => (each as Target).name === name);
const opened = await target?.open(options, http);
process.send?.(opened?.port);

process.on("message", () => void count().then((state) => process.send?.(state)));

async function count(): Promise<ServerState> {
  const runs = [0, 0, 0];
  for (const times of counts) runs[times] = (runs[times] ?? 0) + 1;
  const connections = (await opened?.countConnections?.()) ?? 0;
  return { heap: await measureMemory(), connections, runs, refused, faults };
}
