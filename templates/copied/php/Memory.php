<?php

declare(strict_types=1);

namespace Mplus;

/**
 * What a receiver remembers from request to request, for all processes that share it: which body came for which event,
 * and the first answer to each event. `LockedFile` is one; implement this for your database.
 */
interface Memory
{
    /**
     * Stores a text, unless there is one that has not expired: returns that one, or null. Of two calls at once, one
     * must get the other's text.
     */
    public function add(string $key, string $text, int $seconds): ?string;

    /** Stores a text. */
    public function set(string $key, string $text, int $seconds): void;

    public function delete(string $key): void;
}
