import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadContract, type Contract } from "../../output/validators/contract.js";
import { object, createSmallSpec } from "../../workbench/small-spec.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";

/** Values that read like the code around them. */
const values = [
  '"',
  '",',
  '" }];',
  "} else if (",
  "if (",
  "isUri(",
  "return faults;",
  "part = ",
  ": ClosedObject = ",
];

const inner = { title: "Inner", ...object("Inner", { kind: { type: "string", enum: values } }, ["kind"]) };
const pong = object("Pong", { list: { type: "array", items: inner } }, ["list"]);

describe("compiled code", () => {
  const folder = makeRunFolder();
  let contract: Contract;

  beforeAll(async () => {
    contract = await loadContract(createSmallSpec({ ping: object("Ping", {}, []), pong }), "..", folder);
  });
  afterAll(() => removeFolder(folder));

  it.each(values)("keeps the value %s as it is", (kind) => {
    expect(contract.check("response", "ping", { pong: { list: [{ kind }] } }).ok).toBe(true);
  });

  it("says of each fault where in the whole it is, in the order of the document", () => {
    const list = [{ kind: "other" }, { kind: ",'" }, { kind: values[0] }, {}];
    const result = contract.check("response", "ping", { pong: { list } });
    const paths = ["/pong/list/0/kind", "/pong/list/1/kind", "/pong/list/3/kind"];
    expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual(paths);
  });
});
