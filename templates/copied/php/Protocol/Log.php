<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use Mplus\Contract\Text;
use Psr\Log\LoggerInterface;
use Throwable;

/** A log that never throws. Without a logger, warnings and errors go to PHP's own log. */
final readonly class Log
{
    public function __construct(private ?LoggerInterface $logger)
    {
    }

    /** @param array<string, mixed> $fields */
    public function debug(string $message, array $fields): void
    {
        $this->write('debug', $message, $fields);
    }

    /** @param array<string, mixed> $fields */
    public function info(string $message, array $fields): void
    {
        $this->write('info', $message, $fields);
    }

    /** @param array<string, mixed> $fields */
    public function warning(string $message, array $fields): void
    {
        $this->write('warning', $message, $fields);
    }

    /** @param array<string, mixed> $fields `exception` is what was thrown, if anything was */
    public function error(string $message, array $fields): void
    {
        $this->write('error', $message, $fields);
    }

    private function write(string $level, string $message, array $fields): void
    {
        try {
            if ($this->logger !== null) {
                $this->logger->log($level, $message, $fields);
                return;
            }
        } catch (Throwable) {
            // Written below.
            $level = 'error';
        }
        if ($level !== 'debug' && $level !== 'info') {
            error_log("mplus: $level: " . Text::escaped($message) . ' ' . self::show($fields));
        }
    }

    /** An exception is shown by its place, because its trace may have values of requests. */
    private static function show(array $fields): string
    {
        $fault = $fields['exception'] ?? null;
        $place = $fault instanceof Throwable ? [$fault::class . " at {$fault->getFile()}:{$fault->getLine()}"] : [];
        // The message has the problems.
        $others = array_diff_key($fields, ['exception' => 0, 'problems' => 0]);
        $shown = array_filter($others, static fn (mixed $part): bool => $part !== null);
        $json = json_encode($shown + array_filter(['exception' => $place[0] ?? null]), JSON_INVALID_UTF8_SUBSTITUTE
            | JSON_UNESCAPED_SLASHES | JSON_PARTIAL_OUTPUT_ON_ERROR);
        return (string) $json;
    }
}
