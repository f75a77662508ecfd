import { withServer, recorder } from "../../cli/send/recorder.js";
import type { Project } from "../../workbench/project.js";
import type { Body } from "./body.js";
import { ownObjects } from "./documented.js";

export interface Made {
  readonly event: string;
  readonly release: string;
  readonly bodies: readonly Body[];
  /** What the command printed instead of a body. */
  readonly refusal: string;
}

type Make = (event: string, release: string, project: Project) => Promise<Omit<Made, "event" | "release">>;

export const events = Object.keys(ownObjects);
export const releases = ["11.1", "43.1", "48", "57", "59.5.2"];

const mock: Make = async (event, release, { call }) => {
  const { code, stdout, stderr } = await call("mock", event, "--release", release);
  return { bodies: code === 0 ? [JSON.parse(stdout) as Body] : [], refusal: stderr };
};

/** What a server receives. */
const send = (url: string, got: readonly { readonly body: Buffer }[]): Make => {
  return async (event, release, { call }) => {
    const before = got.length;
    const { stderr } = await call("send", event, "--release", release, "--url", url);
    const bodies = got.slice(before).map(({ body }) => JSON.parse(body.toString()) as Body);
    return { bodies, refusal: stderr };
  };
};

/** All bodies of a command that makes them. */
export function makeBodies(command: "mock" | "send"): Promise<readonly Made[]> {
  const { got, start } = recorder();
  return withServer(start, async (project, url) => {
    const make = command === "mock" ? mock : send(url, got);
    const made: Made[] = [];
    for (const release of releases)
      for (const event of events) made.push({ event, release, ...(await make(event, release, project)) });
    return made;
  });
}
