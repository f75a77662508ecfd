<?php

declare(strict_types=1);

namespace Mplus;

use Psr\SimpleCache\CacheInterface;
use RuntimeException;

/** A memory in a PSR-16 cache. Such a cache cannot add at once: two repeats in the same millisecond may both be handled. */
final readonly class CacheMemory implements Memory
{
    public function __construct(private CacheInterface $cache)
    {
    }

    public function add(string $key, string $text, int $seconds): ?string
    {
        $found = $this->cache->get(self::name($key));
        if (is_string($found)) {
            return $found;
        }
        $this->set($key, $text, $seconds);
        return null;
    }

    public function set(string $key, string $text, int $seconds): void
    {
        // A cache says with false that it failed.
        $this->cache->set(self::name($key), $text, $seconds) || throw new RuntimeException('the cache cannot be written');
    }

    public function delete(string $key): void
    {
        $this->cache->delete(self::name($key));
    }

    /** PSR-16 allows few characters in a key, and 64 of them. */
    private static function name(string $key): string
    {
        return 'mplus.' . substr(hash('sha256', $key), 0, 56);
    }
}
