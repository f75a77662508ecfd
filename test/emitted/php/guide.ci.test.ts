import { expect, it } from "vitest";
import { needs, withReason } from "../../workbench/tools.js";
import { tryGuide } from "./guide.js";

const missing = needs("php");

it.skipIf(missing)(withReason("the guide of the target php has a program that passes doctor", missing), () =>
  tryGuide(([program = ""]) => [["public/index.php", program]], {
    base: "",
    use: async ({ call }, url) => {
      const sent = await call("send", "scanCode", "--url", url, "--set", "scannedCode=LOYAL-0042");
      expect(sent.stdout).toContain('{"scanCode":{"recognized":true,"relationNumber":12}}');
    },
  }),
);
