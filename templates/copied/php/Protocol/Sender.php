<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use SensitiveParameter;

/** A subscription with its decoded keys, the newest first. An answer is signed with the key of its request. */
final readonly class Sender
{
    /** @param non-empty-list<string> $keys */
    public function __construct(
        public string $id,
        public ?string $name,
        public ?string $version,
        #[SensitiveParameter]
        public array $keys,
    ) {
    }

    public function sign(string $text, int $key): string
    {
        return self::hmac($text, $this->keys[$key]);
    }

    /** Index of the key that made a signature, or null. Tries all keys, so that timing does not reveal it. */
    public function findSigner(string $bytes, string $signature): ?int
    {
        $found = null;
        foreach ($this->keys as $index => $key) {
            // Compares base64 rather than bytes, so that a signature has only one spelling.
            $found = hash_equals(self::hmac($bytes, $key), $signature) ? $found ?? $index : $found;
        }
        return $found;
    }

    /**
     * A digest of JSON values, which cannot be computed without the secret. No JSON starts like it, so it is never a
     * request's signature.
     */
    public function digest(mixed ...$parts): string
    {
        // A body may have a number that JSON cannot write, such as 1e400.
        $json = json_encode($parts, JSON_PARTIAL_OUTPUT_ON_ERROR, 1100);
        // The oldest key, which stays when a new one is put before it.
        return self::hmac("mplus-codegen memory\n$json", $this->keys[count($this->keys) - 1]);
    }

    private static function hmac(string $text, #[SensitiveParameter] string $key): string
    {
        return base64_encode(hash_hmac('sha256', $text, $key, true));
    }
}
