import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text as readText } from "node:stream/consumers";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import type { Context } from "../stage.js";

/** PHP code that a handler runs; its value is the answer. */
export class PhpCode {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

/** The reply to a question of the PHP program, as JSON. */
type Reply = { readonly value?: unknown } | { readonly throws: string } | { readonly runs: string };

interface Question {
  readonly request: Context["request"];
  readonly context: Pick<Context, "eventName" | "subscriptionId">;
}

interface Line {
  readonly level: "debug" | "info" | "warning" | "error";
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Serves the handlers, the look-up and the log of options to a program in PHP: see `programs/receiver.php`. */
export async function openStageServer(options: MplusOptions) {
  const server = createServer((request, response) => {
    const answer = async (): Promise<Reply> =>
      reply(options, (request.url ?? "").slice(1), JSON.parse(await readText(request)));
    answer()
      .catch((fault: unknown): Reply => ({ throws: toMessage(fault) }))
      .then(
        (sent) => response.end(JSON.stringify(sent)),
        () => response.destroy(),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    end: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}

async function reply(options: MplusOptions, question: string, data: unknown): Promise<Reply> {
  if (question === "log") {
    const { level, message, fields } = data as Line;
    options.log?.[level === "warning" ? "warn" : level](fields, message);
    return {};
  }
  if (question === "subscriptions")
    return { value: await (options.subscriptions as (id: string) => unknown)(data as string) };
  const { request, context } = data as Question;
  const given = { ...context, request, signal: new AbortController().signal };
  if (question === "onError") return { value: await options.onError?.(given as never) };
  const handlers = options.handlers as Readonly<Record<string, (context: object) => unknown>>;
  const value = await handlers[question.replace("handlers/", "")]?.(given);
  return value instanceof PhpCode ? { runs: value.code } : { value };
}

/** PHP has no error whose message cannot be read. */
function toMessage(fault: unknown): string {
  try {
    return (fault as Error).message;
  } catch {
    return "the message of the thrown error cannot be read";
  }
}
