<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use Mplus\CacheMemory;
use Mplus\Memory;
use Psr\SimpleCache\CacheInterface;
use Throwable;

/**
 * The memory as the receiver uses it. A text about a subscription is sealed: first answers are signed again, so without
 * a seal, write access to the memory would be as good as the secret. A memory that fails is as good as none.
 */
final class Notebook
{
    /** In seconds. */
    public const DAY = 86_400;

    private readonly ?Memory $memory;

    public function __construct(Memory|CacheInterface|null $memory, private readonly Log $log)
    {
        $this->memory = $memory instanceof CacheInterface ? new CacheMemory($memory) : $memory;
    }

    public function isOpen(): bool
    {
        return $this->memory !== null;
    }

    /** True for the first of equal parts within a time; without a memory, for all. */
    public function isFirst(int $seconds, string ...$parts): bool
    {
        $key = hash('sha256', (string) json_encode($parts, JSON_INVALID_UTF8_SUBSTITUTE));
        return $this->ask(static fn (Memory $memory): ?string => $memory->add("once.$key", '1', $seconds)) === null;
    }

    /**
     * Notes a text, unless there is one: returns that one, or null.
     *
     * @param list<mixed> $about
     */
    public function add(Sender $sender, array $about, string $text, int $seconds): ?string
    {
        $key = self::key($sender, $about);
        $add = static fn (Memory $memory): ?string => $memory->add($key, self::seal($sender, $key, $text), $seconds);
        $sealed = (string) $this->ask($add);
        $kept = substr($sealed, (int) strpos($sealed, ' ') + 1);
        return $sealed !== '' && hash_equals(self::seal($sender, $key, $kept), $sealed) ? $kept : null;
    }

    /** @param list<mixed> $about */
    public function set(Sender $sender, array $about, string $text, int $seconds): void
    {
        $key = self::key($sender, $about);
        $isSet = $this->ask(static function (Memory $memory) use ($sender, $key, $text, $seconds): bool {
            $memory->set($key, self::seal($sender, $key, $text), $seconds);
            return true;
        });
        // A repeat would wait for what was there before: the claim of a running request.
        $isSet ?? $this->delete($sender, $about);
    }

    /** @param list<mixed> $about */
    public function delete(Sender $sender, array $about): void
    {
        $this->ask(static fn (Memory $memory) => $memory->delete(self::key($sender, $about)));
    }

    /** Reveals only which keys are of one subscription. */
    private static function key(Sender $sender, array $about): string
    {
        return substr($sender->digest('scope'), 0, 22) . '.' . $sender->digest(...$about);
    }

    private static function seal(Sender $sender, string $key, string $text): string
    {
        return $sender->digest('sealed', $key, $text) . " $text";
    }

    private function ask(callable $call): mixed
    {
        try {
            return $this->memory === null ? null : $call($this->memory);
        } catch (Throwable $fault) {
            $reason = "the memory failed, so repeats are handled again: {$fault->getMessage()}";
            $this->log->error($reason, ['exception' => $fault]);
            return null;
        }
    }
}
