import { mkdirSync, renameSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";

/** Leaves a socket without a listener, as a killed process does. */
export async function leaveSocket(path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const server = createServer();
  await new Promise<void>((done) => server.listen(`${path}.0`, done));
  // Closing the server would remove the socket at its own path.
  renameSync(`${path}.0`, path);
  await new Promise((done) => server.close(done));
}
