import { describe, expect, it } from "vitest";
import { secret } from "../conformance/signature.js";
import { receiver } from "../till/doctor/servers/receiver.js";
import { http } from "../till/doctor/servers/serve.js";
import { withServer } from "./send/recorder.js";

describe("the .env of the working folder", () => {
  const sendWith = (env: string, environment = {}) =>
    withServer(
      http(receiver()),
      ({ call, put }, url) => {
        put(".env", env);
        return call("send", "scanCode", "--url", url);
      },
      environment,
    );

  it("has the secret if the environment does not", async () => {
    expect(await sendWith(`# the shop\nexport MPLUS_SECRET="${secret}" # key\n`)).toMatchObject({ code: 0 });
  });

  it("does not replace the environment's secret", async () => {
    const { code, stderr } = await sendWith(`MPLUS_SECRET=${secret}`, { MPLUS_SECRET: "c2VjcmV0" });
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining("MPLUS_SECRET is not base64 of at least 16 bytes") as string,
    ]);
  });

  it("is never shown", async () => {
    const { code, stdout, stderr } = await sendWith("MPLUS_SECRET=correct horse");
    expect([code, stdout + stderr]).toEqual([2, expect.not.stringContaining("horse") as string]);
  });
});
