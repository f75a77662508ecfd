<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use Mplus\Contract\Contract;
use Mplus\Contract\Problem;
use Mplus\Contract\Result;
use Mplus\Contract\Text;
use stdClass;

/** Completes and checks a handler's answer. An invalid one is never sent in part. */
final readonly class Answers
{
    private const LOGGED = 100;

    public function __construct(
        private Contract $contract,
        private string $unsupported,
        private Log $log,
    ) {
    }

    /** @throws Refusal */
    public function toReply(Event $event, mixed $answer): Reply
    {
        [$plain, $problems] = PlainData::copy($answer ?? []);
        $result = new Result(null, $problems);
        if ($result->isValid()) {
            // The numbers that are checked are those that are sent.
            $written = Json::decode(Text::json($plain));
            $result = self::refuseRequest($this->check($event, $this->complete($event, $written)));
        }
        if (!$result->isValid()) {
            $problems = array_map(self::shorten(...), $result->problems);
            $message = "the $event->name handler returned an invalid answer: " . self::describe($problems);
            $this->log->error($message, $event->fields() + ['problems' => $problems]);
            throw Refusal::of('handlerFailed');
        }
        $this->logOmissions($event, $result->omitted);
        return new Reply(isset($result->value->error) ? 400 : 200, Text::json($result->value));
    }

    /**
     * Checks an answer against the shop's release. If that release lacks the event, the configured version is wrong, so
     * the answer is checked against the first release that has it.
     */
    private function check(Event $event, mixed $answer): Result
    {
        $version = $event->sender->version;
        $result = $this->contract->checkAnswer($event->name, $answer, $version, $this->unsupported);
        $problem = $result->problems[0] ?? null;
        if ($problem?->code !== 'unsupported-event') {
            return $result;
        }
        // With several spans, we cannot tell which release the shop runs.
        $first = count($this->contract->rules->table['fleet']['spans']) > 1 ? null : $problem->addedIn;
        return $this->contract->checkAnswer($event->name, $answer, $first, $this->unsupported);
    }

    private function complete(Event $event, mixed $answer): mixed
    {
        if (!$answer instanceof stdClass) {
            return $answer;
        }
        // The id of an object in the request goes to the object of the same name in the answer.
        [$object, $property] = $event->rule['echo'] ?? ['', ''];
        $answered = $answer->$object ?? null;
        $id = $event->part($object)->$property ?? null;
        if ($answered instanceof stdClass && $id !== null && !property_exists($answered, $property)) {
            $answered->$property = $id;
        }
        $endsItself = isset($event->rule['endsItself']) || isset($event->rule['repeated']);
        if ($event->isPolling() && !$endsItself && !property_exists($answer, 'polling')) {
            $answer->polling = (object) ['finished' => true];
            $this->log->warning("added polling: { finished: true } to the answer to $event->name, so that the POS "
                . 'stops polling', $event->fields());
        }
        return $answer;
    }

    /** One key signs both directions, so a signed answer that looks like a request could be posted back as a request. */
    private static function refuseRequest(Result $result): Result
    {
        foreach ($result->isValid() ? ['event', 'original'] : [] as $name) {
            if (property_exists($result->value, $name)) {
                $message = 'only a request may have this property';
                return new Result(null, [new Problem("/$name", 'like-a-request', $message)]);
            }
        }
        return $result;
    }

    /** @param list<Problem> $omitted */
    private function logOmissions(Event $event, array $omitted): void
    {
        $start = "omitted from the answer to $event->name:";
        foreach (array_slice($omitted, 0, self::LOGGED) as $each) {
            $this->log->warning("$start $each->message", $event->fields() + ['path' => $each->path]);
        }
        $others = count($omitted) - self::LOGGED;
        if ($others > 0) {
            $this->log->warning("$start $others more", $event->fields());
        }
    }

    /** A property name may come from user input and be of any length. */
    private static function shorten(Problem $problem): Problem
    {
        $names = explode('/', $problem->path);
        $name = (string) end($names);
        $path = implode('/', array_map(static fn (string $each): string => Text::cut($each, 200), $names));
        $message = $name === '' ? $problem->message : str_replace($name, Text::cut($name, 200), $problem->message);
        return new Problem($path, $problem->code, Text::cut($message), $problem->addedIn);
    }

    /** Names the places of problems. Their messages never quote a value. @param list<Problem> $problems */
    private static function describe(array $problems): string
    {
        $lines = array_map(static fn (Problem $problem): string => $problem->path
            . ($problem->path === '' ? '' : ': ') . preg_replace('/\.$/D', '', $problem->message), $problems);
        return implode('; ', $lines);
    }
}
