import { connect } from "node:net";

/**
 * Sends one request again and again over so many connections, each waiting for its answer; counts the answers.
 * @param milliseconds How long; what is under way then is let finish and not counted.
 */
export async function load({ port, request, connections, milliseconds }) {
  const end = performance.now() + milliseconds;
  const counts = await Promise.all(
    Array.from({ length: connections }, () => exchange({ port, request, end })),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function exchange({ port, request, end }) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let [count, pending] = [0, Buffer.alloc(0)];
    socket.on("connect", () => socket.write(request));
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const size = sizeOfAnswer(pending);
      if (size === undefined || pending.length < size) return;
      const status = pending.latin1Slice(9, 12);
      if (status !== "200") return reject(new Error(pending.toString()));
      pending = pending.subarray(size);
      if (performance.now() >= end) {
        socket.end();
        return resolve(count);
      }
      count += 1;
      socket.write(request);
    });
  });
}

function sizeOfAnswer(bytes) {
  const head = bytes.indexOf("\r\n\r\n");
  if (head === -1) return undefined;
  const length = /content-length: (\d+)/i.exec(bytes.latin1Slice(0, head))?.[1];
  if (length === undefined) throw new Error(`an answer without a length: ${bytes.toString()}`);
  return head + 4 + Number(length);
}
