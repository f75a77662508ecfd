// An inbox: what storing adds to an answer, how many events a second are handled, with how many waiting, beside BullMQ
// on Redis, and what memory it takes. What needs PostgreSQL, Redis or the tools of the tests is skipped where they are not.
import { tsImport } from "tsx/esm/api";
import { emit, makeHome } from "../emitted.mjs";
import { missing } from "../figures.mjs";
import { measureAnswers } from "../inbox/answers.mjs";
import { measureHandling } from "../inbox/handling.mjs";
import { measureMemory } from "../inbox/memory.mjs";

const { createPostgres, noPostgres } = await tsImport("../../workbench/servers/postgres.ts", import.meta.url);

export async function run({ quick }) {
  if (noPostgres !== undefined) return [missing({ what: "inbox", contestant: "inbox", note: noPostgres })];
  const home = makeHome();
  await emit(home, { target: ["node", "inbox"] });
  const postgres = await createPostgres();
  const scene = { home, database: postgres.url, quick };
  try {
    const figures = [];
    for (const measure of [measureAnswers, measureHandling, measureMemory])
      figures.push(...(await measure(scene)));
    return figures;
  } finally {
    postgres.remove();
  }
}
