import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { post, scan } from "../../conformance/requests.js";
import { toHeaderLines } from "../../conformance/wire.js";
import { scaleAmount } from "../amount.js";
import { longLived, startServer, type ServerProcess } from "./servers.js";
import { runConcurrently } from "./sockets.js";

const clients = scaleAmount({ suite: 20, full: 1000 });

describe("clients that break off in the middle of a body", () => {
  it.each(longLived)("%s refuses them, and prints nothing", async (name, file) => {
    const server = await startServer(name, file);
    await runConcurrently(clients, 20, (index) => breakOff(server.port, ways[index % ways.length] ?? leave));
    const { refused, faults } = await waitForRefusals(server);
    server.stop();
    expect({ refused, faults }).toEqual({ refused: { INVALID_DATA: clients }, faults: [] });
    expect(server.readErrors()).toBe("");
  });
});

const leave = (socket: Socket): void => void socket.destroy();

/** A client closes, resets, or ends its half and listens on. */
const ways = [
  leave,
  (socket: Socket): void => void socket.resetAndDestroy(),
  (socket: Socket): void => void socket.end(),
];

const body = JSON.stringify(scan());
const head = toHeaderLines(post({ body, headers: { Host: "x", Expect: "100-continue" } }))
  .map((line) => `${line.join(": ")}\r\n`)
  .join("");

async function breakOff(port: number, go: (socket: Socket) => void): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(`POST /mplus/scanCode HTTP/1.1\r\n${head}\r\n`);
  // Only what a server has begun to read can break off.
  await once(socket, "data");
  socket.write(body.slice(0, 20));
  const closed = new Promise((resolve) => socket.resume().once("close", resolve));
  go(socket);
  await closed;
}

/** Asks a server for its state until it has refused all clients. */
async function waitForRefusals(server: ServerProcess) {
  let state = await server.ask();
  for (let tries = 600; (state.refused["INVALID_DATA"] ?? 0) < clients && tries > 0; tries--) {
    state = await server.ask();
  }
  return state;
}
