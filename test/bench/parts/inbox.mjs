// Events per second that one worker handles in a PostgreSQL inbox, with few and with many waiting events.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";
import { emit, makeHome } from "../emitted.mjs";
import { figure, missing, ratios } from "../figures.mjs";
import { interleave } from "../rounds.mjs";

const { createPostgres, noPostgres } = await tsImport("../../workbench/servers/postgres.ts", import.meta.url);
const { findNewNode } = await tsImport("../../workbench/new-node.ts", import.meta.url);
const program = fileURLToPath(new URL("../inbox/rate.mjs", import.meta.url));

export async function run({ quick }) {
  if (noPostgres !== undefined) return [missing({ what: "inbox", contestant: "inbox", note: noPostgres })];
  const [few, many, rounds] = quick ? [200, 1000, 1] : [3000, 100_000, 3];
  const home = makeHome();
  await emit(home, { target: ["node", "inbox"] });
  const postgres = await createPostgres();
  let schemas = 0;
  const measure = (waiting) => {
    const setup = { home, database: postgres.url, schema: `inbox_${++schemas}`, waiting, measured: few };
    return Number(execFileSync(findNewNode(), ["--no-warnings", program, JSON.stringify(setup)]));
  };
  try {
    const rates = await interleave({ [few]: few, [many]: many }, { rounds, warmups: 0 }, measure);
    const what = "inbox, events handled a second";
    const rate = { what, unit: "/s", aim: { least: 200 } };
    const [contestant, beside] = [`${many} waiting`, `${few} waiting`];
    return [
      figure({ ...rate, contestant: beside, values: rates[few] }),
      figure({ ...rate, contestant, values: rates[many] }),
      figure({ what, contestant, beside, values: ratios(rates[many], rates[few]) }),
    ];
  } finally {
    postgres.remove();
  }
}
