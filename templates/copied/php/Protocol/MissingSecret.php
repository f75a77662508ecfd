<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use InvalidArgumentException;

/** An empty or absent secret, as in a build without environment variables. */
final class MissingSecret extends InvalidArgumentException
{
}
