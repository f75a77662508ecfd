<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use Closure;
use Mplus\Contract\Evidence;
use Mplus\Contract\Problem;
use Mplus\Contract\Release;
use Mplus\Contract\Result;
use Mplus\Contract\Rules;
use Mplus\Contract\Text;
use Mplus\UnknownPart;
use stdClass;
use Throwable;

/** Tells of requests and answers that somebody should look at, once a day if there is a memory. */
final readonly class Reports
{
    private const NAMED = 5;

    public function __construct(
        private Rules $rules,
        private Notebook $notebook,
        private Log $log,
        private ?Closure $onUnknown,
    ) {
    }

    /** Logs what was left out of a request: paths and codes, never values. All nulls share a line. */
    public function leftOut(Event $event, Result $result): void
    {
        $isNull = static fn (Problem $problem): bool => $problem->code === 'null';
        $start = "left out of the $event->name request:";
        foreach ($result->leftOut as $problem) {
            if (!$isNull($problem)) {
                $fields = $event->fields() + ['path' => $problem->path, 'code' => $problem->code];
                $this->log->warning("$start $problem->message", $fields);
            }
        }
        $more = $result->moreLeftOut ?? ['misfits' => 0, 'nulls' => 0];
        if ($more['misfits'] > 0) {
            $this->log->warning("$start {$more['misfits']} more", $event->fields());
        }
        $nulls = array_column(array_filter($result->leftOut, $isNull), 'path');
        if ($nulls !== []) {
            $count = count($nulls) + $more['nulls'];
            $paths = array_slice($nulls, 0, self::NAMED);
            $others = $count > count($paths) ? ' and ' . $count - count($paths) . ' more' : '';
            $list = implode(', ', $paths);
            $fields = $event->fields() + ['code' => 'null', 'count' => $count, 'paths' => $paths];
            $this->log->info("null counts as absent in the $event->name request: $list$others", $fields);
        }
    }

    /** Warns of a shop that runs a later release than its `version`. */
    public function mismatch(Event $event, stdClass $request): void
    {
        ['id' => $id, 'version' => $version] = (array) $event->sender;
        $proof = $version === null ? null : (new Evidence($this->rules))->infer($event->name, $request)[0] ?? null;
        if ($proof === null || Release::parse($proof['release']) <= Release::parse($version)) {
            return;
        }
        if ($this->notebook->isFirst(Notebook::DAY, 'mismatch', $id, $version)) {
            $place = $proof['path'] === '' ? 'this event' : $proof['path'];
            $fields = ['subscriptionId' => $id, 'version' => $version, 'proved' => $proof['release']];
            $this->log->warning(
                'subscription ' . Text::json($id) . ' is set to v' . preg_replace('/^v/', '', $version)
                . ", but its shop runs v{$proof['release']} or later, because it sent $place",
                $fields + ['path' => $proof['path']],
            );
        }
    }

    public function unknown(Event $event, stdClass $request): void
    {
        $places = $this->onUnknown === null ? [] : (new Evidence($this->rules))->unknown($event->name, $request);
        foreach ($places as ['path' => $path, 'addedIn' => $added, 'message' => $message]) {
            try {
                ($this->onUnknown)(new UnknownPart($path, $added, $message, $event->sender->id, $event->name));
            } catch (Throwable $fault) {
                $reason = Text::cut($fault->getMessage());
                $this->log->error("a hook threw: $reason", $event->fields() + ['exception' => $fault]);
            }
        }
    }

    /** Warns that no till sees a handler's answer. */
    public function unread(Event $event, Reply $reply): void
    {
        $names = $event->isAwaited() || $reply->status !== 200 ? [] : Text::names(Json::decode($reply->text));
        if ($names === [] || !$this->notebook->isFirst(Notebook::DAY, 'unread', $event->sender->id, $event->name)) {
            return;
        }
        $parts = array_map(
            static fn (string $name): string => Text::printable($name, 50),
            array_slice($names, 0, 10),
        );
        $list = implode(', ', $parts);
        $this->log->warning("the answer of the $event->name handler may not be read ($list), because the till does not "
            . 'wait for this event; switch on Blocking for it in the webhook settings of the back office', [
                ...$event->fields(),
                'parts' => $parts,
            ]);
    }
}
