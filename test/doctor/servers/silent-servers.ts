import { receiver } from "./receiver.js";
import { http, nobody, tcp } from "./serve.js";
import { fixed, json, type WrongServer } from "./wrong-server.js";

export const silentServers: readonly WrongServer[] = [
  {
    name: "nobody listens",
    start: nobody,
    id: "refused",
    says: "Nothing listens at HOST: the connection is refused.",
    doctor: "PORT does not take the connection (ECONNREFUSED).",
  },
  {
    name: "https in the URL of an http server",
    start: http(receiver()),
    scheme: "https://",
    id: "tls",
    says: "HOST speaks http at this port, and the URL says https.",
  },
  {
    name: "it hangs up",
    start: tcp((socket) => socket.end()),
    id: "hung-up",
    says: "HOST takes the request and hangs up without a whole answer.",
  },
  {
    name: "it resets the connection",
    start: tcp((socket) => socket.resetAndDestroy()),
    id: "hung-up",
    says: "HOST takes the request and hangs up without a whole answer.",
  },
  {
    name: "it hangs up in the middle of the body",
    start: tcp((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{")),
    id: "hung-up",
    says: "HOST takes the request and hangs up without a whole answer.",
  },
  {
    name: "it speaks another protocol",
    start: tcp((socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n")),
    id: "not-http",
    says: "What listens at HOST does not speak HTTP.",
  },
  {
    name: "its body is endless",
    start: http(() => ({ status: 200, headers: json, body: Buffer.alloc(11 * 2 ** 20, " ") })),
    id: "too-long",
    says: "The answer of HOST has no end: more than 10485760 bytes came.",
  },
  {
    name: "its body is not the gzip that it says it is",
    start: fixed(200, { ...json, "content-encoding": "gzip" }, "{}"),
    id: "packed",
    says: "The answer says that it is packed (Content-Encoding), and it cannot be unpacked.",
  },
];
