package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/** Budgets: they warn, they never stop anything. Their errors carry the HTTP status as code. */
final class Budgets {
    static final String TYPE = "Microsoft.Consumption/budgets";
    private static final String CODE = "400";
    private static final String START = "properties.timePeriod.startDate";
    private static final String END = "properties.timePeriod.endDate";
    private static final int MOST_NOTIFICATIONS = 5;
    private static final int HIGHEST_THRESHOLD = 1000;

    private Budgets() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .nameLike(
                        "[a-zA-Z0-9_-]{1,63}",
                        CODE,
                        "The budget name '{name}' is invalid: 1 to 63 letters, digits, - and _.")
                .checks(Budgets::amountIsPositive)
                .checks(Budgets::startStays)
                .checks(Budgets::startIsFirstOfMonth)
                .checks(Budgets::startIsNotOver)
                .checks(Budgets::endIsAfterStart)
                .checks(Budgets::grainStays)
                .checks(Budgets::notificationsReachSomebody)
                .answers(Budgets::answer);
    }

    private static Optional<LocalDate> date(Value value) {
        try {
            return value.text().map(text -> LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /** 400; from knowledge. */
    private static void amountIsPositive(Put put) throws ArmError {
        if (put.at("properties.amount").absent()
                || put.at("properties.amount")
                        .decimal()
                        .filter(amount -> amount <= 0)
                        .isPresent()) {
            throw badRequest(CODE, "The amount of a budget must be above 0.");
        }
    }

    /** 400; documented: jpsnover/ai-triad-research#1697. */
    private static void startStays(Put put) throws ArmError {
        Optional<LocalDate> before = put.existing().flatMap(budget -> date(budget.at(START)));
        if (before.isPresent() && date(put.at(START)).filter(start -> !start.equals(before.get())).isPresent()) {
            throw badRequest(CODE, "Start date of budgets cannot be updated. Please delete and create a new budget.");
        }
    }

    /** 400; documented: hashicorp/terraform-provider-azurerm#15467 (rule). */
    private static void startIsFirstOfMonth(Put put) throws ArmError {
        Value start = put.at(START);
        if (start.absent() || start.known() && date(start).filter(day -> day.getDayOfMonth() == 1).isEmpty()) {
            throw badRequest(CODE, "Invalid start date. Start date should be the first day of the month.");
        }
    }

    /** 400; documented: hashicorp/terraform-provider-azurerm#12121 (rule). */
    private static void startIsNotOver(Put put) throws ArmError {
        YearMonth now = YearMonth.from(put.now().atZone(ZoneOffset.UTC));
        if (put.creates() && date(put.at(START)).filter(start -> YearMonth.from(start).isBefore(now)).isPresent()) {
            throw badRequest(CODE, "Start date for monthly time grain should not be prior to the current month");
        }
    }

    /** 400; from knowledge. */
    private static void endIsAfterStart(Put put) throws ArmError {
        Optional<LocalDate> start = date(put.at(START));
        Optional<LocalDate> end = date(put.at(END));
        if (start.isPresent() && end.filter(day -> !day.isAfter(start.get())).isPresent()) {
            throw badRequest(CODE, "The end date of a budget must be after its start date.");
        }
    }

    /** 400; from knowledge. */
    private static void grainStays(Put put) throws ArmError {
        if (put.changes("properties.timeGrain")) {
            throw badRequest(CODE, "The time grain of a budget cannot be updated.");
        }
    }

    /** 400; documented: schema (threshold 0 to 1000), the rest from knowledge. */
    private static void notificationsReachSomebody(Put put) throws ArmError {
        Value notifications = put.at("properties.notifications");
        if (notifications.names().size() > MOST_NOTIFICATIONS) {
            throw badRequest(CODE, "A budget has at most 5 notifications.");
        }
        for (Value name : notifications.names()) {
            Value notification = notifications.at(name.text().orElseThrow());
            boolean nobody = Stream.of("contactEmails", "contactRoles", "contactGroups")
                    .allMatch(who -> notification.at(who).empty());
            boolean outOfRange = notification
                    .at("threshold")
                    .decimal()
                    .filter(threshold -> threshold < 0 || threshold > HIGHEST_THRESHOLD)
                    .isPresent();
            if (nobody || outOfRange) {
                throw badRequest(
                        CODE,
                        "Notification '%s' needs a contact and a threshold of 0 to 1000."
                                .formatted(name.text().get()));
            }
        }
    }

    private static void answer(Resource budget, Members body, Inventory inventory) {
        Optional<LocalDate> start = date(budget.at(START));
        start.ifPresent(day -> body.set(START, day + "T00:00:00Z")
                .byDefault(END, day.plusYears(10) + "T00:00:00Z"));
        body.set("eTag", "\"" + Derived.hex(budget.armId(), "etag " + budget.revision(), 15) + "\"")
                .set("properties.currentSpend.amount", 0)
                .set("properties.currentSpend.unit", "EUR")
                .set("properties.forecastSpend.amount", 0)
                .set("properties.forecastSpend.unit", "EUR");
    }
}
