<?php

declare(strict_types=1);

namespace Mplus\Protocol;

/**
 * Handles an event once, and repeats its first answer. Refusals and failures are not kept, because a second attempt may
 * succeed. If the memory fails, events are handled anyway, because twice is better than never.
 */
final readonly class Repeats
{
    private const RUNNING = 'running';
    /** In seconds: how long an answer is kept, a claim of a process that may have died, and the wait for the first one. */
    private const KEEP_FOR = 600;
    private const CLAIM_FOR = 60;
    private const WAIT_FOR = 30;

    public function __construct(private Notebook $notebook)
    {
    }

    /** The event that a body was first received as: this one, if it is new. */
    public function firstEvent(Sender $sender, string $signature, string $name): string
    {
        return $this->notebook->add($sender, ['body', $signature], $name, Notebook::DAY) ?? $name;
    }

    /** @param callable(): Reply $answer @throws Refusal */
    public function answerOnce(Event $event, callable $answer): Reply
    {
        $about = $this->notebook->isOpen() ? $event->identity() : null;
        if ($about === null) {
            return $answer();
        }
        // Unique, so that a request whose claim has expired cannot end another one's.
        $claim = self::RUNNING . ' ' . bin2hex(random_bytes(8));
        $found = $this->claim($event->sender, $about, $claim);
        if ($found !== null) {
            return new Reply((int) substr($found, 0, 3), substr($found, 4));
        }
        $kept = null;
        try {
            $reply = $answer();
            $kept = $reply->status === 200 ? "200 $reply->text" : null;
            return $reply;
        } finally {
            if (($this->notebook->add($event->sender, $about, $claim, self::CLAIM_FOR) ?? $claim) === $claim) {
                $kept === null ? $this->notebook->delete($event->sender, $about)
                    : $this->notebook->set($event->sender, $about, $kept, self::KEEP_FOR);
            }
        }
    }

    /** Returns a first answer, or null if the event is to be handled now. @throws Refusal */
    private function claim(Sender $sender, array $about, string $claim): ?string
    {
        $end = time() + self::WAIT_FOR;
        while (true) {
            $found = $this->notebook->add($sender, $about, $claim, self::CLAIM_FOR);
            if ($found === null || !str_starts_with($found, self::RUNNING)) {
                return $found;
            }
            if (time() >= $end) {
                throw Refusal::of('stillRunning');
            }
            usleep(50_000);
        }
    }
}
