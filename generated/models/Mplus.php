<?php

// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

declare(strict_types=1);

namespace Mplus;

use JsonSerializable;
use stdClass;

require_once __DIR__ . '/MplusJson.php';

/**
 * What was added to the sale.
 */
final class AddSessionLine implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * The line that was added.
         */
        #[Inlined(['lineId', 'articleNumber', 'priceIncl', 'quantity', 'text', 'discountPercentage', 'discountAmount', 'supplierArticleNumber', 'pluNumber', 'extArticleId', 'externalDiscount'])]
        public SessionLine $line,
    ) {
    }
}

/**
 * What the POS sends for 'addSessionLine'.
 */
final class AddSessionLineRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * What was added to the sale.
         */
        public AddSessionLine $addSessionLine,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'addSessionLine'. Not 'form' (since v59: not in every shop of 48..).
 */
final class AddSessionLineResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * A discount that the line has from the start.
 */
final class AddedDiscount implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Your id of the discount. Make a new one and keep it: requests carry it with the line from then on.
         */
        public ?string $discountId = null,
        /**
         * A label for the discount. Better always sent.
         */
        public ?string $discountDescription = null,
        /**
         * Discount in percent. Adds up with 'discountAmount'.
         */
        public ?float $discountPercentage = null,
        /**
         * Discount in euros. Adds up with 'discountPercentage'.
         */
        public ?float $discountAmount = null,
        /**
         * How much of the line's quantity gets the discount, such as 3 out of 5 pieces.
         */
        public ?float $applyToQuantity = null,
        /**
         * Any word for the kind of discount; reports can be filtered by it.
         */
        public ?string $discountType = null,
    ) {
    }
}

/**
 * What the POS sends for 'backgroundPoll'.
 */
final class BackgroundPollRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'backgroundPoll'. Not 'form' (since v59: not in every shop of 48..).
 */
final class BackgroundPollResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * The cafeteria order that the course belongs to.
 */
final class CafeteriaOrder implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Made by the POS; identifies the order. Usually in the format 'uuid'.
         */
        public string $orderId,
        /**
         * Year of the order.
         */
        #[Undocumented]
        public ?int $year = null,
        /**
         * Number of the order.
         */
        #[Undocumented]
        public ?int $number = null,
        /**
         * Number on the ticket, usually the last two digits of 'number'.
         */
        #[Undocumented]
        public ?int $ticketNumber = null,
    ) {
    }
}

/**
 * What the POS sends for 'cancelExternalPayment'.
 */
final class CancelExternalPaymentRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The external payment that the event is about.
         */
        public ExternalPayment $externalPayment,
        /**
         * The sale that the event is about.
         */
        #[Undocumented]
        public ?Session $session = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'cancelExternalPayment'. Not 'form' (since v59: not in every shop of 48..).
 */
final class CancelExternalPaymentResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Tells the till how the running external payment stands.
         */
        public ?ExternalPaymentAnswer $externalPayment = null,
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * What the POS sends for 'cancelPayment'.
 */
final class CancelPaymentRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'cancelPayment'. Not 'form' (since v59: not in every shop of 48..).
 */
final class CancelPaymentResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * What the POS sends for 'cancelSession'.
 */
final class CancelSessionRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'cancelSession'. Not 'form' (since v59: not in every shop of 48..).
 */
final class CancelSessionResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * How the sale was paid.
 */
final class CompleteSession implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Payments of the closing transaction only: 'session.payments' has the earlier prepayments as well.
         * @var list<Payment>
         */
        #[ListOf(Payment::class)]
        public array $payments,
    ) {
    }
}

/**
 * What the POS sends for 'completeSession'.
 */
final class CompleteSessionRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public CompleteSessionSession $session,
        /**
         * How the sale was paid.
         */
        public ?CompleteSession $completeSession = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'completeSession'. Not 'form' (since v59: not in every shop of 48..).
 */
final class CompleteSessionResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * One footer for the receipt, or a list of them.
         * @var Footer|list<Footer>|null
         */
        #[ListOf(Footer::class)]
        public Footer|array|null $receiptFooter = null,
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * The sale that the event is about. In 'completeSession', 'sessionId' may be missing.
 */
final class CompleteSessionSession implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Made by the POS; the same in every event of one sale. Usually in the format 'uuid'.
         */
        public ?string $sessionId = null,
        /**
         * The table that the sale is on, if it is on one.
         */
        public ?SessionTable $table = null,
        /**
         * What is being sold, a line for each entry. May be missing from events that say little, such as
         * startSession.
         * @var list<SessionLine>|null
         */
        #[ListOf(SessionLine::class)]
        public ?array $lines = null,
        /**
         * All payments of the sale so far, including prepayments.
         * @var list<Payment>|null
         */
        #[ListOf(Payment::class)]
        public ?array $payments = null,
        /**
         * The relation that is selected for the sale. Absent when there is none.
         */
        #[Undocumented]
        public ?Relation $relation = null,
        /**
         * Total of the sale including VAT, in euros.
         */
        #[Undocumented]
        public ?float $totalInclAmount = null,
    ) {
    }
}

/**
 * The course that the kitchen is working on.
 */
final class Course implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Number of the course in the POS.
         */
        public int $courseNumber,
        /**
         * Name of the course.
         */
        public string $name,
        /**
         * Short form of the name.
         */
        public string $abbreviation,
        /**
         * Place of the course among the others.
         */
        #[Undocumented]
        public ?int $sequenceNumber = null,
        /**
         * How long preparation should take.
         */
        #[Undocumented]
        public ?int $expectedPreparationTime = null,
        /**
         * How long preparation took; known when the course is complete.
         */
        #[Undocumented]
        public ?int $actualPreparationTime = null,
    ) {
    }
}

/**
 * What the POS sends for 'creditSession'.
 */
final class CreditSessionRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'creditSession'. Not 'form' (since v59: not in every shop of 48..).
 */
final class CreditSessionResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * The custom action button that was pressed.
 */
final class CustomAction implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Id of the button, as it was set up in the POS.
         */
        public string $customActionId,
        /**
         * Caption of the button, as it was set up in the POS. The answer 'customActionChange' changes it.
         */
        public ?string $buttonCaption = null,
        /**
         * True when nobody pressed the button: the POS is starting up, and the button can be given its first
         * state.
         */
        public ?bool $onStartup = null,
        /**
         * True when the button was held down rather than clicked. Since v59.3.4.
         */
        public ?bool $longClick = null,
        /**
         * The number on the POS's numpad at that moment.
         */
        public ?float $numpadValue = null,
    ) {
    }
}

/**
 * Puts another text on the button of a custom action.
 */
final class CustomActionChange implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Id of the custom action, as set up in the till.
         */
        public string $customActionId,
        /**
         * The new text.
         */
        public string $buttonCaption,
    ) {
    }
}

/**
 * What the POS sends for 'customAction'.
 */
final class CustomActionRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The custom action button that was pressed.
         */
        public CustomAction $customAction,
        /**
         * The sale that the event is about.
         */
        public ?Session $session = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'customAction'. Not 'form' (since v59: not in every shop of 48..).
 */
final class CustomActionResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * The user's choice in the dialog that you answered with; the rest of the request is the original event once
 * more.
 */
final class Dialog implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * The 'optionId' of each chosen option. Empty when none was chosen.
         * @var list<int>
         */
        #[ListOf('int')]
        public array $selectedDialogOptionIds,
    ) {
    }
}

/**
 * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
 */
final class DialogAnswer implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * True makes the user choose.
         */
        public bool $required,
        /**
         * True lets the user choose several options.
         */
        public bool $allowMultipleOptions,
        /**
         * Text at the top of the dialog.
         */
        public string $dialogTitle,
        /**
         * The options.
         * @var list<DialogOption>
         */
        #[ListOf(DialogOption::class)]
        public array $dialogOptions,
        /**
         * True makes the user confirm after choosing, so that a slip of the finger does no harm.
         */
        public ?bool $requireConfirmation = null,
        /**
         * Number of columns in which the options stand.
         */
        public ?int $columns = null,
    ) {
    }
}

/**
 * One option of a dialog. Not 'disabled' (since v59.3.4: not in every shop of 48..). Not 'articleNumber',
 * 'barcode', 'pluNumber', 'supplierArticleNumber' or 'extArticleId' (since v59: not in every shop of 48..).
 */
final class DialogOption implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Your number for the option. It comes back when the option is chosen.
         */
        public int $optionId,
        /**
         * Text on the option.
         */
        public string $optionName,
        /**
         * Colour of the option, hexadecimal.
         */
        public ?string $optionColor = null,
    ) {
    }
}

/**
 * Shows a code to the customer, on the customer display.
 */
final class DisplayBarcode implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * How to draw the code.
         */
        public string $codeType,
        /**
         * What the code holds.
         */
        public string $code,
    ) {
    }
}

/**
 * Says that you could not use the request. Goes with HTTP status 400.
 */
final class ErrorAnswer implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * The kind of fault.
         */
        public string $code,
        /**
         * The fault in words.
         */
        public string $message,
    ) {
    }
}

/**
 * Posted to the URL of the event whose answer the POS could not use.
 */
final class ErrorRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * What the POS could not accept in your answer.
         */
        public WebhookError $error,
        /**
         * The details of the event that you answered.
         */
        public stdClass $original,
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public ?EventInfo $event = null,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public ?Sender $sender = null,
    ) {
    }
}

/**
 * When and how the event was sent. The event's name is not in here: it is the end of the URL.
 */
final class EventInfo implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * True when the POS waits for the answer.
         */
        public bool $eventBlocking,
        /**
         * A number that rises from event to event. It may start over, so it is not unique by itself.
         */
        public int $eventCounter,
        /**
         * When the event happened: a time with milliseconds and an offset from UTC. Usually in the format
         * 'date-time'.
         */
        public string $eventTimestamp,
        /**
         * True when the POS sends the event over and over until an answer's 'polling.finished' is true. The
         * subscription says which events poll.
         */
        public ?bool $eventPolling = null,
    ) {
    }
}

/**
 * Shows the user a card that was scanned outside the till. One without any property shows nothing.
 */
final class ExternalCardScan implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Your own id for the card. The till need not know it.
         */
        public ?string $cardIdentifier = null,
        /**
         * Whose card it is, or what card.
         */
        public ?string $cardDescription = null,
        /**
         * What the card holds now.
         */
        public ?float $cardBalance = null,
        /**
         * Until when the card can be used. Only shown; the till does not act on it.
         */
        public ?string $cardExpiration = null,
        /**
         * True shows the card as blocked.
         */
        public ?bool $cardBlocked = null,
        /**
         * How long the card is shown, in place of the time set in the till. 0: until the next receipt.
         */
        public ?int $displayTime = null,
        /**
         * True: 'cardBalance' is what will be left after this transaction.
         */
        public ?bool $isNewBalance = null,
    ) {
    }
}

/**
 * A discount that a webhook gave to the line. A line normally has either this or a discount of the POS.
 */
final class ExternalDiscount implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * The id of the discount. The receiver that gave the discount made this id. That receiver need not be
         * you: a shop may have several. Usually in the format 'uuid'.
         */
        public ?string $discountId = null,
        /**
         * The label of the discount.
         */
        public ?string $discountDescription = null,
        /**
         * In percent; it counts on top of 'discountAmount'.
         */
        public ?float $discountPercentage = null,
        /**
         * In euros; it counts on top of 'discountPercentage'.
         */
        public ?float $discountAmount = null,
        /**
         * The kind of discount, by which reports can be filtered.
         */
        #[Undocumented]
        public ?string $discountType = null,
    ) {
    }
}

/**
 * A discount on a line that your system grants.
 */
final class ExternalDiscountAnswer implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Your id of the discount. Make a new one and keep it: requests carry it with the line from then on, and
         * the vendor's API with the line of the receipt.
         */
        public string $discountId,
        /**
         * A label for the discount. Better always sent.
         */
        public ?string $discountDescription = null,
        /**
         * Discount in percent. Adds up with 'discountAmount'.
         */
        public ?float $discountPercentage = null,
        /**
         * Discount in euros. Adds up with 'discountPercentage'.
         */
        public ?float $discountAmount = null,
        /**
         * How much of the line's quantity gets the discount, such as 3 out of 5 pieces.
         */
        public ?float $applyToQuantity = null,
        /**
         * Any word for the kind of discount; reports can be filtered by it.
         */
        public ?string $discountType = null,
    ) {
    }
}

/**
 * The external payment that the event is about.
 */
final class ExternalPayment implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Made by the POS, one for each payment. Send it back in your answers. Usually in the format 'uuid'.
         */
        public string $externalPaymentId,
        /**
         * What there is to pay, in euros with decimals.
         */
        public float $amount,
        /**
         * Name of the payment method in the POS that is linked to webhooks, such as 'K_WEBHOOK'.
         */
        public string $method,
        /**
         * When it is there, call it once the payment's outcome is final: the POS can then go on sooner. Its
         * response does not matter. Since v56. Usually in the format 'uri'.
         */
        public ?string $callbackUrl = null,
    ) {
    }
}

/**
 * Tells the till how the running external payment stands. Not 'requiresReceiptPrinter' (only for
 * startExternalPayment).
 */
final class ExternalPaymentAnswer implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Background of the popup on the cashier's screen: hexadecimal, or a colour name such as red.
         */
        public ?string $backgroundColor = null,
        /**
         * The payment's id, as the request has it. Better always sent: the till checks that both mean the same
         * payment. Usually in the format 'uuid'.
         */
        public ?string $externalPaymentId = null,
        /**
         * True: the payment has begun at your side. The payment does not go on from its start to polling before
         * this.
         */
        public ?bool $started = null,
        /**
         * True: the customer has paid. The payment ends, and the till books it.
         */
        public ?bool $confirmed = null,
        /**
         * True: the payment was cancelled or has failed. The payment ends, and the till books nothing.
         */
        public ?bool $cancelled = null,
        /**
         * What was really paid, in euros, if it differs from the amount asked for.
         */
        public ?float $finalAmount = null,
        /**
         * Your reference of the transaction. The till keeps it with the payment.
         */
        public ?string $externalTransactionReference = null,
        /**
         * Texts to print, such as the slip of a card terminal.
         * @var list<ReceiptText>|null
         */
        #[ListOf(ReceiptText::class)]
        public ?array $receiptTexts = null,
        /**
         * Brand or kind of the card used, kept with the payment. The till may group payments by it.
         */
        public ?string $cardType = null,
        /**
         * Id of the terminal used, kept with the payment. The till may group payments by it.
         */
        public ?string $terminalId = null,
        /**
         * The payment method that was used at your side, kept with the payment.
         */
        public ?string $method = null,
        /**
         * Text for the cashier's screen.
         */
        public ?string $message = null,
        /**
         * Text for the customer display.
         */
        public ?string $customerMessage = null,
        /**
         * Seconds for which both texts stay on screen at least.
         */
        public ?int $displayTime = null,
        /**
         * Seconds for which 'message' stays on screen at least.
         */
        public ?int $messageDisplayTime = null,
        /**
         * Seconds after which 'customerMessage' is gone: an upper limit, unlike the two other times.
         */
        public ?int $customerMessageDisplayTime = null,
        /**
         * True leaves out the time that the till puts in front of a message.
         */
        public ?bool $hideTimestamp = null,
        /**
         * True first removes the messages that are on the cashier's screen.
         */
        public ?bool $clearScreen = null,
        /**
         * True first removes the message that is on the customer display.
         */
        public ?bool $clearCustomerScreen = null,
        /**
         * True uses a font with characters of equal width, so that columns line up.
         */
        public ?bool $monospacedFont = null,
    ) {
    }
}

/**
 * Texts and a code to print at the bottom of a receipt or a bill. Not 'textBeforeOptions' or 'textAfterOptions'
 * (since v59: not in every shop of 48..).
 */
final class Footer implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Text above the code. A newline character starts a new line.
         */
        public ?string $textBefore = null,
        /**
         * The older name of 'textBefore'.
         * @deprecated use textBefore instead.
         */
        public ?string $text = null,
        /**
         * A code to print between the two texts.
         */
        public ?FooterBarcode $barcode = null,
        /**
         * Text below the code. A newline character starts a new line.
         */
        public ?string $textAfter = null,
        /**
         * True prints the footer on a slip of its own: the printer cuts the paper before it.
         */
        public ?bool $printSeparate = null,
    ) {
    }
}

/**
 * A code to print between the two texts.
 */
final class FooterBarcode implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * How to draw the code. Left out: 'code128'.
         */
        public ?string $codeType = null,
        /**
         * What the code holds. Only characters that its type can carry.
         */
        public ?string $code = null,
    ) {
    }
}

/**
 * What the user did with the form that you answered with; the rest of the request is the original event once
 * more. Since v59.
 */
final class Form implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * The id that you gave to the form.
         */
        public string $id,
        /**
         * True when the user expressly cancelled the form.
         */
        public ?bool $cancelled = null,
        /**
         * What was entered, a field each.
         * @var list<FormFieldValue>|null
         */
        #[ListOf(FormFieldValue::class)]
        public ?array $fields = null,
    ) {
    }
}

/**
 * What was entered in one field of a form. Since v59.
 */
final class FormFieldValue implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * The id that you gave to the field.
         */
        public string $id,
        /**
         * The entry as a string, also for numbers, dates and checkboxes.
         */
        public ?string $value = null,
        /**
         * The ids of the chosen options of a select field.
         * @var list<string>|null
         */
        #[ListOf('string')]
        public ?array $selected = null,
    ) {
    }
}

/**
 * What the POS sends for 'kitchenCompleteCourse'.
 */
final class KitchenCompleteCourseRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The course that the kitchen is working on.
         */
        public Course $course,
        /**
         * The table that the course is for.
         */
        public ?Table $table = null,
        /**
         * The table order that the course belongs to.
         */
        public ?TableOrder $tableOrder = null,
        /**
         * The cafeteria order that the course belongs to.
         */
        public ?CafeteriaOrder $cafeteriaOrder = null,
        /**
         * An order. The vendor names the object but none of its properties, nor an event that carries it.
         */
        #[Undocumented]
        public ?stdClass $order = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'kitchenCompleteCourse'. Not 'form' (since v59: not in every shop of 48..).
 */
final class KitchenCompleteCourseResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * What the POS sends for 'kitchenServeCourse'.
 */
final class KitchenServeCourseRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The course that the kitchen is working on.
         */
        public Course $course,
        /**
         * The table that the course is for.
         */
        public ?Table $table = null,
        /**
         * The table order that the course belongs to.
         */
        public ?TableOrder $tableOrder = null,
        /**
         * The cafeteria order that the course belongs to.
         */
        public ?CafeteriaOrder $cafeteriaOrder = null,
        /**
         * An order. The vendor names the object but none of its properties, nor an event that carries it.
         */
        #[Undocumented]
        public ?stdClass $order = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'kitchenServeCourse'. Not 'form' (since v59: not in every shop of 48..).
 */
final class KitchenServeCourseResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * What the POS sends for 'kitchenStartCourse'.
 */
final class KitchenStartCourseRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The course that the kitchen is working on.
         */
        public Course $course,
        /**
         * The table that the course is for.
         */
        public ?Table $table = null,
        /**
         * The table order that the course belongs to.
         */
        public ?TableOrder $tableOrder = null,
        /**
         * The cafeteria order that the course belongs to.
         */
        public ?CafeteriaOrder $cafeteriaOrder = null,
        /**
         * An order. The vendor names the object but none of its properties, nor an event that carries it.
         */
        #[Undocumented]
        public ?stdClass $order = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'kitchenStartCourse'. Not 'form' (since v59: not in every shop of 48..).
 */
final class KitchenStartCourseResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * A line to add: an article, or a mere text.
 */
final class LineAddition implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Your id for the new line, by which you know it again. Left out: the till makes one. Usually in the
         * format 'uuid'.
         */
        public ?string $lineId = null,
        /**
         * A reference of your own, to recognise the line later on.
         */
        public ?string $extLine = null,
        /**
         * Number of an article that the till has.
         */
        public ?int $articleNumber = null,
        /**
         * Barcode of an article that the till has.
         */
        public ?string $barcode = null,
        /**
         * PLU number of an article that the till has.
         */
        public ?string $pluNumber = null,
        /**
         * The supplier's number of an article that the till has.
         */
        public ?string $supplierArticleNumber = null,
        /**
         * Another system's id of an article that the till has.
         */
        public ?string $extArticleId = null,
        /**
         * Price in euros, with VAT. Left out: the article's usual price.
         */
        public ?float $priceIncl = null,
        /**
         * How many. Left out: 1.
         */
        public ?float $quantity = null,
        /**
         * Text of the line. Left out: the article's own text.
         */
        public ?string $text = null,
        /**
         * A discount that the line has from the start.
         */
        public ?AddedDiscount $externalDiscount = null,
    ) {
    }
}

/**
 * A change to one line.
 */
final class LineChange implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Id of the line to change, as in the request. Usually in the format 'uuid'.
         */
        public string $lineId,
        /**
         * The discount that the line is to have.
         */
        public ?ExternalDiscountAnswer $externalDiscount = null,
    ) {
    }
}

/**
 * A line to delete.
 */
final class LineDeletion implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Id of the line to delete, as in the request. Usually in the format 'uuid'.
         */
        public string $lineId,
    ) {
    }
}

/**
 * Where the sale went.
 */
final class MergeSession implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * The session that lives on, now with the contents of 'session'. Usually in the format 'uuid'.
         */
        public string $mergeWithSessionId,
    ) {
    }
}

/**
 * What the POS sends for 'mergeSession'.
 */
final class MergeSessionRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * Where the sale went.
         */
        public MergeSession $mergeSession,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'mergeSession'. Not 'form' (since v59: not in every shop of 48..).
 */
final class MergeSessionResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * Text for the cashier's screen, the customer display or both.
 */
final class Message implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Background of the popup on the cashier's screen: hexadecimal, or a colour name such as red.
         */
        public ?string $backgroundColor = null,
        /**
         * Text for the cashier's screen.
         */
        public ?string $message = null,
        /**
         * Text for the customer display.
         */
        public ?string $customerMessage = null,
        /**
         * Seconds for which both texts stay on screen at least.
         */
        public ?int $displayTime = null,
        /**
         * Seconds for which 'message' stays on screen at least.
         */
        public ?int $messageDisplayTime = null,
        /**
         * Seconds after which 'customerMessage' is gone: an upper limit, unlike the two other times.
         */
        public ?int $customerMessageDisplayTime = null,
        /**
         * True leaves out the time that the till puts in front of a message.
         */
        public ?bool $hideTimestamp = null,
        /**
         * True first removes the messages that are on the cashier's screen.
         */
        public ?bool $clearScreen = null,
        /**
         * True first removes the message that is on the customer display.
         */
        public ?bool $clearCustomerScreen = null,
        /**
         * True uses a font with characters of equal width, so that columns line up.
         */
        public ?bool $monospacedFont = null,
    ) {
    }
}

/**
 * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
 */
final class OpenUrl implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Where your page should lead at the end, if it takes the user to other addresses. Usually in the format
         * 'uri'.
         */
        public string $redirectUrl,
    ) {
    }
}

/**
 * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
 * request.
 */
final class OpenUrlAnswer implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Address of the page. Usually in the format 'uri'.
         */
        public string $url,
        /**
         * True opens the page without a click of the user.
         */
        public ?bool $autoOpen = null,
        /**
         * Text of the link or button that opens the page, where it does not open by itself.
         */
        public ?string $urlTitle = null,
        /**
         * True closes the page as soon as it leads to another domain.
         */
        public ?bool $closeOnDomainChange = null,
        /**
         * Least width of the window, where the page opens in a popup.
         */
        public ?int $minimumWidth = null,
        /**
         * Least height of the window, where the page opens in a popup.
         */
        public ?int $minimumHeight = null,
    ) {
    }
}

/**
 * What the POS sends for 'pauseSession'.
 */
final class PauseSessionRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'pauseSession'. Not 'form' (since v59: not in every shop of 48..).
 */
final class PauseSessionResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * One entry of what was paid: a method and its share.
 */
final class Payment implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * In euros.
         */
        public float $amount,
        /**
         * Name of the payment method, for people.
         */
        public string $description,
        /**
         * Id of the payment method, for programs.
         */
        public string $method,
    ) {
    }
}

/**
 * What the POS sends for 'pollExternalPayment'.
 */
final class PollExternalPaymentRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The external payment that the event is about.
         */
        public ExternalPayment $externalPayment,
        /**
         * The sale that the event is about.
         */
        #[Undocumented]
        public ?Session $session = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'pollExternalPayment'. Not 'form' (since v59: not in every shop of 48..).
 */
final class PollExternalPaymentResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Tells the till how the running external payment stands.
         */
        public ?ExternalPaymentAnswer $externalPayment = null,
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * Says whether the till is to go on asking, and what to show meanwhile.
 */
final class PollingAnswer implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * True ends the polling. False makes the till send the request again at once.
         */
        public bool $finished,
        /**
         * Text for the cashier's screen.
         */
        public ?string $message = null,
        /**
         * Text for the customer display.
         */
        public ?string $customerMessage = null,
        /**
         * Seconds for which both texts stay on screen at least.
         */
        public ?int $displayTime = null,
        /**
         * Seconds for which 'message' stays on screen at least.
         */
        public ?int $messageDisplayTime = null,
        /**
         * Seconds after which 'customerMessage' is gone: an upper limit, unlike the two other times.
         */
        public ?int $customerMessageDisplayTime = null,
        /**
         * True leaves out the time that the till puts in front of a message.
         */
        public ?bool $hideTimestamp = null,
        /**
         * True first removes the messages that are on the cashier's screen.
         */
        public ?bool $clearScreen = null,
        /**
         * True first removes the message that is on the customer display.
         */
        public ?bool $clearCustomerScreen = null,
        /**
         * True uses a font with characters of equal width, so that columns line up.
         */
        public ?bool $monospacedFont = null,
    ) {
    }
}

/**
 * The table that was paid for.
 */
final class PrepaidTable implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Number of the table.
         */
        public int $number,
        /**
         * Subnumber of the table.
         */
        public ?int $subNumber = null,
    ) {
    }
}

/**
 * Books payments on the session of a table.
 */
final class PrepayTable implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * The table that was paid for.
         */
        public PrepaidTable $table,
        /**
         * Id of the session that the table has.
         */
        public string $sessionId,
        /**
         * The payments to book.
         * @var list<Prepayment>
         */
        #[ListOf(Prepayment::class)]
        public array $payments,
    ) {
    }
}

/**
 * One payment to book.
 */
final class Prepayment implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Your id for the payment. The till books the same id once only.
         */
        public string $paymentId,
        /**
         * Amount paid, in euros.
         */
        public float $amount,
        /**
         * Payment method to book it under. Left out: the till's general method 'WEBHOOK'.
         */
        public ?string $method = null,
    ) {
    }
}

/**
 * What the POS sends for 'printBill'.
 */
final class PrintBillRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * Earlier payments on the bill. The vendor names the object but none of its properties.
         */
        #[Undocumented]
        public ?stdClass $printBill = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'printBill'. Not 'form' (since v59: not in every shop of 48..).
 */
final class PrintBillResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * One footer for the bill, or a list of them.
         * @var Footer|list<Footer>|null
         */
        #[ListOf(Footer::class)]
        public Footer|array|null $billFooter = null,
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * One text to print.
 */
final class ReceiptText implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * What to print.
         */
        public string $text,
        /**
         * For whom it is printed. Left out: 'cardholder'.
         */
        public ?ReceiptTextType $type = null,
        /**
         * True: the till asks the merchant to have it signed by the cardholder.
         */
        public ?bool $requiresSignature = null,
    ) {
    }
}

/**
 * For whom it is printed. Left out: 'cardholder'.
 */
enum ReceiptTextType: string
{
    case cardholder = 'cardholder';
    case merchant = 'merchant';
}

/**
 * A relation of the shop, such as a customer. More properties than these may come: the vendor promises its full
 * details without naming them.
 */
final class Relation implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Number of the relation in the POS.
         */
        public ?int $relationNumber = null,
        /**
         * Name of the relation.
         */
        public ?string $name = null,
    ) {
    }
}

/**
 * What was taken out of the sale.
 */
final class RemoveSessionLine implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * The line that was removed.
         */
        #[Inlined(['lineId', 'articleNumber', 'priceIncl', 'quantity', 'text', 'discountPercentage', 'discountAmount', 'supplierArticleNumber', 'pluNumber', 'extArticleId', 'externalDiscount'])]
        public SessionLine $line,
    ) {
    }
}

/**
 * What the POS sends for 'removeSessionLine'.
 */
final class RemoveSessionLineRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * What was taken out of the sale.
         */
        public RemoveSessionLine $removeSessionLine,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'removeSessionLine'. Not 'form' (since v59: not in every shop of 48..).
 */
final class RemoveSessionLineResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * What the POS sends for 'requestCancelExternalPayment'.
 */
final class RequestCancelExternalPaymentRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The external payment that the event is about.
         */
        public ExternalPayment $externalPayment,
        /**
         * The sale that the event is about.
         */
        #[Undocumented]
        public ?Session $session = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'requestCancelExternalPayment'. Not 'form' (since v59: not in every shop of 48..).
 */
final class RequestCancelExternalPaymentResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Tells the till how the running external payment stands.
         */
        public ?ExternalPaymentAnswer $externalPayment = null,
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * Asks the till to run a custom action. No promise that it does.
 */
final class RequestCustomAction implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Id of the custom action, as set up in the till.
         */
        public string $customActionId,
    ) {
    }
}

/**
 * Asks the user to scan a code.
 */
final class RequestScanCode implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * True: the user cannot go on without a scan.
         */
        public bool $required,
        /**
         * Text that tells the user what to scan.
         */
        public string $requestTitle,
    ) {
    }
}

/**
 * What the POS sends for 'resumeSession'.
 */
final class ResumeSessionRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'resumeSession'. Not 'form' (since v59: not in every shop of 48..).
 */
final class ResumeSessionResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * A code, as the till read it.
 */
final class ScanCode implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * The code as text.
         */
        public string $scannedCode,
        /**
         * What kind of code it is.
         */
        public string $codeType,
    ) {
    }
}

/**
 * Says whether the scanned code is yours.
 */
final class ScanCodeAnswer implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * True claims the code: the till no longer searches its own data for it.
         */
        public bool $recognized,
        /**
         * Number of the relation that the till is to select.
         */
        public ?int $relationNumber = null,
        /**
         * Text for the cashier's screen.
         */
        public ?string $message = null,
        /**
         * Text for the customer display.
         */
        public ?string $customerMessage = null,
    ) {
    }
}

/**
 * What the POS sends for 'scanCode'.
 */
final class ScanCodeRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * A code, as the till read it.
         */
        public ScanCode $scanCode,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'scanCode'. Not 'form' (since v59: not in every shop of 48..).
 */
final class ScanCodeResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says whether the scanned code is yours.
         */
        public ?ScanCodeAnswer $scanCode = null,
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * The relation that is selected now; null, or an object with a null in it, when it was deselected.
 */
final class SelectRelation implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * The selected relation; null when it was deselected.
         */
        #[Inlined(['relationNumber', 'name'], nullable: true)]
        public ?Relation $relation,
    ) {
    }
}

/**
 * What the POS sends for 'selectRelation'.
 */
final class SelectRelationRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The relation that is selected now; null, or an object with a null in it, when it was deselected.
         */
        public ?SelectRelation $selectRelation,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'selectRelation'. Not 'form' (since v59: not in every shop of 48..).
 */
final class SelectRelationResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * The till, or the program in its place, that sent the event.
 */
final class Sender implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * The branch that the workplace belongs to.
         */
        public int $branchNumber,
        /**
         * The workplace within the branch.
         */
        public int $workplaceNumber,
        /**
         * Made by the POS anew at each of its starts. Usually in the format 'uuid'.
         */
        public ?string $instanceId = null,
        /**
         * Whether the till shows its payment screen. startPayment tells when it opens, cancelPayment when it
         * closes unpaid.
         */
        public ?bool $paymentStarted = null,
        /**
         * The program that sent the event.
         */
        public ?string $productName = null,
        /**
         * The employee at the till.
         */
        #[Undocumented]
        public ?int $employeeNumber = null,
        /**
         * Name of the browser. Only when one of the vendor's web apps sent the event.
         */
        public ?string $browserFamily = null,
        /**
         * Version of the browser. Only when one of the vendor's web apps sent the event.
         */
        public ?string $browserVersion = null,
        /**
         * Kind of device that the browser runs on. Only when one of the vendor's web apps sent the event.
         */
        public ?string $deviceType = null,
        /**
         * Name of the platform, or operating system. Only when one of the vendor's web apps sent the event.
         */
        public ?string $platformFamily = null,
        /**
         * Version of the platform. Only when one of the vendor's web apps sent the event.
         */
        public ?string $platformVersion = null,
        /**
         * Whether a receipt printer is set up at this workplace. Since v57.
         */
        public ?bool $hasReceiptPrinter = null,
    ) {
    }
}

/**
 * The sale that the event is about.
 */
final class Session implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Made by the POS; the same in every event of one sale. Usually in the format 'uuid'.
         */
        public string $sessionId,
        /**
         * The table that the sale is on, if it is on one.
         */
        public ?SessionTable $table = null,
        /**
         * What is being sold, a line for each entry. May be missing from events that say little, such as
         * startSession.
         * @var list<SessionLine>|null
         */
        #[ListOf(SessionLine::class)]
        public ?array $lines = null,
        /**
         * All payments of the sale so far, including prepayments.
         * @var list<Payment>|null
         */
        #[ListOf(Payment::class)]
        public ?array $payments = null,
        /**
         * The relation that is selected for the sale. Absent when there is none.
         */
        #[Undocumented]
        public ?Relation $relation = null,
        /**
         * Total of the sale including VAT, in euros.
         */
        #[Undocumented]
        public ?float $totalInclAmount = null,
    ) {
    }
}

/**
 * One line of a sale.
 */
final class SessionLine implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Identifies the line. Made by the POS, or by you when you added the line with an id. Usually in the
         * format 'uuid'.
         */
        public string $lineId,
        /**
         * What the line says; on a text line, all that it has.
         */
        public string $text,
        /**
         * The article, by its number in the POS. Absent on a line that is text only.
         */
        public ?int $articleNumber = null,
        /**
         * Price including VAT, in euros with decimals.
         */
        public ?float $priceIncl = null,
        /**
         * How many are sold. Need not be a whole number.
         */
        public ?float $quantity = null,
        /**
         * Discount that the POS itself gives, in percent; it counts on top of 'discountAmount'.
         */
        public ?float $discountPercentage = null,
        /**
         * Discount that the POS itself gives, in euros; it counts on top of 'discountPercentage'.
         */
        public ?float $discountAmount = null,
        /**
         * The article, by its supplier's number. Absent when the POS has none.
         */
        public ?string $supplierArticleNumber = null,
        /**
         * The article, by its PLU number. Absent when it has none.
         */
        public ?string $pluNumber = null,
        /**
         * The article, by its id in another system. Absent when it has none.
         */
        public ?string $extArticleId = null,
        /**
         * A discount that a webhook gave to the line. A line normally has either this or a discount of the POS.
         */
        #[Undocumented]
        public ?ExternalDiscount $externalDiscount = null,
    ) {
    }
}

/**
 * A table, by its numbers.
 */
final class SessionTable implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Number of the table.
         */
        public ?int $number = null,
        /**
         * Sub-number within the table.
         */
        public ?int $subNumber = null,
    ) {
    }
}

/**
 * Tells the till how the running external payment stands. This is the answer to 'startExternalPayment', which
 * may say more.
 */
final class StartExternalPaymentAnswer implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Background of the popup on the cashier's screen: hexadecimal, or a colour name such as red.
         */
        public ?string $backgroundColor = null,
        /**
         * The payment's id, as the request has it. Better always sent: the till checks that both mean the same
         * payment. Usually in the format 'uuid'.
         */
        public ?string $externalPaymentId = null,
        /**
         * True: the payment has begun at your side. The payment does not go on from its start to polling before
         * this.
         */
        public ?bool $started = null,
        /**
         * True: the customer has paid. The payment ends, and the till books it.
         */
        public ?bool $confirmed = null,
        /**
         * True: the payment was cancelled or has failed. The payment ends, and the till books nothing.
         */
        public ?bool $cancelled = null,
        /**
         * What was really paid, in euros, if it differs from the amount asked for.
         */
        public ?float $finalAmount = null,
        /**
         * Your reference of the transaction. The till keeps it with the payment.
         */
        public ?string $externalTransactionReference = null,
        /**
         * Texts to print, such as the slip of a card terminal.
         * @var list<ReceiptText>|null
         */
        #[ListOf(ReceiptText::class)]
        public ?array $receiptTexts = null,
        /**
         * Brand or kind of the card used, kept with the payment. The till may group payments by it.
         */
        public ?string $cardType = null,
        /**
         * Id of the terminal used, kept with the payment. The till may group payments by it.
         */
        public ?string $terminalId = null,
        /**
         * The payment method that was used at your side, kept with the payment.
         */
        public ?string $method = null,
        /**
         * True: the payment can only succeed with a receipt printer.
         */
        public ?bool $requiresReceiptPrinter = null,
        /**
         * Text for the cashier's screen.
         */
        public ?string $message = null,
        /**
         * Text for the customer display.
         */
        public ?string $customerMessage = null,
        /**
         * Seconds for which both texts stay on screen at least.
         */
        public ?int $displayTime = null,
        /**
         * Seconds for which 'message' stays on screen at least.
         */
        public ?int $messageDisplayTime = null,
        /**
         * Seconds after which 'customerMessage' is gone: an upper limit, unlike the two other times.
         */
        public ?int $customerMessageDisplayTime = null,
        /**
         * True leaves out the time that the till puts in front of a message.
         */
        public ?bool $hideTimestamp = null,
        /**
         * True first removes the messages that are on the cashier's screen.
         */
        public ?bool $clearScreen = null,
        /**
         * True first removes the message that is on the customer display.
         */
        public ?bool $clearCustomerScreen = null,
        /**
         * True uses a font with characters of equal width, so that columns line up.
         */
        public ?bool $monospacedFont = null,
    ) {
    }
}

/**
 * What the POS sends for 'startExternalPayment'.
 */
final class StartExternalPaymentRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The external payment that the event is about.
         */
        public ExternalPayment $externalPayment,
        /**
         * The sale that the event is about.
         */
        #[Undocumented]
        public ?Session $session = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'startExternalPayment'. Not 'form' (since v59: not in every shop of 48..).
 */
final class StartExternalPaymentResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Tells the till how the running external payment stands.
         */
        public ?StartExternalPaymentAnswer $externalPayment = null,
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * What the POS sends for 'startPayment'.
 */
final class StartPaymentRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'startPayment'. Not 'form' (since v59: not in every shop of 48..).
 */
final class StartPaymentResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * What the POS sends for 'startSession'.
 */
final class StartSessionRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        public Session $session,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'startSession'. Not 'form' (since v59: not in every shop of 48..).
 */
final class StartSessionResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * The table that the course is for.
 */
final class Table implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Name of the table.
         */
        #[Undocumented]
        public ?string $tableName = null,
        /**
         * How many people are at the table.
         */
        #[Undocumented]
        public ?int $numberOfGuests = null,
        /**
         * Number of the table.
         */
        public ?int $number = null,
        /**
         * Sub-number within the table.
         */
        public ?int $subNumber = null,
    ) {
    }
}

/**
 * The table order that the course belongs to.
 */
final class TableOrder implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Made by the POS; identifies the order. Usually in the format 'uuid'.
         */
        public string $orderId,
        /**
         * Year of the order.
         */
        #[Undocumented]
        public ?int $year = null,
        /**
         * Number of the order.
         */
        #[Undocumented]
        public ?int $number = null,
    ) {
    }
}

/**
 * What was changed in the sale.
 */
final class UpdateSessionLine implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * The line, as it is after the change.
         */
        #[Undocumented]
        #[Inlined(['lineId', 'articleNumber', 'priceIncl', 'quantity', 'text', 'discountPercentage', 'discountAmount', 'supplierArticleNumber', 'pluNumber', 'extArticleId', 'externalDiscount'])]
        public ?SessionLine $line = null,
    ) {
    }
}

/**
 * What the POS sends for 'updateSessionLine'.
 */
final class UpdateSessionLineRequest implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * When and how the event was sent. The event's name is not in here: it is the end of the URL.
         */
        public EventInfo $event,
        /**
         * The till, or the program in its place, that sent the event.
         */
        public Sender $sender,
        /**
         * The sale that the event is about.
         */
        #[Undocumented]
        public ?Session $session = null,
        /**
         * What was changed in the sale.
         */
        #[Undocumented]
        public ?UpdateSessionLine $updateSessionLine = null,
        /**
         * The user's choice in the dialog that you answered with; the rest of the request is the original event
         * once more.
         */
        public ?Dialog $dialog = null,
        /**
         * What the user did with the form that you answered with; the rest of the request is the original event
         * once more. Since v59.
         */
        public ?Form $form = null,
        /**
         * Present when the client can open web pages: what to heed when you answer with 'openUrl'.
         */
        public ?OpenUrl $openUrl = null,
    ) {
    }
}

/**
 * What may be answered to 'updateSessionLine'. Not 'form' (since v59: not in every shop of 48..).
 */
final class UpdateSessionLineResponse implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * Says that you could not use the request. Goes with HTTP status 400.
         */
        public ?ErrorAnswer $error = null,
        /**
         * Texts to show at the till: a list, so that one answer can bring several.
         * @var list<Message>|null
         */
        #[ListOf(Message::class)]
        public ?array $message = null,
        /**
         * Shows options to choose from. Once the user has chosen, the same event comes again with the choice.
         */
        public ?DialogAnswer $dialog = null,
        /**
         * Asks the user to scan a code.
         */
        public ?RequestScanCode $requestScanCode = null,
        /**
         * Opens a web page at the client, or offers a link to it. A client that can do so sends 'openUrl' in its
         * request.
         */
        public ?OpenUrlAnswer $openUrl = null,
        /**
         * Shows a code to the customer, on the customer display.
         */
        public ?DisplayBarcode $displayBarcode = null,
        /**
         * True removes the code from the customer display at once.
         */
        public ?bool $hideBarcode = null,
        /**
         * Changes to lines that the session has: the external discount of each.
         * @var list<LineChange>|null
         */
        #[ListOf(LineChange::class)]
        public ?array $lineChanges = null,
        /**
         * Lines to add to the session.
         * @var list<LineAddition>|null
         */
        #[ListOf(LineAddition::class)]
        public ?array $lineAdditions = null,
        /**
         * Lines to delete from the session.
         * @var list<LineDeletion>|null
         */
        #[ListOf(LineDeletion::class)]
        public ?array $lineDeletions = null,
        /**
         * True stops all changes to the session at the till, false allows them again.
         */
        public ?bool $lockSession = null,
        /**
         * True stops what adds to the session, but lines may still be removed or lowered; false allows all
         * again.
         */
        public ?bool $lockSessionForAdditions = null,
        /**
         * Sets how VAT is reckoned in this session.
         */
        public ?VatMethod $vatMethodChange = null,
        /**
         * Books payments on the session of a table.
         */
        public ?PrepayTable $prepayTable = null,
        /**
         * Shows the user a card that was scanned outside the till. One without any property shows nothing.
         */
        public ?ExternalCardScan $externalCardScan = null,
        /**
         * Puts another text on the button of a custom action.
         */
        public ?CustomActionChange $customActionChange = null,
        /**
         * Asks the till to run a custom action. No promise that it does.
         */
        public ?RequestCustomAction $requestCustomAction = null,
        /**
         * Says whether the till is to go on asking, and what to show meanwhile.
         */
        public ?PollingAnswer $polling = null,
        /**
         * The version of your software. The till keeps it in its communication log, which helps to trace faults.
         */
        public ?string $version = null,
    ) {
    }
}

/**
 * Sets how VAT is reckoned in this session. 'inclusive': Prices include VAT. 'exclusive': VAT is added to the
 * prices. 'shifted': VAT is shifted to the buyer (reverse charge).
 */
enum VatMethod: string
{
    case inclusive = 'inclusive';
    case exclusive = 'exclusive';
    case shifted = 'shifted';
}

/**
 * What the POS could not accept in your answer.
 */
final class WebhookError implements JsonSerializable
{
    use Json;

    public function __construct(
        /**
         * What went wrong with a request or an answer. Other codes may come: the list we know has no end, and
         * receivers may make up their own.
         */
        public string $code,
        /**
         * The cause in words, for a log.
         */
        public string $message,
    ) {
    }
}
