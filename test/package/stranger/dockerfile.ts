import { cpSync, mkdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";

/** What a Dockerfile makes: a folder in the place of an image. */
export interface Image {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
}

/** How a command of a Dockerfile is run in a folder. */
type Run = (cwd: string, command: string, env: Readonly<Record<string, string>>) => Promise<void>;

interface Stage {
  readonly root: string;
  cwd: string;
  readonly env: Record<string, string>;
  command: readonly string[];
  healthCheck: readonly string[];
}

/**
 * Does what a Dockerfile says, without a container: each stage is a folder in `home`, and the node is the one that is there.
 * It knows only the instructions that our Dockerfile has.
 */
export async function followDockerfile(
  text: string,
  { context, home }: { readonly context: string; readonly home: string },
  run: Run,
): Promise<Image> {
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  for (const line of text.split("\n").filter((each) => each !== "" && !each.startsWith("#"))) {
    const [word = "", ...rest] = line.split(" ");
    if (word === "FROM") {
      const name = rest.at(2) ?? "last";
      stage = { root: join(home, name), cwd: join(home, name), env: {}, command: [], healthCheck: [] };
      stages.set(name, stage);
    } else if (stage) await follow(stage, [word, rest], { context, stages, run });
  }
  if (!stage) throw new Error("a Dockerfile begins with FROM");
  return { folder: stage.cwd, env: stage.env, command: stage.command, healthCheck: stage.healthCheck };
}

interface Surroundings {
  readonly context: string;
  readonly stages: ReadonlyMap<string, Stage>;
  readonly run: Run;
}

async function follow(
  stage: Stage,
  [word, rest]: readonly [word: string, rest: readonly string[]],
  { context, stages, run }: Surroundings,
): Promise<void> {
  const text = rest.join(" ");
  if (word === "WORKDIR") mkdirSync((stage.cwd = join(stage.root, text)), { recursive: true });
  else if (word === "ENV") Object.assign(stage.env, Object.fromEntries([text.split("=")]));
  else if (word === "RUN") await run(stage.cwd, text, stage.env);
  else if (word === "CMD") stage.command = JSON.parse(text) as string[];
  else if (word === "HEALTHCHECK")
    stage.healthCheck = JSON.parse(text.slice(text.indexOf("CMD ") + 4)) as string[];
  else if (word === "COPY") {
    const [, from] = /^--from=(.+)$/.exec(rest[0] ?? "") ?? [];
    const source = from === undefined ? context : (stages.get(from)?.root ?? "");
    copy(stage, from === undefined ? rest : rest.slice(1), source);
  } else if (word !== "USER" && word !== "EXPOSE") throw new Error(`what does ${word} do?`);
}

/** A file goes into the folder that is named last; of a folder its contents do. */
function copy(stage: Stage, paths: readonly string[], source: string): void {
  const target = resolve(stage.cwd, paths.at(-1) ?? "");
  for (const path of paths.slice(0, -1)) {
    const from = join(source, path);
    const to = statSync(from).isDirectory() ? target : join(target, basename(path));
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
}
