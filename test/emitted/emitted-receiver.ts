import { secret, signatureOf } from "../conformance/signature.js";

export interface ReceiverOutput {
  readonly createReceiver: (options: object) => {
    receive(request: object): Promise<{
      readonly status: number;
      readonly body: string;
      readonly headers: Readonly<Record<string, string>>;
    }>;
  };
}

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly isSigned: boolean;
}

export interface EmittedReceiver {
  readonly logged: readonly string[];
  readonly send: (event: string, text: string) => Promise<Reply>;
}

export function createEmittedReceiver(
  { createReceiver }: ReceiverOutput,
  version: string | undefined,
  options: object,
): EmittedReceiver {
  const logged: string[] = [];
  const log = (_: object, message: string) => void logged.push(message);
  const receiver = createReceiver({
    subscriptions: { shop: { secret, version } },
    handlers: {},
    log: { debug: log, info: log, warn: log, error: log },
    ...options,
  });
  const send = async (event: string, text: string): Promise<Reply> => {
    const headers: Readonly<Record<string, string>> = {
      "content-type": "application/json",
      "x-mplus-subscription-id": "shop",
      "x-mplus-signature": signatureOf(text),
    };
    const request = {
      method: "POST",
      event,
      body: Buffer.from(text),
      header: (name: string) => headers[name],
    };
    const { status, body, headers: answered } = await receiver.receive(request);
    const given = Object.entries(answered).find(([name]) => name.toLowerCase() === "x-mplus-signature");
    return { status, text: body, isSigned: given?.[1] === signatureOf(body) };
  };
  return { logged, send };
}
