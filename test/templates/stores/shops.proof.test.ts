import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sign } from "../../../templates/copied/receiver/signature.js";
import { packageRoot, readTexts } from "../../../generator/contract/package/package-files.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../../workbench/folders.js";
import { createDatabase, findRedis } from "../../workbench/servers/databases.js";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { noRedis } from "../../workbench/servers/redis.js";
import { withReason } from "../../workbench/tools.js";
import { secret } from "../receiver/fixture.js";
import { startProxy, type Proxy } from "./proxy.js";

const databases = [
  { name: "PostgreSQL", reason: noPostgres, create: createDatabase, limits: [{}, impatient()] },
  { name: "Redis", reason: noRedis, create: findRedis, limits: [{}] },
];

/** The answer without a database: a question that cannot be remembered is not asked. */
const answers = [
  ["plain", 200],
  ["ask", 500],
] as const;

function impatient(): object {
  return { connectionTimeoutMillis: 1000, query_timeout: 1000 };
}

type MakeBody = (values: object) => object;

interface Answer {
  readonly status: number;
  readonly body: { dialog?: object; message?: { message: string }[]; error?: { message: string } };
}

describe.each(databases)("two receivers in two processes", ({ name, reason, create, limits }) => {
  describe.skipIf(reason !== undefined)(withReason(`with ${name}`, reason), () => {
    const folder = makeRunFolder();
    let scanCodeRequest: MakeBody;
    let database: string;
    let shops: Shop[];
    const opened: ChildProcess[] = [];
    let counter = 0;

    beforeAll(async () => {
      for (const part of ["express", "fixtures", "receiver", "stores", "types", "validators"])
        writeFiles(join(folder, part), transpile(readTexts(join(packageRoot, "generated", part))));
      ({ scanCodeRequest } = await importFrom<{ scanCodeRequest: MakeBody }>(folder, "fixtures/index.js"));
      database = await create();
      shops = await Promise.all([1, 2].map(() => open(database)));
    });

    afterAll(() => {
      for (const child of opened) child.kill("SIGKILL");
      removeFolder(folder);
    });

    const open = async (url: string, more: object = {}): Promise<Shop> => {
      const setup = JSON.stringify({ folder, url, secret, ...more });
      const child = fork(join(import.meta.dirname, "children/shop.mjs"), [setup]);
      opened.push(child);
      const told: object[] = [];
      child.on("message", (message) => told.push(message as object));
      const [{ port }] = (await once(child, "message")) as [{ port: number }];
      return { told, port };
    };
    const toBody = (scannedCode: string, eventCounter = (counter += 1), more: object = {}): string => {
      const event = { eventBlocking: true, eventPolling: false, eventCounter };
      const made = scanCodeRequest({ event, scanCode: { scannedCode }, dialog: undefined, form: undefined });
      return JSON.stringify({ ...made, ...more });
    };
    const sendTo = (index: number, body: string, event?: string): Promise<Answer> =>
      send(shops[index]?.port ?? 0, body, event);
    const countRuns = (code: string): number =>
      shops.flatMap(({ told }) => told).filter((each) => (each as { ran?: string }).ran === code).length;

    it("handle an event that comes to both at once, once", async () => {
      for (const code of ["first", "second", "third", "fourth", "fifth"]) {
        const body = toBody(code);
        const [one, other] = await Promise.all([sendTo(0, body), sendTo(1, body)]);
        expect(one.body.message?.[0]?.message).toContain("answered by");
        expect(other).toEqual(one);
        await vi.waitUntil(() => countRuns(code) > 0, { timeout: 600_000 });
        expect(countRuns(code)).toBe(1);
      }
    });

    it("let a user answer at one what the other has asked", async () => {
      const asked = await sendTo(0, toBody("ask", 77));
      expect(asked.body.dialog).toMatchObject({ dialogTitle: "Size?" });
      const dialog = { selectedDialogOptionIds: [2] };
      const answered = await sendTo(1, toBody("ask", 77, { dialog }));
      expect(answered.body.message?.[0]?.message).toBe("chosen: 2");
    });

    it("refuse for another event what the other took for one", async () => {
      const body = toBody("replayed");
      expect((await sendTo(0, body)).status).toBe(200);
      const replayed = await sendTo(1, body, "cancelSession");
      expect(replayed.status).toBe(400);
      expect(replayed.body.error?.message).toContain("This body was already received as scanCode");
    });

    describe("when the database is gone", () => {
      const gone: { how: string; make: (proxy: Proxy) => unknown }[] = [
        { how: "refuses connections", make: (proxy) => proxy.close() },
        { how: "does not answer", make: (proxy) => proxy.hang() },
      ];
      const cases = gone.flatMap((each) => limits.map((limit) => ({ ...each, limit })));

      it.each(cases)("and $how, they answer all the same, with $limit", async ({ make, limit }) => {
        const proxy = await startProxy(Number(new URL(database).port));
        const url = database.replace(/:\d+/, `:${proxy.port}`);
        const shop = await open(url, { limits: limit });
        expect((await send(shop.port, toBody("before"))).status).toBe(200);
        await make(proxy);
        for (const [code, status] of answers)
          expect((await send(shop.port, toBody(code))).status).toBe(status);
        const logged = shop.told.filter((each) => "logged" in each);
        expect(JSON.stringify(logged)).toContain("the store for first answers failed");
        await proxy.close();
      });
    });
  });
});

interface Shop {
  readonly told: readonly object[];
  readonly port: number;
}

async function send(port: number, body: string, event = "scanCode"): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${port}/mplus/${event}`, {
    method: "POST",
    headers: {
      connection: "close",
      "content-type": "application/json",
      "x-mplus-subscription-id": "shop-12",
      "x-mplus-signature": sign(body, secret),
    },
    body,
  });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}
