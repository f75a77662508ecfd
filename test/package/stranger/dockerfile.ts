import { cpSync, mkdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";

/** Result of a Dockerfile: a folder instead of an image. */
export interface Image {
  folder: string;
  readonly env: Record<string, string>;
  command: readonly string[];
  healthCheck: readonly string[];
}

type Run = (cwd: string, command: string, env: Readonly<Record<string, string>>) => Promise<void>;

/**
 * Follows a Dockerfile without containers: each stage is a folder in `home` and uses the installed Node. Supports
 * only the instructions in our Dockerfile.
 */
export async function followDockerfile(
  text: string,
  { context, home }: { readonly context: string; readonly home: string },
  run: Run,
): Promise<Image> {
  let root = "";
  let image: Image | undefined;
  for (const line of text.split("\n").filter((each) => each !== "" && !each.startsWith("#"))) {
    const [word = "", ...rest] = line.split(" ");
    const said = rest.join(" ");
    if (word === "FROM") {
      root = join(home, rest.at(2) ?? "last");
      image = { folder: root, env: {}, command: [], healthCheck: [] };
    }
    if (!image) throw new Error("a Dockerfile begins with FROM");
    if (word === "WORKDIR") mkdirSync((image.folder = join(root, said)), { recursive: true });
    else if (word === "ENV") Object.assign(image.env, Object.fromEntries([said.split("=")]));
    else if (word === "RUN") await run(image.folder, said, image.env);
    else if (word === "CMD") image.command = JSON.parse(said) as string[];
    else if (word === "HEALTHCHECK")
      image.healthCheck = JSON.parse(said.slice(said.indexOf("CMD ") + 4)) as string[];
    else if (word === "COPY") {
      const [, from] = /^--from=(.+)$/.exec(rest[0] ?? "") ?? [];
      if (from === undefined) copy(image.folder, rest, context);
      else copy(image.folder, rest.slice(1), join(home, from));
    } else if (!["FROM", "USER", "EXPOSE"].includes(word)) throw new Error(`what does ${word} do?`);
  }
  if (!image) throw new Error("a Dockerfile begins with FROM");
  return image;
}

/** The last argument is the destination. Copies a folder's contents, not the folder. */
function copy(cwd: string, paths: readonly string[], source: string): void {
  const target = resolve(cwd, paths.at(-1) ?? "");
  for (const path of paths.slice(0, -1)) {
    const from = join(source, path);
    const to = statSync(from).isDirectory() ? target : join(target, basename(path));
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  }
}
