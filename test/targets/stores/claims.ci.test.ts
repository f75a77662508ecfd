import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../../templates/receiver/api/store.js";
import { createMemoryStore } from "../../../templates/receiver/store/memory-store.js";
import { createPostgresStore } from "../../../templates/stores/index.js";
import { removeFolder } from "../../workbench/folders.js";
import { createDatabase, findRedis } from "../../workbench/servers/databases.js";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { noRedis } from "../../workbench/servers/redis.js";
import { withReason } from "../../workbench/tools.js";
import { startChild } from "./child.js";
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

/** Databases that processes share. */
const servers = [
  { name: "PostgreSQL", reason: noPostgres, create: createDatabase },
  { name: "Redis", reason: noRedis, create: findRedis },
];

describe(`${claims} claims at once`, () => {
  let folder: string;

  beforeAll(() => void (folder = writeOutput()));
  afterAll(() => removeFolder(folder));

  for (const { name, reason, create } of servers) {
    describe.skipIf(reason !== undefined)(withReason(`of ${processes} processes in ${name}`, reason), () => {
      let url: string;
      beforeAll(async () => void (url = await create()));

      it.each(counts)("of %i keys have one winner each, whom all others know", async (count) => {
        const setup = { folder, url };
        const children = Array.from({ length: processes }, () => startChild("claim.mjs", setup));
        await Promise.all(children.map((child) => child.next()));
        const answers = children.map((child) => child.next());
        for (const child of children) child.say({ keys: listKeys(count), claims: claims / processes });
        expectOneWinner(((await Promise.all(answers)) as Claim[][]).flat(), count);
      });
    });
  }

  describe("of one process", () => {
    const inProcess = [
      { name: "memory", open: () => Promise.resolve({ store: createMemoryStore(), close: () => undefined }) },
      { name: "PGlite", open: openPglite },
    ];

    it.each(inProcess)("have one winner for each key in $name", async ({ open }) => {
      const { store, close } = await open();
      for (const count of counts) {
        expectOneWinner(await claimAll(store, listKeys(count)), count);
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
