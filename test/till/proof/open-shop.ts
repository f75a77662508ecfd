import type { MplusOptions } from "../../../generated/receiver/index.js";
import { createLog, createStage, type LogLine } from "../../conformance/stage.js";
import { secret } from "../../conformance/signature.js";
import type { Opened, Target } from "../../conformance/targets/target.js";

export interface OpenShop {
  readonly url: string;
  /** Delivers requests without a server. */
  readonly fetch?: typeof fetch;
  readonly lines: readonly LogLine[];
  end(): Promise<void>;
}

/** Opens the example's receiver on a target, for a shop of a release. */
export async function openShop(
  target: Target,
  shop: Pick<MplusOptions, "handlers">,
  version: string,
): Promise<OpenShop> {
  const stage = createStage();
  const subscriptions = { "shop-12": { secret, version } };
  const opened = await target.open({ ...shop, subscriptions, log: createLog(stage) });
  const { port, end } = opened;
  return {
    url: port === undefined ? "http://shop.example/mplus" : `http://127.0.0.1:${port}/mplus`,
    ...(port === undefined && { fetch: toFetch(opened) }),
    lines: stage.lines,
    end,
  };
}

/** Replaces the network with a receiver. */
const toFetch =
  ({ send }: Opened): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    const body = new Uint8Array(await request.arrayBuffer());
    const answer = await send({
      method: request.method,
      path: new URL(request.url).pathname,
      headers: [...request.headers],
      body,
      framing: "length",
    });
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  };
