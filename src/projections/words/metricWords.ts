/** Words and numbers of CloudWatch's metrics and alarms. */
import { countOf, countText, spanText } from '../spanText.ts';

const MILLISECONDS = /Age|Duration|Latency/;

export const metricWords = {
  /** `60,000 ms` of an age or a duration, else the number. */
  value: (metric: string, value: number): string => {
    const whole = Math.round(value * 100) / 100;
    const text = Number.isInteger(whole) ? countText(whole) : String(whole);
    return MILLISECONDS.test(metric) ? `${countText(value)} ms` : text;
  },
  noDatapoint: 'no data',
  evaluation: (datapoints: number, periods: number, period: string): string =>
    `${datapoints} of ${countOf(periods, 'period')} of ${period}`,
  title: 'CloudWatch metrics',
  since: 'since start',
  lastMinute: 'last minute',
  lastFive: 'last 5 min',
  text: (name: string): string =>
    `What CloudWatch would show of ${name}, by its own names. A dash: no datapoint.`,
  mappingText: 'Counts of the event source mapping since the lab began, by CloudWatch’s names.',
  tableText: 'Counts since the lab began, by CloudWatch’s names.',
  alarmHistory: 'History',
  alarmText: (name: string, condition: string, evaluation: string): string =>
    `${name} is in ALARM when ${condition} in ${evaluation}.`,
  alarmTold: (names: string): string => ` It tells ${names}.`,
  alarmPoint: (value: string): string => `datapoint ${value}`,
  changed: (from: string, to: string): string => `${from} → ${to}`,
  began: 'INSUFFICIENT_DATA at first',
  noChanges: 'Its state has not changed yet.',
  ago: (ms: number): string => `${spanText(ms)} ago`,
};
