import { signatureOf } from "../../conformance/signature.js";

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly isSigned: boolean;
}

/** Posts a body as the POS does. */
export async function post(url: string, body: string): Promise<Reply> {
  const headers = {
    "content-type": "application/json",
    "x-mplus-subscription-id": "shop-12",
    "x-mplus-signature": signatureOf(body),
  };
  const response = await fetch(url, { method: "POST", body, headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    body: JSON.parse(bytes.toString()) as unknown,
    isSigned: response.headers.get("x-mplus-signature") === signatureOf(bytes.toString()),
  };
}
