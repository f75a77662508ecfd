<?php

declare(strict_types=1);

require 'models/Mplus.php';
// Treats warnings as errors.
set_error_handler(static fn (int $level, string $message) => throw new ErrorException($message));

foreach (file('bodies.tsv', FILE_IGNORE_NEW_LINES) as $line) {
    [$type, $text] = explode("\t", $line, 2);
    try {
        $made = "Mplus\\$type"::from(json_decode($text, false, 512, JSON_THROW_ON_ERROR));
    } catch (Mplus\InvalidBody $fault) {
        $made = $fault->getMessage();
    }
    echo json_encode($made, JSON_THROW_ON_ERROR), "\n";
}
