import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { connect, type AddressInfo } from "node:net";
import { text as readText } from "node:stream/consumers";
import express from "express";
import { describe, expect, it } from "vitest";
import { openForwarder } from "../../../generator/till/traffic/forward.js";
import { readCases } from "../../workbench/cases.js";
import { inFolder } from "../../workbench/folders.js";
import { withServer, type Command } from "../../workbench/run.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { needs, withReason } from "../../workbench/tools.js";

const { refused } = readCases("forwarded-path.yaml", import.meta) as { readonly refused: readonly string[] };

/** The server has a file below the path of `--forward`, and one beside it. */
const files = [
  ["site/mplus/inside.txt", "inside"],
  ["site/mplus/x/inside.txt", "inside"],
  ["site/admin.txt", "outside"],
] as const;

type Use = (port: number) => Promise<void>;

async function withExpress(folder: string, use: Use): Promise<void> {
  const server = express()
    .use(express.static(`${folder}/site`))
    .listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    await use((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
}

const withProgram =
  (describeCommand: (folder: string, port: number) => Command) =>
  async (folder: string, use: Use): Promise<void> => {
    const port = await findFreePort();
    await withServer({ cwd: folder, command: describeCommand(folder, port), port }, () => use(port));
  };

const withPython = withProgram((folder, port) => {
  const where = ["--bind", "127.0.0.1", "--directory", `${folder}/site`];
  return ["python3", "-m", "http.server", `${port}`, ...where];
});

const withNginx = withProgram((folder, port) => {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const server = `server { listen 127.0.0.1:${port}; root ${folder}/site; }`;
  const http = `http { access_log off; ${temporary.join(" ")} ${server} }`;
  writeFileSync(
    `${folder}/nginx.conf`,
    `daemon off; master_process off; pid ${folder}/pid; events {} ${http}`,
  );
  return ["nginx", "-p", folder, "-e", `${folder}/log`, "-c", `${folder}/nginx.conf`];
});

/** Sends the line as it is: other clients change the path. */
async function exchange(port: number, line: string): Promise<string> {
  const socket = connect(port, "127.0.0.1").setEncoding("latin1");
  socket.write(`${line} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  return readText(socket);
}

/** The lines that the port answers with the file beside the path. */
async function listWaysOut(port: number): Promise<readonly string[]> {
  const out: string[] = [];
  for (const line of refused) if ((await exchange(port, line)).includes("outside")) out.push(line);
  return out;
}

describe.each([
  ["express.static", withExpress, undefined],
  ["Python's http.server", withPython, needs("python3")],
  ["nginx", withNginx, needs("nginx")],
] as const)("in front of %s", (_, withFiles, missing) => {
  it.skipIf(missing)(
    withReason("no spelling of a path leads outside the path of --forward", missing),
    async () => {
      await inFolder(files, (folder) =>
        withFiles(folder, async (port) => {
          const target = new URL(`http://127.0.0.1:${port}/mplus`);
          const forwarder = await openForwarder({ target, port: 0, onForwarded: () => undefined });
          expect(await exchange(forwarder.port, "GET /mplus/inside.txt")).toContain("inside");
          // The server itself finds the file.
          expect(await listWaysOut(port)).toContain("GET /mplus/../admin.txt");
          expect(await listWaysOut(forwarder.port)).toEqual([]);
          await forwarder.close();
        }),
      );
    },
  );
});
