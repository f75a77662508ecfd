// Events a second that one worker handles from a PostgreSQL inbox, with few and with many waiting events.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";
import { emit } from "../emitted.mjs";
import { makeHome } from "../processes.mjs";
import { ratios, report } from "../report.mjs";
import { interleave } from "../rounds.mjs";

const { createPostgres, noPostgres } = await tsImport("../../workbench/servers/postgres.ts", import.meta.url);
const { findNewNode } = await tsImport("../../workbench/new-node.ts", import.meta.url);
if (noPostgres !== undefined) throw new Error(noPostgres);

const worker = fileURLToPath(new URL("../inbox-worker.mjs", import.meta.url));
const [few, many] = [3000, 100_000];
const home = makeHome();
await emit(home, ["node", "inbox"]);
const postgres = await createPostgres();
let schemas = 0;

function handle(waiting) {
  const setup = { home, database: postgres.url, schema: `inbox_${++schemas}`, waiting, measured: few };
  return Number(execFileSync(findNewNode(), ["--no-warnings", worker, JSON.stringify(setup)]));
}

try {
  const rates = await interleave({ few, many }, { rounds: 3, warmups: 0 }, handle);
  report(`inbox, ${many} waiting events`, rates.many, { unit: "/s", least: 200 });
  report(`inbox, ${many} waiting events beside ${few}`, ratios(rates.many, rates.few), { least: 0.3 });
} finally {
  postgres.remove();
}
