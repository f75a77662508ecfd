import { inspect } from "node:util";
import { cases } from "../../conformance/cases/all.js";
import { concurrentCases } from "../../conformance/cases/concurrent.js";
import { startUpCases } from "../../conformance/cases/start-up.js";
import type { Case } from "../../conformance/case.js";
import { createOptions, setups, type SetupName } from "../../conformance/setups.js";
import { createStage, type LogLine, type Stage } from "../../conformance/stage.js";
import { createMplusHandler } from "../../../generated/fetch/index.js";
import { caseHeader, places } from "./places.js";

/** Runs inside another runtime. A header of the request names the case. */
export default {
  fetch(request: Request, _env?: unknown, context?: object): Promise<Response> | Response {
    const { pathname } = new URL(request.url);
    if (pathname === places.lines) return Response.json(listLines());
    if (pathname === places.startUp)
      return Response.json(startUpCases.map(({ options }) => complain(options)));
    return answer(request, context);
  },
};

interface Receiver {
  readonly stage: Stage;
  readonly handle: ReturnType<typeof createMplusHandler>;
}

const receivers = new Map(
  Object.entries(setups).map(([name, makeOptions]): [SetupName, Receiver] => {
    const stage = createStage();
    const handle = createMplusHandler({ ...makeOptions(stage), basePath: "/mplus" });
    if (name === "closed") void handle.close();
    return [name as SetupName, { stage, handle }];
  }),
);

const numbered: readonly Case[] = [...cases, ...concurrentCases];

function answer(request: Request, context?: object): Promise<Response> {
  const { setup = "standard", handler } = numbered[Number(request.headers.get(caseHeader))] ?? {};
  const receiver = receivers.get(setup);
  if (receiver === undefined) throw new Error(`there is no set-up ${setup}`);
  receiver.stage.handler = handler;
  return receiver.handle(request, context);
}

function complain(options: (typeof startUpCases)[number]["options"]): string {
  try {
    createMplusHandler({ ...createOptions(createStage(), options), basePath: "/mplus" });
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

const listLines = (): string[] => [...receivers.values()].flatMap(({ stage }) => stage.lines.map(format));

const format = ({ level, fields, message }: LogLine): string =>
  `${level} ${message} ${inspect(fields, { depth: 20 })}`;
