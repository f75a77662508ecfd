import { createServer, type IncomingMessage } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { expect, it } from "vitest";
import { secret } from "../../till/desk.js";
import { main } from "../../workbench/command.js";
import { inProject } from "../../workbench/project.js";
import { listens, signalGroup, startProgram } from "../../workbench/run.js";

it.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends a scenario that waits: no process, port or file is left",
  async (signal) => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    try {
      await inProject(async (project) => {
        const text =
          "settings: { callback: true }\nsteps:\n  - startExternalPayment: { amount: 5 }\n  - wait: 1h\n";
        project.put("wait.yaml", text);
        const { port } = server.address() as AddressInfo;
        const url = `http://127.0.0.1:${port}/mplus`;
        const program = startProgram(
          project.folder,
          [process.execPath, main, "simulate", "wait.yaml", "--clock", "real", "--url", url],
          { MPLUS_SECRET: secret },
        );
        const [incoming] = (await once(server, "request")) as [IncomingMessage];
        const request = (await json(incoming)) as { externalPayment: { callbackUrl: string } };
        const callback = Number(new URL(request.externalPayment.callbackUrl).port);
        expect(await listens(callback)).toBe(true);
        signalGroup(program.child, signal);
        const { code, stdout, stderr } = await program.ended;
        expect([code, stdout]).toEqual([2, ""]);
        expect(stderr).toBe("mplus-codegen: interrupted; there is no result.\n");
        expect(Object.keys(project.tree())).toEqual(["wait.yaml"]);
        expect(await listens(callback)).toBe(false);
      });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  },
);

it("a till's page says where it is, has no port that is taken, and ends with Ctrl-C", async () => {
  await inProject(async ({ folder }) => {
    const url = ["--url", "http://127.0.0.1:9/mplus"];
    const start = (port: string) =>
      startProgram(folder, [process.execPath, main, "till", ...url, "--port", port], {
        MPLUS_SECRET: secret,
      });
    const till = start("0");
    try {
      while (!till.printed().stdout.includes("\n"))
        await Promise.race([once(till.child.stdout ?? till.child, "data"), till.ended]);
      const [, release, port = ""] =
        /^A v(\S+) till at http:\/\/localhost:(\d+) - press Ctrl-C to stop\n$/.exec(till.printed().stdout) ??
        [];
      expect(release).toMatch(/^59/);
      expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
      expect(await start(port).ended).toMatchObject({
        code: 2,
        stderr: `mplus-codegen: Port ${port} is in use. Use another one: --port ${Number(port) + 100}, or --port 0 for any free port.\n`,
      });
      signalGroup(till.child, "SIGINT");
      expect(await till.ended).toMatchObject({ code: 0, stderr: "" });
      expect(await listens(Number(port))).toBe(false);
    } finally {
      signalGroup(till.child, "SIGKILL");
    }
  });
});
