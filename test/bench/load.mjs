import { connect } from "node:net";
import { isDeepStrictEqual } from "node:util";

/**
 * Sends requests over several connections, each waiting for its answer. `request` may be a function that makes each request.
 * Every answer must have the expected value, in any property order. Returns the milliseconds of each request.
 */
export async function load({ port, request, expected, requests, connections = 10 }) {
  const latencies = [];
  const isExpected = checkFor(expected);
  const note = (latency) => latencies.push(latency) > requests - connections;
  await Promise.all(Array.from({ length: connections }, () => exchange({ port, request, isExpected, note })));
  return latencies;
}

/** Checks the value of an answer. Skips bytes that were correct before, to save processor time. */
function checkFor(expected) {
  let known;
  return (bytes) => {
    if (known?.equals(bytes)) return true;
    known = Buffer.from(bytes);
    return isDeepStrictEqual(JSON.parse(known.toString()), expected);
  };
}

function exchange({ port, request, isExpected, note }) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let pending = Buffer.alloc(0);
    let sent;
    const send = () => {
      const bytes = typeof request === "function" ? request() : request;
      sent = performance.now();
      socket.write(bytes);
    };
    socket.on("connect", send);
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("the server ended the connection")));
    socket.on("data", (chunk) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const [start, end] = placeOfBody(pending);
      if (pending.length < end) return;
      if (pending.latin1Slice(9, 12) !== "200" || !isExpected(pending.subarray(start)))
        return reject(new Error(pending.toString()));
      pending = pending.subarray(pending.length);
      if (!note(performance.now() - sent)) return send();
      socket.end();
      resolve();
    });
  });
}

function placeOfBody(bytes) {
  const head = bytes.indexOf("\r\n\r\n");
  if (head === -1) return [0, Infinity];
  const length = /content-length: (\d+)/i.exec(bytes.latin1Slice(0, head))?.[1];
  if (length === undefined) throw new Error(`an answer without a length: ${bytes.toString()}`);
  return [head + 4, head + 4 + Number(length)];
}
