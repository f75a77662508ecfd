import { describe, expect, it } from "vitest";
import { secret, subscription } from "../../till/doctor/servers/receiver.js";
import { runProgram } from "../../workbench/run.js";
import { needs, withReason } from "../../workbench/tools.js";
import { parse, recorder, withServer } from "../send/recorder.js";

const missing = needs("sh", "curl", "openssl");

describe.skipIf(missing)(withReason("send --curl", missing), () => {
  it("prints a call that sends the event, signed", async () => {
    const { got, start } = recorder();
    const code = `it's "$HOME" \`x\` \\ é`;
    await withServer(start, async ({ call, folder }, url) => {
      const ended = await call("send", "scanCode", "--url", url, "--curl", "--set", `scannedCode=${code}`);
      expect([ended.code, got]).toEqual([0, []]);
      const ran = await runProgram(folder, ["sh", "-c", ended.stdout], { MPLUS_SECRET: secret });
      expect(ran.stdout).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\{\}$/);
    });
    expect(got.map(({ path }) => path)).toEqual(["/mplus/scanCode"]);
    expect(got.map(parse)[0]?.["scanCode"]?.["scannedCode"]).toBe(code);
    expect(got[0]?.headers).toMatchObject({
      "content-type": "application/json",
      "x-mplus-subscription-id": subscription,
    });
  });
});
