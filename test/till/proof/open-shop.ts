import type { MplusOptions } from "../../../generated/receiver/index.js";
import { createLog, createStage, type LogLine } from "../../conformance/stage.js";
import { secret } from "../../conformance/signature.js";
import type { Opened, Target } from "../../conformance/targets/target.js";

/** A receiver that a till can be pointed to. */
export interface OpenShop {
  readonly url: string;
  /** Carries requests to a receiver that has no server. */
  readonly fetch?: typeof fetch;
  /** What it has logged so far. */
  readonly lines: readonly LogLine[];
  end(): Promise<void>;
}

/** Opens a receiver of the example in one of the ways to run one, for a shop of a release. */
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

/** The receiver in the place of the network. */
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
