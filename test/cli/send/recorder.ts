import { receiver, secret } from "../../till/doctor/servers/receiver.js";
import { http, type Incoming, type Start } from "../../till/doctor/servers/serve.js";
import { inProject, type Project } from "../../workbench/project.js";

/** Returns the requests that a server received, and the output of `send`. */
export async function withServer<T>(
  start: Start,
  use: (project: Project, url: string) => Promise<T>,
  environment: Readonly<Record<string, string>> = { MPLUS_SECRET: secret },
): Promise<T> {
  const { host, close } = await start();
  try {
    return await inProject((project) => use(project, `http://${host}/mplus`), environment);
  } finally {
    await close();
  }
}

export function recorder(answer: (incoming: Incoming) => string = () => "{}") {
  const got: Incoming[] = [];
  const good = receiver({ answer });
  const start = http((incoming) => {
    got.push(incoming);
    return good(incoming);
  });
  return { got, start };
}

export const parse = ({ body }: Incoming) =>
  JSON.parse(body.toString()) as Record<string, Record<string, unknown>>;
