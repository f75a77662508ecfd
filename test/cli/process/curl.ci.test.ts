import { describe, expect, it } from "vitest";
import { secret, subscription } from "../../till/doctor/servers/receiver.js";
import { missingPrograms, runProgram } from "../running.js";
import { parse, recorder, withServer } from "../send/recorder.js";

const missing = missingPrograms("sh", "curl", "openssl");

describe.skipIf(missing.length > 0)("send --curl", () => {
  it.each([
    ["the event", ["--set", `scannedCode=it's "$HOME" \`x\` \\ é`], undefined],
    ["a file", ["--file", "it's.json"], '{"scanCode":{"scannedCode":"$(id)"},\n "event":{}}\n'],
  ])("prints a call that sends %s, signed", async (_, more, file) => {
    const { got, start } = recorder();
    await withServer(start, async ({ call, put, folder }, url) => {
      if (file !== undefined) put("it's.json", file);
      const { code, stdout } = await call("send", "scanCode", "--url", url, "--curl", ...more);
      expect([code, got]).toEqual([0, []]);
      const ran = await runProgram(folder, ["sh", "-c", stdout], { MPLUS_SECRET: secret });
      expect(ran.stdout).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\{\}$/);
    });
    expect(got.map(({ path }) => path)).toEqual(["/mplus/scanCode"]);
    if (file === undefined)
      expect(got.map(parse)[0]?.["scanCode"]?.["scannedCode"]).toBe(`it's "$HOME" \`x\` \\ é`);
    else expect(got.map(({ body }) => body.toString())).toEqual([file]);
    expect(got[0]?.headers).toMatchObject({
      "content-type": "application/json",
      "x-mplus-subscription-id": subscription,
    });
  });
});
