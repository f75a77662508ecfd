import type { ServerOptions } from "node:http";
import { inspect } from "node:util";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import type { Target, TargetName } from "../../conformance/targets/target.js";
import { canary } from "../../conformance/requests.js";
import { secret } from "../../conformance/signature.js";
import { watchLog } from "../find-secret.js";
import { measureMemory } from "../memory.js";

export interface Setup {
  readonly name: TargetName;
  readonly file: string;
  /** The server counts how often it handles events with numbers from this one on. */
  readonly first: number;
  readonly amount: number;
  /** In milliseconds. */
  readonly bodyTimeout: number;
  readonly http: ServerOptions;
}

export interface ServerState {
  readonly heap: number;
  readonly connections: number;
  /** Numbers of events by how many times they were handled. */
  readonly runs: readonly number[];
  readonly refused: Readonly<Record<string, number>>;
  /** Log lines with forbidden content are faults, too. */
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
      // The number lets the client recognize its answer.
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
