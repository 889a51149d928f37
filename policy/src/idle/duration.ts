const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** How many minutes an ISO 8601 duration of days, hours, minutes and seconds is; undefined for anything else, zero included. */
export function minutes(duration: string): number | undefined {
    const [days, hours, mins, seconds] = (parts.exec(duration) ?? []).slice(1).map((part) => Number(part ?? 0));
    const total = days * 1440 + hours * 60 + mins + seconds / 60;
    return total > 0 ? total : undefined;
}
