<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use Attribute;

/** Type of a list's items. */
#[Attribute]
final readonly class ListOf
{
    public function __construct(public string $type)
    {
    }
}
