import { connect, type Socket } from "node:net";

/** Writes to a new socket, and reads until the server closes it. The client closes its half only if `isEnded`. */
export function exchange(port: number, bytes: Uint8Array | string, isEnded = true) {
  return new Promise<{ readonly text: string; readonly socket: Socket }>((resolve) => {
    let text = "";
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: !isEnded });
    socket.setEncoding("latin1").on("data", (part: string) => (text += part));
    // A server may cut off a client that keeps writing.
    socket.on("error", () => undefined);
    socket.on(isEnded ? "close" : "end", () => resolve({ text, socket }));
    if (isEnded) socket.end(bytes);
    else socket.write(bytes);
  });
}
