<?php

// Says whether the receiver can be made, and if not, why.

declare(strict_types=1);

try {
    require __DIR__ . '/receiver.php';
    echo 'ready';
} catch (Throwable $fault) {
    echo $fault->getMessage();
}
