import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { fencedBlocks } from "../../workbench/run.js";
import { noPgBouncer, startPgBouncer } from "../../workbench/servers/pgbouncer.js";
import { createPostgres, query, type PostgresServer } from "../../workbench/servers/postgres.js";
import { node } from "./scene.js";

export interface NewDatabase {
  readonly url: string;
  readonly name: string;
  readonly server: PostgresServer;
}

export interface DatabaseRow {
  readonly name: string;
  readonly skip?: string | undefined;
  readonly encoding?: string;
  /** The only warning when an inbox opens it. */
  readonly warns?: RegExp;
  /** True if it fails conflicting transactions: a request is then rejected, or a handler called again. */
  readonly hasConflicts?: boolean;
  /** True if it lacks the table of answers, and nobody may create it. */
  readonly isBare?: boolean;
  readonly connect: (database: NewDatabase) => string | Promise<string>;
  readonly letRead?: (database: NewDatabase) => Promise<string>;
}

export const databaseRows: readonly DatabaseRow[] = [
  { name: "as it comes", connect: ({ url }) => url },
  ...(["transaction", "session"] as const).map((mode) => ({
    name: `through PgBouncer in the mode ${mode}`,
    skip: noPgBouncer,
    connect: ({ url }: NewDatabase) => startPgBouncer(url, mode),
  })),
  ...["", "localhost"].map((host) => ({
    name: `through a socket, by a URL with the host “${host}”`,
    connect: ({ url, name, server }: NewDatabase) =>
      `postgres://postgres@${host}/${name}?host=${server.folder}&port=${new URL(url).port}`,
  })),
  ...["serializable", "repeatable read"].map((level) => ({
    name: `whose default isolation is ${level}`,
    warns: new RegExp(level),
    hasConflicts: level === "serializable",
    connect: async ({ url, name }: NewDatabase) => {
      await query(url, `ALTER DATABASE ${name} SET default_transaction_isolation = '${level}'`);
      return url;
    },
  })),
  { name: "in LATIN1", encoding: "LATIN1", warns: /LATIN1/, connect: ({ url }) => url },
  { name: "through TLS, with any certificate", connect: ({ url }) => `${url}?sslmode=no-verify` },
  {
    name: "through TLS, with this certificate",
    connect: ({ url, server }) =>
      `${url.replace("127.0.0.1", "localhost")}?sslmode=verify-full&sslrootcert=${server.folder}/data/server.crt`,
  },
  { name: "by a role that may create nothing", isBare: true, connect: refuseToCreate },
  { name: "by a role that may only read", connect: ({ url }) => url, letRead },
];

export const oddUrls = [
  "postgres://user:otter/heron@host/db",
  "postgres://user:otter?heron@localhost/db",
  "postgres://user:59173/heron@localhost:1/db",
  "postgres://user:otter@heron@nohost.invalid/db",
  "postgres://user:otter%zzheron@localhost:1/db",
  "postgres://user@localhost:1/db?password=otterheron",
];
export const passwordWords = /otter|heron|59173/i;

export async function createServer(bin: string): Promise<PostgresServer> {
  const server = await createPostgres([], undefined, bin);
  // Run by the server, since nobody else may own its key.
  const program =
    "openssl req -x509 -newkey rsa:2048 -nodes -keyout server.key -out server.crt -subj /CN=localhost";
  await query(server.url, `COPY (SELECT 1) TO PROGRAM '${program}'`, "ALTER SYSTEM SET ssl = on");
  server.crash();
  server.start();
  return server;
}

export async function createDatabase(
  server: PostgresServer,
  name: string,
  encoding = "UTF8",
): Promise<NewDatabase> {
  const how = `ENCODING '${encoding}' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`;
  await query(server.url, `CREATE DATABASE ${name} ${how}`);
  const url = server.url.replace(/[^/]*$/, name);
  await query(
    url,
    "CREATE TABLE effects (session text, counter int, at timestamptz DEFAULT clock_timestamp())",
    "GRANT SELECT, INSERT ON effects TO PUBLIC",
  );
  return { url, name, server };
}

async function refuseToCreate({ url, name }: NewDatabase): Promise<string> {
  const readme = readFileSync(join(packageRoot, "templates/copied/inbox/README.md"), "utf8");
  const [, section = ""] = readme.split("## Roles without CREATE\n");
  const [program = ""] = fencedBlocks(section, "js");
  const asModule = ["--input-type=module", "--eval", program];
  const plans = execFileSync(node, asModule, { cwd: packageRoot, encoding: "utf8" });
  const grants = [...section.matchAll(/-c "([^"]+)"/g)].map(([, grant = ""]) => grant);
  await query(url, `REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  await query(url, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
  await query(url, "CREATE ROLE app LOGIN", plans, ...grants);
  return url.replace("postgres@", "app@");
}

async function letRead({ url }: NewDatabase): Promise<string> {
  await query(
    url,
    "CREATE ROLE reader LOGIN",
    "GRANT USAGE ON SCHEMA mplus_inbox TO reader",
    "GRANT SELECT ON ALL TABLES IN SCHEMA mplus_inbox TO reader",
  );
  return url.replace("postgres@", "reader@");
}
