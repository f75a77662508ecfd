import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import { recognized } from "../../conformance/answers.js";
import { post } from "../../conformance/requests.js";
import { targets } from "../../conformance/targets/all.js";
import { toHeaderLines } from "../../conformance/wire.js";
import { createShop } from "./shop.js";

const body = Buffer.from(post().body);
const lines = ["POST /mplus/scanCode HTTP/1.1", "Host: shop.example"];
const head = [...lines, ...toHeaderLines(post()).map((line) => line.join(": ")), "", ""].join("\r\n");

const names = ["node", "express 5", "fastify", "koa", "nest", "hono"];

describe.each(targets.filter(({ name }) => names.includes(name)))("$name", (target) => {
  async function open(changes: Partial<MplusOptions> = {}) {
    const { options, lines } = createShop(changes);
    const opened = await target.open(options);
    onTestFinished(opened.end);
    const client = connect(opened.port ?? 0, "127.0.0.1").on("error", () => undefined);
    const listLines = () => lines.filter(({ level }) => level !== "debug");
    return { ...opened, client, listLines };
  }

  it("aborts the handler's signal if the client disconnects, and logs nothing", async () => {
    let [leave, hasAborted] = [(): void => undefined, false];
    const scanCode = async ({ signal }: { signal: AbortSignal }) => {
      leave();
      await once(signal, "abort");
      hasAborted = true;
    };
    const { client, retire, listLines } = await open({ handlers: { scanCode } });
    leave = () => client.destroy();
    client.write(head + String(body));
    await once(client, "close");
    await retire();
    expect([hasAborted, listLines()]).toEqual([true, []]);
  });

  it("survives a client that disconnects within its body", async () => {
    let leave = (): void => undefined;
    const { client, send, retire, listLines } = await open({ onReceived: () => leave() });
    leave = () => client.destroy();
    client.write(head + String(body.subarray(0, 20)));
    await once(client, "close");
    expect(await send(post())).toEqual(recognized);
    await retire();
    expect(listLines()).toEqual([]);
  });
});
