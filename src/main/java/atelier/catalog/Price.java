package atelier.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A list price as it was on one day; an estimate, never an offer.
 *
 * @param usd US dollars per unit that the context names
 * @param asOf the day it was read
 * @param source where it was read
 */
public record Price(BigDecimal usd, LocalDate asOf, String source) {}
