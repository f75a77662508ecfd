import { expect, it } from "vitest";
import { secret } from "../../till/scenario/shop.js";
import { inProject } from "../project.js";

const at = "--url http://127.0.0.1:9/mplus --port 0";

it.each([
  ["till", "Enter the receiver's URL. For example: --url http://localhost:3000/mplus"],
  [`till ${at} --release 48 --release 59`, "Use --release only once with this command."],
  [`till ${at.replace(/0$/, "65536")}`, '--port "65536" is not a number from 0 to 65535.'],
  [`till ${at} --release 12.x`, '"12.x" is no'],
  [`till ${at} --product desk`, 'Unknown product "desk".'],
])("%s opens nothing, and says why", async (line, why) => {
  await inProject(
    async ({ call }) => {
      const { code, stdout, stderr } = await call(...line.split(" "));
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(why);
    },
    { MPLUS_SECRET: secret },
  );
});
