<?php

declare(strict_types=1);

namespace Mplus\Protocol;

/**
 * Keeps out of an answer what a handler or PHP prints, because the answer is signed. If a handler ends the script, the
 * status is 500.
 */
final class Output
{
    /** Of the call that has not ended. @var ?array<string, string> */
    private ?array $fields = null;
    private bool $isWatching = false;

    public function __construct(private readonly Log $log)
    {
    }

    /**
     * Calls a function, and discards what is printed meanwhile.
     *
     * @template T
     * @param callable(): T $call must not throw
     * @param array<string, string> $fields for the log
     * @return T
     */
    public function discard(callable $call, array $fields): mixed
    {
        $this->isWatching || register_shutdown_function($this->fail(...));
        $this->isWatching = true;
        $this->fields = $fields;
        $level = ob_get_level();
        $status = self::setStatus(500);
        // Also discards what remains when the script ends.
        ob_start(static fn (): string => '');
        $result = $call();
        $bytes = 0;
        // A handler may have opened more buffers, or closed this one.
        while (ob_get_level() > $level && ($text = ob_get_clean()) !== false) {
            $bytes += strlen($text);
        }
        self::setStatus($status);
        $this->fields = null;
        if ($bytes > 0) {
            $this->log->warning("$bytes bytes that were printed are not sent, because the answer is signed", $fields);
        }
        return $result;
    }

    private function fail(): void
    {
        if ($this->fields !== null) {
            // A handler may have set another one.
            self::setStatus(500);
            $reason = 'the script ended before its answer: a handler called exit, or PHP failed';
            $this->log->error($reason, $this->fields);
        }
    }

    /** Returns the status before. */
    private static function setStatus(int $status): int
    {
        $before = headers_sent() ? $status : http_response_code();
        headers_sent() || http_response_code($status);
        return is_int($before) ? $before : 200;
    }
}
