/**
 * `2026-01-05T09:00:00.000` of epoch milliseconds, in UTC: calendar arithmetic without `Date`, on the
 * proleptic Gregorian calendar. Add `Z` where a zone is wanted.
 */
export function isoText(ms: number): string {
  const days = Math.floor(ms / 86_400_000);
  const { year, month, day } = civilDate(days);
  const inDay = ms - days * 86_400_000;
  const two = (n: number) => String(n).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const hour = two(Math.floor(inDay / 3_600_000));
  const minute = two(Math.floor(inDay / 60_000) % 60);
  const second = two(Math.floor(inDay / 1_000) % 60);
  return `${date}T${hour}:${minute}:${second}.${String(inDay % 1_000).padStart(3, '0')}`;
}

/** Year, month (1 to 12) and day of a number of days since 1970-01-01. */
function civilDate(days: number): { year: number; month: number; day: number } {
  // Count from 0000-03-01, so that the leap day ends the year, in eras of 400 years.
  const sinceMarch = days + 719_468;
  const era = Math.floor(sinceMarch / 146_097);
  const dayOfEra = sinceMarch - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
