import { signatureOf } from "../../conformance/signature.js";
import { http, type Incoming } from "../../till/doctor/servers/serve.js";
import { runNewman, type Run } from "./newman.js";

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Signs a text. Default: the body. */
export const signed = (body: string | Buffer, text = body.toString()): Reply => ({
  headers: { "X-Mplus-Signature": signatureOf(text) },
  body,
});

/** Runs the collection in a folder at a server of its own, and lists what came there. */
export async function runAt(
  home: string,
  reply: (came: Incoming) => Reply,
  folder?: string,
): Promise<Run & { readonly came: readonly Incoming[] }> {
  const came: Incoming[] = [];
  const server = await http((incoming) => {
    came.push(incoming);
    const { status = 200, headers, body } = reply(incoming);
    return { status, headers: { "Content-Type": "application/json", ...headers }, body };
  })();
  try {
    return { came, ...(await runNewman(home, `http://${server.host}`, folder)) };
  } finally {
    await server.close();
  }
}
