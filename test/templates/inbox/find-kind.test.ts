import { describe, expect, it } from "vitest";
import { readOptions } from "../../../templates/copied/inbox/options.js";
import { findKind } from "../../../templates/copied/inbox/options.js";

describe("where an inbox is", () => {
  it.each([
    ["postgres://me:hunter2@db/shop", "postgres"],
    ["postgresql:///shop?host=/run/postgresql", "postgres"],
    ["POSTGRES://db/shop", "postgres"],
    ["./inbox", "folder"],
    ["C:\\shop\\inbox", "folder"],
    ["postgres-data", "folder"],
  ])("%s is a %s", (database, kind) => expect(findKind(database)).toBe(kind));

  it.each([
    "",
    "postgre://me:hunter2@db/shop",
    "mysql://me:hunter2@db/shop",
    "postgres:/me:hunter2@db/shop",
    '"postgres://me:hunter2@db/shop"',
    " postgres://me:hunter2@db/shop",
    "postgres\n",
    "host=db password=hunter2",
    "me:hunter2@db:5432/shop",
    "//me:hunter2@db/shop",
    "postgres//me:hunter2@db/shop",
    "Server=db;Uid=me;Pwd=hunter2",
    "PGPASSWORD=hunter2",
  ])("%j is neither, and no folder comes of it", (database) => {
    expect(findKind(database)).toBeUndefined();
    expect(() => readOptions({ database })).toThrow(/^database must be a postgres:\/\/ URL or a folder\./);
    expect(() => readOptions({ database })).not.toThrow(/hunter2/);
  });
});
