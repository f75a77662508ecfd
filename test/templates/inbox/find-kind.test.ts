import { expect, it } from "vitest";
import { findKind, readOptions } from "../../../templates/copied/inbox/options.js";

it.each([
  ["postgres://me:hunter2@db/shop", "postgres"],
  ["postgresql:///shop?host=/run/postgresql", "postgres"],
  ["POSTGRES://db/shop", "postgres"],
  ["./inbox", "folder"],
  ["C:\\shop\\inbox", "folder"],
  ["postgres-data", "folder"],
])("takes %s for a %s", (database, kind) => expect(findKind(database)).toBe(kind));

it.each([
  ...["", "postgre://me:hunter2@db/shop", "mysql://me:hunter2@db/shop", "postgres:/me:hunter2@db/shop"],
  ...['"postgres://me:hunter2@db/shop"', " postgres://me:hunter2@db/shop", "postgres\n"],
  ...["me:hunter2@db:5432/shop", "//me:hunter2@db/shop", "postgres//me:hunter2@db/shop"],
  ...["host=db password=hunter2", "Server=db;Uid=me;Pwd=hunter2", "PGPASSWORD=hunter2"],
])("takes %j for neither a server nor a folder, and does not show it", (database) => {
  expect(findKind(database)).toBeUndefined();
  expect(() => readOptions({ database })).toThrow(/^database must be a postgres:\/\/ URL or a folder\./);
  expect(() => readOptions({ database })).not.toThrow(/hunter2/);
});
