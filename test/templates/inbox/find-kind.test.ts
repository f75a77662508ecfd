import { expect, it } from "vitest";
import { findKind, readOptions } from "../../../templates/copied/inbox/options.js";

it.each([
  ["postgres://me:hunter2@db/shop", "postgres"],
  ["postgresql:///shop?host=/run/postgresql", "postgres"],
  ["POSTGRES://db/shop", "postgres"],
  ["./inbox", "folder"],
  ["../shop/@data", "folder"],
  ["/var/lib/inbox", "folder"],
  ["C:\\shop\\inbox", "folder"],
  [".\\inbox", "folder"],
  ["\\\\server\\shop", "folder"],
])("takes %s for a %s", (database, kind) => expect(findKind(database)).toBe(kind));

it.each([
  ...["postgre://me:hunter2@db/shop", "mysql://me:hunter2@db/shop", "postgres:/me:hunter2@db/shop"],
  ...['"postgres://me:hunter2@db/shop"', " postgres://me:hunter2@db/shop", "postgres\n", "./inbox\n"],
  ...[
    "me:hunter2@db:5432/shop",
    "//me:hunter2@db/shop",
    "/me:hunter2@db/shop",
    "postgres//me:hunter2@db/shop",
  ],
  ...["host=db password=hunter2", "Server=db;Uid=me;Pwd=hunter2", "PGPASSWORD=hunter2"],
  ...["hunter2", "hunter2/inbox", "db:5432/hunter2", "~/hunter2", ".hunter2", "file:hunter2", "C:hunter2"],
])("takes %j for neither a server nor a folder, and does not show it", (database) => {
  expect(() => findKind(database)).toThrow(
    /^The option "database" of the inbox must be a URL that begins with postgres:\/\/, or a folder that begins with/,
  );
  expect(() => findKind(database)).not.toThrow(/hunter2/);
});

it.each([undefined, ""])("needs no database before it is used, and then reports %j", (database) => {
  const settings = readOptions({ database });
  expect(() => findKind(settings.database)).toThrow(
    /^The option "database" of the inbox is undefined or empty\. .* DATABASE_URL, set that variable/,
  );
});

it("has the defaults that its types name", () => {
  const [minute, week] = [60_000, 7 * 24 * 60 * 60 * 1000];
  expect(readOptions({ database: undefined })).toMatchObject({
    ...{ schema: "mplus_inbox", connections: 26, attempts: 10, retryDelay: 1000 },
    ...{ longestDelay: 5 * minute, deadline: minute, keepFor: week },
  });
});

it("checks all other options at once", () =>
  expect(() => readOptions({ database: undefined, attempts: 0 })).toThrow(/^attempts must be/));
