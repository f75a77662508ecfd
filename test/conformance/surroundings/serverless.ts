import { createRequire } from "node:module";
import serverlessHttp from "serverless-http";
import type { RequestListener } from "node:http";
import type { LambdaAnswer, LambdaEvent } from "../../../generated/lambda/index.js";
import type { Case } from "../case.js";
import { cases } from "../cases/all.js";
import { sendEvent, toHttpEvent, toRestEvent } from "../targets/lambda.js";
import type { TargetName } from "../targets/target.js";
import type { WireRequest } from "../wire-message.js";
import { mounts, openWithout, type MountName, type Surrounded } from "./surrounding.js";

type Handle = (event: LambdaEvent, context: object) => Promise<LambdaAnswer>;

const serverlessExpress = createRequire(import.meta.url)("@codegenie/serverless-express") as (options: {
  readonly app: RequestListener;
}) => Handle;

interface Adapter {
  readonly wrap: (listen: RequestListener) => Handle;
  readonly toEvent: (request: WireRequest) => LambdaEvent;
  readonly like: TargetName;
  readonly cases?: readonly Case[];
}

const adapters: Readonly<Record<string, Adapter>> = {
  "serverless-http": {
    wrap: (listen) => serverlessHttp(listen) as Handle,
    toEvent: toVersionedEvent,
    like: "lambda v2",
  },
  "@codegenie/serverless-express": {
    wrap: (app) => serverlessExpress({ app }),
    toEvent: toRestEvent,
    like: "lambda v1",
    // It keeps only one of two headers whose names differ in case.
    cases: cases.filter(({ name }) => !name.includes("two spellings of the header")),
  },
};

export const serverless: readonly Surrounded[] = Object.entries(adapters).flatMap(
  ([adapter, { wrap, toEvent, like, ...rest }]) =>
    (Object.keys(mounts) as MountName[]).map((name) => ({
      ...rest,
      name: `${name} behind ${adapter}`,
      like: [name, like],
      open: openWithout(mounts[name], ({ listen }) => {
        const handle = wrap(listen);
        return (request) => sendEvent(request, toEvent, (event) => handle(event, {}));
      }),
    })),
);

/** With fields that adapters read, although the receiver does not. */
function toVersionedEvent(request: WireRequest): LambdaEvent {
  return { version: "2.0", rawQueryString: "", ...toHttpEvent(request) } as LambdaEvent;
}
