import { connect } from "node:tls";
import type { Seen } from "./seen.js";

/** Asks what one request leaves open: whether a server that hangs up on HTTP speaks TLS. */
export async function lookCloser(seen: Seen): Promise<Seen> {
  const { result, sent } = seen;
  const isMute = result.kind === "none" && ["hung-up", "not-http"].includes(result.cause.kind);
  if (!isMute || !sent.url.startsWith("http:")) return seen;
  return { ...seen, speaksTls: await speaksTls(new URL(sent.url)) };
}

/** Whether somebody answers a TLS handshake; who that is does not matter here, and nothing is sent. */
function speaksTls({ hostname, port }: URL): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, "");
  const socket = connect({ host, port: Number(port) || 80, rejectUnauthorized: false });
  return new Promise<boolean>((resolve) => {
    const end = (speaks: boolean) => {
      socket.destroy();
      resolve(speaks);
    };
    socket.setTimeout(10_000, () => end(false));
    socket.once("secureConnect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("close", () => end(false));
  });
}
