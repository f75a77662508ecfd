import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { madeFiles } from "../../workbench/made-output.js";
import { signalGroup, startProgram, type Command } from "../../workbench/run.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { needs } from "../../workbench/tools.js";
import type { Opened, Target } from "../targets/target.js";
import { createWireClient } from "../wire.js";
import { openStageServer } from "./stage-server.js";

export type PhpServerName = "php -S" | "nginx and php-fpm" | "PSR-15";

export interface OpenedServer extends Opened {
  /** Keeps the memory, which `send` empties. */
  readonly sendAgain: Opened["send"];
  /** The logs of the programs. */
  readonly readLogs: () => string;
}

export interface PhpServer extends Pick<Target, "platformHeader"> {
  readonly name: PhpServerName;
  readonly open: (options: MplusOptions) => Promise<OpenedServer>;
  /** The reason to skip its tests. */
  readonly missing: string | undefined;
}

/** Where the programs of a server run: a folder of their own, and a free port. */
interface Place {
  readonly folder: string;
  readonly port: number;
}

interface Kind extends Pick<PhpServer, "name"> {
  readonly programs: readonly string[];
  /** Environment variables: how `index.php` finds the event, and how its handlers answer. */
  readonly env: NodeJS.ProcessEnv;
  /** The commands, and files that they need. The last one listens on the port. */
  readonly prepare: (place: Place) => readonly Command[];
}

/** Debian has the version in its name. */
const fpm = readdirSync("/usr/sbin").find((name) => /^php-fpm[\d.]+$/.test(name)) ?? "php-fpm";

const programs = join(import.meta.dirname, "programs");
const psr = "/usr/share/php/Psr/Log/autoload.php";

/** The settings under which PHP shows the most: what it displays and puts into traces. */
const shown = ["display_errors=1", "zend.exception_ignore_args=0", "zend.exception_string_param_max_len=100"];

const builtIn =
  (program: string): Kind["prepare"] =>
  ({ port }) => [
    ["php", ...shown.flatMap((each) => ["-d", each]), "-S", `127.0.0.1:${port}`, join(programs, program)],
  ];

const workers = { PHP_CLI_SERVER_WORKERS: "4" };

const kinds: readonly Kind[] = [
  {
    name: "php -S",
    programs: ["php", psr],
    env: { ...workers, MPLUS_BASE_PATH: "/mplus", MPLUS_ANSWERS: "arrays" },
    prepare: builtIn("index.php"),
  },
  {
    name: "nginx and php-fpm",
    programs: ["nginx", `/usr/sbin/${fpm}`, psr],
    env: { MPLUS_ANSWERS: "objects" },
    prepare: prepareFpm,
  },
  {
    name: "PSR-15",
    programs: ["php", psr, "/usr/share/php/Nyholm/Psr7/autoload.php"],
    env: { ...workers, MPLUS_ANSWERS: "models" },
    prepare: builtIn("psr15.php"),
  },
];

export const phpServers: readonly PhpServer[] = kinds.map((kind) => ({
  name: kind.name,
  missing: needs(...kind.programs),
  // The servers decide whether a connection stays open.
  platformHeader: "connection",
  open: (options) => open(kind, options),
}));

const running = new Set<() => Promise<void>>();

/** Ends the servers that a failed test has left. */
export async function endServers(): Promise<void> {
  for (const end of running) await end();
}

async function open({ env, prepare }: Kind, options: MplusOptions): Promise<OpenedServer> {
  const folder = mkdtempSync(join(tmpdir(), "mplus-php-"));
  const memory = join(folder, "memory");
  emptyFolder(memory);
  writeFiles(folder, await madeFiles("48..", { targets: ["php"] }));
  const port = await findFreePort();
  const stage = await openStageServer(options);
  const { subscriptions, bodyLimit } = options;
  const listed = typeof subscriptions === "function" ? undefined : subscriptions;
  const variables = {
    ...env,
    MPLUS_CODE: join(folder, "php"),
    MPLUS_STAGE: stage.url,
    MPLUS_MEMORY: join(memory, "memory"),
    MPLUS_SETTINGS: JSON.stringify({ subscriptions: listed, bodyLimit }),
  };
  const started = prepare({ folder, port }).map((command) => startProgram(folder, command, variables));
  const client = createWireClient(port);
  let inFlight = 0;
  const sendAgain: Opened["send"] = async (request) => {
    inFlight += 1;
    try {
      const { headers, ...answer } = await client.send(request);
      const { connection: _, ...ours } = headers;
      return { ...answer, headers: ours };
    } finally {
      inFlight -= 1;
    }
  };
  const end = async (): Promise<void> => {
    running.delete(end);
    client.close();
    for (const { child, ended } of started) {
      signalGroup(child, "SIGKILL");
      await ended;
    }
    await stage.end();
    removeFolder(folder);
  };
  running.add(end);
  try {
    const unexpected = started.map(({ ended }) =>
      ended.then((how) => Promise.reject(new Error(JSON.stringify(how)))),
    );
    const ready = await Promise.race([...unexpected, waitUntilReady(port, () => !running.has(end))]);
    if (ready !== "ready") throw new Error(ready);
  } catch (fault) {
    await end();
    throw fault;
  }
  return {
    port,
    sendAgain,
    readLogs: () => {
      const files = ["fpm.log", "log"].map((name) => join(folder, name)).filter((path) => existsSync(path));
      return [
        ...started.map((program) => program.printed().stderr),
        ...files.map((path) => readFileSync(path, "utf8")),
      ].join("");
    },
    send: (request) => {
      // Cases repeat an event, for another answer.
      if (inFlight === 0) emptyFolder(memory);
      return sendAgain(request);
    },
    retire: () => Promise.reject(new Error("PHP has no close().")),
    end,
  };
}

function emptyFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
}

/** Resolves to `ready`, or to the reason why there is no receiver. */
async function waitUntilReady(port: number, isEnded: () => boolean): Promise<string> {
  while (!isEnded()) {
    const response = await fetch(`http://127.0.0.1:${port}/is-ready`).catch(() => undefined);
    // nginx may listen before PHP does.
    if (response !== undefined && response.status !== 502) return (await response.text()).trim();
    await wait(50);
  }
  return "the server has ended";
}

function prepareFpm({ folder, port }: Place): readonly Command[] {
  mkdirSync(join(folder, "site/mplus"), { recursive: true });
  // The empty line before its code is output, too.
  writeFileSync(join(folder, "site/mplus/index.php"), `\n<?php\nrequire '${join(programs, "index.php")}';\n`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; master_process off; pid ${folder}/pid; events {}
http {
  access_log off; ${temporary.join(" ")} client_max_body_size 20m;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/site;
    include /etc/nginx/fastcgi_params;
    fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
    location / { rewrite ^ /mplus/index.php last; }
    location = /mplus/index.php { fastcgi_pass unix:${folder}/fpm; }
  }
}
`,
  );
  const settings = [...shown, "output_buffering=4096", "zlib.output_compression=1"].map(
    (each) => `php_value[${each.replace("=", "] = ")}`,
  );
  writeFileSync(
    join(folder, "fpm.conf"),
    `[global]
error_log = ${folder}/fpm.log
daemonize = no
[www]
user = ${userInfo().username}
listen = ${folder}/fpm
pm = static
pm.max_children = 4
clear_env = no
catch_workers_output = yes
${settings.join("\n")}
`,
  );
  return [
    // As root, it must be told that it may run.
    [`/usr/sbin/${fpm}`, "-R", "--nodaemonize", "--fpm-config", join(folder, "fpm.conf")],
    ["nginx", "-p", folder, "-e", join(folder, "log"), "-c", join(folder, "nginx.conf")],
  ];
}
