import type { Till, TillOptions } from "../../../generator/till/engine/till.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import type { JsonObject } from "../../../generator/base/json.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { http } from "../doctor/servers/serve.js";
import { ownContract } from "../own-spec.js";

/** Answers an event. The till's reports are in `reports`. */
export type Answerer = (event: string, request: JsonObject) => JsonObject | Raw | Promise<JsonObject | Raw>;

export interface Raw {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text: string;
  readonly isUnsigned?: true;
}

export interface Got {
  readonly event: string;
  readonly request: JsonObject;
}

export interface Desk {
  readonly till: Till;
  readonly url: string;
  readonly got: readonly Got[];
  readonly reports: readonly Got[];
  readonly end: () => Promise<void>;
}

export async function setUpDesk(answer: Answerer, options: Partial<TillOptions> = {}): Promise<Desk> {
  const got: Got[] = [];
  const reports: Got[] = [];
  const { host, close } = await http(async ({ path, body }) => {
    const request = JSON.parse(body.toString()) as JsonObject;
    const event = path.split("/").at(-1) ?? "";
    (request["error"] ? reports : got).push({ event, request });
    const answered = request["error"] ? {} : await answer(event, request);
    const raw: Raw = isRaw(answered) ? answered : { text: JSON.stringify(answered) };
    const { status = 200, headers, text, isUnsigned } = raw;
    const signature = !isUnsigned && { "X-Mplus-Signature": signatureOf(text) };
    return { status, headers: { "Content-Type": "application/json", ...signature, ...headers }, body: text };
  })();
  const url = `http://${host}/mplus`;
  const till = startTill(ownContract(), {
    url,
    subscription: "shop-12",
    secret,
    clock: "virtual",
    seed: 1,
    ...options,
  });
  const end = async (): Promise<void> => {
    await till.close();
    await close();
  };
  return { till, url, got, reports, end };
}

const isRaw = (answer: JsonObject | Raw): answer is Raw => typeof (answer as Raw).text === "string";
