<?php

// Loads the classes of this folder, for projects without Composer.

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    $file = __DIR__ . strtr(substr($class, strlen('Mplus')), '\\', '/') . '.php';
    if (str_starts_with($class, 'Mplus\\') && is_file($file)) {
        require $file;
    }
});
