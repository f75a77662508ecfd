import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../../templates/receiver/api/store.js";
import { createMemoryStore } from "../../../templates/receiver/store/memory-store.js";
import { createPostgresStore } from "../../../templates/stores/index.js";
import { removeFolder } from "../../workbench/folders.js";
import { createPostgres, noPostgres } from "../../workbench/servers/postgres.js";
import { createRedis, noRedis } from "../../workbench/servers/redis.js";
import { toolPath, withReason } from "../../workbench/tools.js";
import { startChild } from "./child.js";
import { noClients } from "./clients.js";
import { writeOutput } from "./output.js";

const claims = 1000;
const processes = 4;

interface Claim {
  readonly key: string;
  readonly own: string;
  readonly got?: string;
}

/** One key for all, and 20 keys. */
const counts = [1, 20];
const listKeys = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `claims of ${count}.${index}`);

/** What a database that processes share is started with. */
const servers = [
  { name: "PostgreSQL", reason: noPostgres ?? noClients, start: createPostgres },
  { name: "Redis", reason: noRedis ?? noClients, start: createRedis },
];

describe(`${claims} claims at once`, () => {
  let folder: string;

  beforeAll(async () => {
    folder = await writeOutput();
  });

  afterAll(() => removeFolder(folder));

  for (const { name, reason, start } of servers) {
    describe.skipIf(reason !== undefined)(withReason(`of ${processes} processes in ${name}`, reason), () => {
      let server: { readonly url: string; remove(): unknown };

      beforeAll(async () => {
        server = await start();
      });

      afterAll(() => server.remove());

      it.each(counts)("of %i keys have one winner each, whom all others know", async (count) => {
        const setup = { folder, tools: toolPath("any.js"), url: server.url };
        const children = Array.from({ length: processes }, () => startChild("claim.mjs", setup));
        await Promise.all(children.map((child) => child.next()));
        const answers = children.map((child) => child.next());
        for (const child of children) child.say({ keys: listKeys(count), claims: claims / processes });
        const told = (await Promise.all(answers)) as { results: Claim[]; took: number }[];
        expectOneWinner(
          told.flatMap(({ results }) => results),
          count,
        );
        const took = Math.max(...told.map((each) => each.took));
        console.log(
          `${name}, ${processes} processes, ${count} keys: ${claims} claims in ${took.toFixed()} ms`,
        );
      });
    });
  }

  describe("of one process", () => {
    const inProcess = [
      { name: "memory", open: () => Promise.resolve({ store: createMemoryStore(), close: () => undefined }) },
      { name: "PGlite", open: openPglite },
    ];

    it.each(inProcess)("have one winner for each key in $name", async ({ name, open }) => {
      const { store, close } = await open();
      for (const count of counts) {
        const begin = performance.now();
        expectOneWinner(await claimAll(store, listKeys(count)), count);
        const took = performance.now() - begin;
        console.log(`${name}, 1 process, ${count} keys: ${claims} claims in ${took.toFixed()} ms`);
      }
      await close();
    });
  });
});

async function openPglite(): Promise<{ store: Store; close: () => Promise<void> }> {
  const database = await PGlite.create();
  return { store: createPostgresStore(database), close: () => database.close() };
}

const claimAll = (store: Store, keys: readonly string[]): Promise<Claim[]> =>
  Promise.all(
    Array.from({ length: claims }, async (_, index) => {
      const [key = "", own] = [keys[index % keys.length], `claim ${index}`];
      const got = await store.add(key, own, 60_000);
      return { key, own, ...(typeof got === "string" && { got }) };
    }),
  );

function expectOneWinner(all: readonly Claim[], count: number): void {
  expect(all).toHaveLength(claims);
  for (const key of listKeys(count)) {
    const ofKey = all.filter((claim) => claim.key === key);
    const winners = ofKey.filter(({ got }) => got === undefined).map(({ own }) => own);
    expect(winners).toHaveLength(1);
    expect(new Set(ofKey.flatMap(({ got }) => got ?? []))).toEqual(new Set(winners));
  }
}
