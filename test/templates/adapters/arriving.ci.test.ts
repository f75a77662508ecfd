import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { createMplusListener } from "../../../generated/node/index.js";
import { post } from "../../conformance/requests.js";
import { toHeaderLines } from "../../conformance/wire.js";
import { createShop } from "./shop.js";

const body = String(Buffer.from(post().body));
const names = ["Content-Length", "Transfer-Encoding", "Connection"];
const head = (...more: readonly string[]) =>
  [
    "POST /scanCode HTTP/1.1",
    "Host: shop.example",
    ...toHeaderLines(post())
      .filter(([name]) => !names.includes(name))
      .map((line) => line.join(": ")),
    ...more,
    "",
    "",
  ].join("\r\n");
const chunked = head("Transfer-Encoding: chunked");
const toChunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const pieces = [body.slice(0, 1), body.slice(1, 30), body.slice(30)].map(toChunk);
const whole = head(`Content-Length: ${Buffer.byteLength(body)}`) + body;
const longest = 2000;
const long = "x".repeat(longest + 1);

/** Sends pieces of a request; null ends the connection. Resolves to the statuses that came. */
it.each<[string, sent: readonly (string | null)[], statuses: number[], logged: string[]]>([
  ["in pieces", [chunked, ...pieces, toChunk("")], [200], []],
  ["twice in one piece", [whole + whole], [200, 200], []],
  ["halfway, and the client goes", [chunked, pieces[0] ?? "", null], [], []],
  ["larger than it may be", [chunked, toChunk(long)], [413], ["too large"]],
  ["declared larger than it may be", [head(`Content-Length: ${long.length}`)], [413], ["too large"]],
  ["too slowly", [chunked, pieces[0] ?? ""], [408], ["arrive"]],
])(
  "a body that arrives %s has its answer, and the server goes on",
  async (_name, ...[sent, statuses, logged]) => {
    const { options, lines } = createShop({ bodyLimit: longest, bodyTimeout: 100 });
    const listener = createMplusListener(options);
    const server = createServer(listener).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    onTestFinished(() => server.closeAllConnections());
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;

    const send = async (parts: readonly (string | null)[], answers: number) => {
      const client = connect(port, "127.0.0.1").on("error", () => undefined);
      let text = "";
      client.on("data", (data) => (text += String(data)));
      for (const part of parts) {
        if (part !== null) client.write(part);
        await new Promise((resolve) => setTimeout(resolve, 10));
        if (part === null) client.destroy();
      }
      const list = () => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
      await expect.poll(list).toHaveLength(answers);
      client.destroy();
      return list();
    };
    expect(await send(sent, statuses.length)).toEqual(statuses);
    expect(await send([whole], 1)).toEqual([200]);
    await listener.close();
    const shown = lines.filter(({ level }) => level !== "debug").map(({ message }) => message);
    expect(shown).toEqual(logged.map((part) => expect.stringContaining(part) as string));
  },
);
