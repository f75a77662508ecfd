<?php

declare(strict_types=1);

namespace Mplus;

use SensitiveParameter;

/** A subscription of a shop in the POS. */
final readonly class Subscription
{
    /**
     * @param string|list<string>|false|null $secret as the POS shows it; several while it is being replaced, the new
     *     one first. What `getenv` returns is allowed: without a secret, events are answered with 500.
     * @param ?string $version the shop's release, such as `59.3`
     */
    public function __construct(
        #[SensitiveParameter]
        public string|array|false|null $secret,
        public ?string $version = null,
        public ?string $name = null,
    ) {
    }
}
