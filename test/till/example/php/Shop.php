<?php

declare(strict_types=1);

namespace Shop;

use Closure;

/** All that the shop keeps between requests. It is in a file, because PHP forgets everything after a request. */
final class Shop
{
    public function __construct(
        public readonly Loyalty $loyalty = new Loyalty(),
        public readonly GiftCards $giftCards = new GiftCards(),
        public readonly Coupons $coupons = new Coupons(),
        public readonly CheckOut $checkOut = new CheckOut(),
        public readonly Payments $payments = new Payments(),
        public readonly Tables $tables = new Tables(),
    ) {
    }

    /**
     * Returns a handler that is given the shop in a file. Its changes to the shop are saved, unless it throws. Only one
     * request at a time can use the shop.
     *
     * @param callable(Shop, mixed): mixed $handle
     */
    public static function handler(string $path, callable $handle): Closure
    {
        return static function (object $request) use ($path, $handle): mixed {
            $file = fopen($path, 'c+b');
            flock($file, LOCK_EX);
            $shop = unserialize((string) stream_get_contents($file) ?: serialize(new Shop()));
            $answer = $handle($shop, $request);
            rewind($file);
            ftruncate($file, 0);
            fwrite($file, serialize($shop));
            fclose($file);
            return $answer;
        };
    }

    /** A random UUID. */
    public static function createId(): string
    {
        $bytes = random_bytes(16);
        $bytes[6] = chr(ord($bytes[6]) & 0x0f | 0x40);
        $bytes[8] = chr(ord($bytes[8]) & 0x3f | 0x80);
        return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));
    }
}
