import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emit, collectFiles, realSpec } from "../../workbench/emit.js";
import { secret } from "../frameworks/express-server.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../../workbench/folders.js";

interface ReceiverOutput {
  readonly sign: (body: string | Uint8Array, secret: string) => string;
  readonly verify: (body: Uint8Array, signature: string, secrets: string | readonly string[]) => boolean;
}

/** The vendor's own vector, and others that were computed from the same secret. */
const vectors = [
  { name: "a text", body: "test", signature: "EBFFIb5qPH/teEFmjtwcIj6h80cl+X1DUy62D46tnu8=" },
  { name: "an empty body", body: "", signature: "8HCyZcISDXoUlLT6vLXwCXc+MeXcedXp2cW4UT5x5l8=" },
  {
    name: "a body in UTF-8",
    body: '{"text":"Crème brûlée €"}',
    signature: "oMdwwddVrOB3PSYC9uOG2aET/a2co7NpKVJBiwoXAMA=",
  },
];

describe("the emitted signature", () => {
  const folder = makeRunFolder();
  let receiver: ReceiverOutput;

  beforeAll(async () => {
    writeFiles(folder, transpile(collectFiles(await emit(realSpec(), "48..", { targets: ["receiver"] }))));
    receiver = await importFrom<ReceiverOutput>(folder, "receiver/index.js");
  });
  afterAll(() => removeFolder(folder));

  it.each(vectors)("of $name is the vendor's", ({ body, signature }) => {
    expect(receiver.sign(body, secret)).toBe(signature);
    expect(receiver.sign(Buffer.from(body), secret)).toBe(signature);
    expect(receiver.verify(Buffer.from(body), signature, secret)).toBe(true);
    expect(receiver.verify(Buffer.from(`${body} `), signature, secret)).toBe(false);
  });

  it("is none where the text of the secret was the key", () => {
    const wrong = "pKDrmsKUDJ7QeDwyOMtUcEi9aBl+BTnzxYIHSqjbfk4=";
    expect(receiver.verify(Buffer.from("test"), wrong, secret)).toBe(false);
  });
});
