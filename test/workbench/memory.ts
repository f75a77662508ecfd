import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes of all array buffers in use. */
export function measureBuffers(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  // The second one waits until the first has freed the buffers.
  collect();
  collect();
  return process.memoryUsage().arrayBuffers;
}
