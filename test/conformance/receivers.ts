import { createHandleStored, type MplusHandlers, type MplusOptions } from "../../generated/receiver/index.js";
import type { Case } from "./case.js";
import type { WireAnswer } from "./wire-message.js";
import { setups, type SetupName } from "./setups.js";
import { createStage, type LogLine, type Stage } from "./stage.js";
import type { Opened, Target } from "./targets/target.js";

export interface Receivers {
  /** One at a time, because all cases of a receiver share its handler. */
  readonly send: (each: Case) => Promise<WireAnswer>;
  /** Waits until the case's stored events are handled. */
  readonly readNotes: (each: Case) => Promise<readonly string[]>;
  readonly lines: () => LogLine[];
  readonly end: () => Promise<void>;
}

interface OpenReceiver extends Opened {
  readonly stage: Stage;
  readonly work: () => Promise<void>;
}

export async function openReceivers(target: Pick<Target, "open">): Promise<Receivers> {
  const receivers = new Map<SetupName, OpenReceiver>();
  for (const [name, createOptions] of Object.entries(setups) as [SetupName, (typeof setups)[SetupName]][]) {
    const stage = createStage();
    const options: MplusOptions = createOptions(stage);
    const opened = await target.open(options);
    if (name === "closed") await opened.retire();
    const handleStored = createHandleStored<MplusHandlers>(options);
    const work = () => stage.inbox.handleAll(handleStored);
    receivers.set(name, { ...opened, stage, work });
  }
  const all = () => [...receivers.values()];
  const find = ({ setup = "standard" }: Case): OpenReceiver => {
    const receiver = receivers.get(setup);
    if (receiver === undefined) throw new Error(`there is no set-up ${setup}`);
    return receiver;
  };
  return {
    send(each) {
      const receiver = find(each);
      receiver.stage.handler = each.handler;
      receiver.stage.notes.length = 0;
      return receiver.send(each.request);
    },
    async readNotes(each) {
      const { stage, work } = find(each);
      await work();
      // Background work may finish after the answer.
      const isEnough = () => stage.notes.length >= (each.notes?.length ?? 0);
      while (!isEnough()) await new Promise(setImmediate);
      return [...stage.notes];
    },
    lines: () => all().flatMap(({ stage }) => stage.lines),
    end: async () => {
      for (const { end } of all()) await end();
    },
  };
}
