import type { RawRequest } from "../base/options.js";

/** The time that a handler has. */
export interface HandlerTime {
  /** Aborts when the time is over. Made at its first use, because few handlers use it. */
  readonly signal: AbortSignal;
  /** True after a deadline: then nobody waits for the handler's answer. */
  readonly isOver: boolean;
}

/** Until the client is gone. */
export class UnlimitedTime implements HandlerTime {
  readonly isOver = false;
  private readonly source: RawRequest;
  private made: AbortSignal | undefined;

  constructor(source: RawRequest) {
    this.source = source;
  }

  get signal(): AbortSignal {
    this.made ??= this.source.signal ?? new AbortController().signal;
    return this.made;
  }
}

export const late = Symbol("late");

/** Until a number of milliseconds is over, or the client is gone. */
export class TimeLimit implements HandlerTime {
  /** Resolves when the time is up. */
  readonly isUp: Promise<typeof late>;
  /** Why the signal was aborted when the time was up. */
  reason: Error | undefined;
  private readonly source: RawRequest;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private controller: AbortController | undefined;

  constructor(limit: number, source: RawRequest) {
    this.source = source;
    this.isUp = new Promise((resolve) => {
      this.timer = setTimeout(() => {
        this.reason = new Error(`the handler exceeded ${limit} ms`);
        this.controller?.abort(this.reason);
        resolve(late);
      }, limit);
    });
  }

  get isOver(): boolean {
    return this.reason !== undefined || this.source.signal?.aborted === true;
  }

  get signal(): AbortSignal {
    this.controller ??= this.createController();
    return this.controller.signal;
  }

  private createController(): AbortController {
    const controller = new AbortController();
    const client = this.source.signal;
    if (this.reason) controller.abort(this.reason);
    else if (client?.aborted) controller.abort(client.reason);
    else client?.addEventListener("abort", this.follow);
    return controller;
  }

  private readonly follow = (): void => this.controller?.abort(this.source.signal?.reason);

  stop(): void {
    clearTimeout(this.timer);
    // The signal of a client may outlive its requests.
    if (this.controller) this.source.signal?.removeEventListener("abort", this.follow);
  }
}
