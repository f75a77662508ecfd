import { once } from "node:events";
import type { Server } from "node:http";
import { connect, type Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { expect, describe, it } from "vitest";
import { createMplusHandler } from "../../generated/fetch/index.js";
import { post, scan } from "./requests.js";
import { createOptions } from "./setups.js";
import { createStage } from "./stage.js";
import { targets } from "./targets/all.js";
import { drive, type Target } from "./targets/target.js";
import { toHeaderLines } from "./wire.js";
import type { Framing, WireRequest } from "./wire-message.js";

const fetchServer: Pick<Target, "open"> & { readonly name: string } = {
  name: "fetch",
  open(options) {
    const handle = createMplusHandler({ ...options, basePath: "/mplus" });
    return drive(createAdaptorServer({ fetch: handle }) as Server, () => handle.close());
  },
};

/** hono is last, because it replaces the platform's Request and Response. */
const servers = [
  ...targets.filter(({ name }) => !/receiver|fetch|lambda|hono/.test(name)),
  fetchServer,
  ...targets.filter(({ name }) => name === "hono"),
];

const secretOf = (id: string): string => Buffer.alloc(32, id).toString("base64");

/** Opens a receiver with these shops. */
async function open(target: Pick<Target, "open">, shops: readonly string[]) {
  const subscriptions = Object.fromEntries(shops.map((id) => [id, { secret: secretOf(id) }]));
  let received = 0;
  const onReceived = (): void => void (received += 1);
  const options = { subscriptions, onReceived, bodyTimeout: 600_000 };
  const { port = 0, end } = await target.open(createOptions(createStage(), options));
  const sockets: Socket[] = [];
  return {
    /** Sends the headers and half of the body. */
    begin: async (id: string, length: number, framing: Framing = "length"): Promise<Delivery> => {
      const socket = connect({ port, host: "127.0.0.1" });
      sockets.push(socket);
      await once(socket, "connect");
      return beginDelivery(socket, toRequest(id, length, framing));
    },
    waitFor: async (count: number): Promise<void> => {
      while (received < count) await new Promise(setImmediate);
    },
    end: async (): Promise<void> => {
      for (const socket of sockets) socket.destroy();
      await end();
    },
  };
}

function toRequest(id: string, length: number, framing: Framing): WireRequest {
  const empty = JSON.stringify(scan({ filling: "" })).length;
  const body = scan({ filling: "x".repeat(Math.max(0, length - empty)) });
  return post({ body, key: secretOf(id), headers: { "X-Mplus-Subscription-Id": id }, framing });
}

interface Delivery {
  /** Sends the rest of the body. Returns the answer's status. */
  readonly finish: () => Promise<number>;
}

function beginDelivery(socket: Socket, request: WireRequest): Delivery {
  const { method, path, framing } = request;
  const body = Buffer.from(request.body);
  const head = [
    `${method} ${path} HTTP/1.1`,
    "Host: x",
    ...toHeaderLines(request).map((line) => line.join(": ")),
  ];
  const write = (part: Buffer): void => {
    const chunk = [`${part.length.toString(16)}\r\n`, part, "\r\n"];
    for (const piece of framing === "chunked" ? chunk : [part]) socket.write(piece);
  };
  const middle = Math.ceil(body.length / 2);
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  write(body.subarray(0, middle));
  let text = "";
  const answered = new Promise<void>((resolve) => {
    socket.setEncoding("latin1").on("data", (part: string) => {
      text += part;
      resolve();
    });
    // A server may cut off a client that keeps writing.
    socket.on("error", () => undefined).on("close", () => resolve());
  });
  const status = () => (text === "" ? undefined : Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]));
  return {
    finish: async () => {
      if (status() === undefined) {
        write(body.subarray(middle));
        if (framing === "chunked") socket.write("0\r\n\r\n");
      }
      await answered;
      return status() ?? 0;
    },
  };
}

describe.each(servers)("$name", (target) => {
  const { name } = target;

  it(`${name}: a stranger with the id of one shop pushes out slow bodies of that shop only`, async () => {
    const { begin, waitFor, end } = await open(target, ["shop-12", "shop-13"]);
    const [attacked, other] = [await begin("shop-12", 2000), await begin("shop-13", 2000)];
    await waitFor(2);
    // A quarter of 64 MiB has room for 1,024 empty bodies of 16 KiB.
    const strangers = 1200;
    for (let index = 0; index < strangers; index += 1) await begin("shop-12", 1000);
    await waitFor(2 + strangers);
    expect(await other.finish()).toBe(200);
    expect(await attacked.finish()).toBe(503);
    expect(await (await begin("shop-12", 2000)).finish()).toBe(200);
    await end();
  });

  it(`${name}: 1,000 tills of 100 shops can send 30 kB each at once`, async () => {
    const shops = Array.from({ length: 100 }, (_, index) => `shop-${index}`);
    const { begin, waitFor, end } = await open(target, shops);
    const deliveries: Delivery[] = [];
    for (let till = 0; till < 10; till += 1)
      for (const shop of shops)
        deliveries.push(await begin(shop, 30 * 1024, till % 2 === 0 ? "length" : "chunked"));
    await waitFor(1000);
    const statuses = await Promise.all(deliveries.map(({ finish }) => finish()));
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    await end();
  });
});
