<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use Mplus\Contract\Text;
use stdClass;

/** A verified event. */
final readonly class Event
{
    /**
     * @param array $rule its row of the table
     * @param stdClass $body as sent
     */
    public function __construct(
        public string $name,
        public array $rule,
        public Sender $sender,
        public stdClass $body,
    ) {
    }

    /** What each line of the log about it has. @return array{eventName: string, subscriptionId: string} */
    public function fields(): array
    {
        return ['eventName' => $this->name, 'subscriptionId' => $this->sender->id];
    }

    /** True if the POS repeats the event until an answer says that it is finished. */
    public function isPolling(): bool
    {
        return ($this->part('event')->eventPolling ?? null) === true;
    }

    /** True if the POS waits for the answer: always, except with `eventBlocking: false` and no polling. */
    public function isAwaited(): bool
    {
        return ($this->part('event')->eventBlocking ?? null) !== false || $this->isPolling();
    }

    /** Identifies repeats of an event. Null if the POS does not number its events, or polls. @return ?list<mixed> */
    public function identity(): ?array
    {
        $event = $this->part('event');
        [$counter, $time] = [$event->eventCounter ?? null, $event->eventTimestamp ?? null];
        $isNumbered = (is_int($counter) || is_float($counter)) && is_string($time);
        if (!$isNumbered || $this->isPolling() || isset($this->rule['repeated'])) {
            return null;
        }
        $sender = $this->part('sender');
        $till = [$sender->branchNumber ?? null, $sender->workplaceNumber ?? null, $sender->instanceId ?? null];
        $own = array_map(fn (string $name): mixed => $this->body->$name ?? null, $this->rule['own'] ?? []);
        $answers = [$this->body->dialog ?? null, $this->body->form ?? null];
        $session = $this->part('session')->sessionId ?? null;
        return ['event', $this->name, (float) $counter, $time, $answers, $till, $session, $own];
    }

    /** An object of the body; empty if the body has none of this name. */
    public function part(string $name): stdClass
    {
        $part = $this->body->$name ?? null;
        return $part instanceof stdClass ? $part : new stdClass();
    }
}
