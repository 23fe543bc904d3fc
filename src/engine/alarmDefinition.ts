/** What a CloudWatch alarm is made of. Part of `SimulationDefinition`. */

export type MetricName =
  | 'Invocations'
  | 'Errors'
  | 'Throttles'
  | 'Duration'
  | 'ConcurrentExecutions'
  | 'IteratorAge';

export type Statistic = 'Average' | 'Sum' | 'Minimum' | 'Maximum' | 'SampleCount';

/** A CloudWatch alarm on one of a function's metrics. */
export interface AlarmDefinition {
  id: string;
  name: string;
  /** Logical id of the function. */
  function: string;
  metric: MetricName;
  statistic: Statistic;
  periodMs: number;
  evaluationPeriods: number;
  /** At most `evaluationPeriods`. */
  datapointsToAlarm: number;
  threshold: number;
  comparison:
    | 'GreaterThanOrEqualToThreshold'
    | 'GreaterThanThreshold'
    | 'LessThanThreshold'
    | 'LessThanOrEqualToThreshold';
  treatMissingData: 'missing' | 'ignore' | 'breaching' | 'notBreaching';
  /** Logical ids of targets that are told, by the state that the alarm enters. */
  actions: Record<AlarmStateName, string[]>;
}

export type AlarmStateName = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
