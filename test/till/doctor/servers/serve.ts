import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from "node:net";
import { buffer } from "node:stream/consumers";

export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export type Answer = (incoming: Incoming) => Outgoing | Promise<Outgoing>;

export interface Running {
  readonly host: string;
  readonly close: () => Promise<void>;
}

/** The caller closes the server. */
export type Start = () => Promise<Running>;

const listener =
  (answer: Answer): RequestListener =>
  (request, response) =>
    void (async () => {
      const { method = "", url: path = "", headers } = request;
      const {
        status,
        headers: given,
        body,
      } = await answer({ method, path, headers, body: await buffer(request) });
      response.writeHead(status, given).end(body);
    })().catch(() => response.destroy());

export const http =
  (answer: Answer): Start =>
  () =>
    listen(createServer(listener(answer)));

export const https =
  (answer: Answer, certificate: { readonly key: string; readonly cert: string }): Start =>
  () =>
    listen(createTlsServer(certificate, listener(answer)));

/** Handles a TCP connection after its first data. */
export const tcp =
  (speak: (socket: Socket) => void): Start =>
  () =>
    listen(
      createTcpServer((socket) => {
        socket.on("error", () => undefined);
        socket.once("data", () => speak(socket));
      }),
    );

/** A port where nothing listens: the system does not assign ports this low. */
export const nobody: Start = () => Promise.resolve({ host: "127.0.0.1:4", close: () => Promise.resolve() });

export async function listen(server: Server): Promise<Running> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) =>
    sockets.add(socket.once("close", () => sockets.delete(socket))),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
