<?php

declare(strict_types=1);

namespace Shop;

use Mplus\Models\ExternalDiscountAnswer;
use Mplus\Models\LineChange;
use Mplus\Models\Message;
use Mplus\Models\ScanCodeAnswer;
use Mplus\Models\ScanCodeResponse;
use Mplus\Models\Session;
use Mplus\Models\SessionLine;

/** A coupon discounts one line of an article, once. */
final class Coupons
{
    /**
     * By code: the article, the sale with the coupon, and the id of the coupon's discount there.
     *
     * @var array<string, array{article: int, session: ?string, discount: ?string, isSpent: bool}>
     */
    private array $coupons = [
        'ZEEP3-7Q2K' => ['article' => 30412, 'session' => null, 'discount' => null, 'isSpent' => false],
    ];

    /** Null if the code is not a coupon. */
    public function scan(string $code, Session $session): ?ScanCodeResponse
    {
        if (!isset($this->coupons[$code])) {
            return null;
        }
        $coupon = &$this->coupons[$code];
        $lines = array_filter($session->lines ?? [], static fn (SessionLine $line): bool =>
            $line->articleNumber === $coupon['article'] && self::mayBeDiscounted($line));
        $isElsewhere = $coupon['session'] !== null && $coupon['session'] !== $session->sessionId;
        $answer = new ScanCodeResponse(new ScanCodeAnswer(recognized: true));
        if ($lines === [] || $coupon['isSpent'] || $isElsewhere) {
            $answer->message = [new Message(message: 'This coupon does nothing here')];
            return $answer;
        }
        $coupon['session'] = $session->sessionId;
        $coupon['discount'] ??= Shop::createId();
        $answer->lineChanges = [new LineChange(
            lineId: reset($lines)->lineId,
            externalDiscount: new ExternalDiscountAnswer(
                discountId: $coupon['discount'],
                discountDescription: 'Soap coupon',
                discountPercentage: 20,
            ),
        )];
        return $answer;
    }

    public function complete(string $sessionId): void
    {
        foreach ($this->coupons as &$coupon) {
            $coupon['isSpent'] = $coupon['isSpent'] || $coupon['session'] === $sessionId;
        }
    }

    public function cancel(string $sessionId): void
    {
        foreach ($this->coupons as &$coupon) {
            if ($coupon['session'] === $sessionId) {
                $coupon['session'] = $coupon['discount'] = null;
            }
        }
    }

    /** False for texts, returns, and lines with a discount from the POS or a webhook. */
    public static function mayBeDiscounted(SessionLine $line): bool
    {
        return $line->articleNumber !== null
            && ($line->quantity ?? 1) > 0
            && ($line->discountPercentage ?? 0.0) === 0.0
            && ($line->discountAmount ?? 0.0) === 0.0
            && $line->externalDiscount === null;
    }
}
