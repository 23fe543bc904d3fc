import { useEffect, useState } from 'react';
import type { KnownNames } from '../../aws/cli/completeCli.ts';
import type { ServiceName } from '../../aws/door.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';

/** Names that a command may mean, asked for again whenever something has been answered. */
export function useKnownNames(answered: number): KnownNames {
  const labId = useLab((lab) => lab.labId);
  const definition = useLab((lab) => lab.definition);
  const [asked, setAsked] = useState<KnownNames>({});
  useEffect(() => {
    let isWanted = true;
    void askNames().then((names) => {
      if (isWanted) setAsked(names);
    });
    return () => {
      isWanted = false;
    };
  }, [labId, answered]);
  return { ...asked, FunctionName: definition?.functions.map(({ name }) => name) ?? [] };
}

async function askNames(): Promise<KnownNames> {
  const [tables, streams, mappings] = await Promise.all([
    listed('dynamodb', 'ListTables', 'TableNames'),
    listed('dynamodbstreams', 'ListStreams', 'Streams'),
    listed('lambda', 'ListEventSourceMappings', 'EventSourceMappings'),
  ]);
  const arns = streams.map((stream) => (stream as { StreamArn: string }).StreamArn);
  return {
    TableName: tables as string[],
    StreamArn: arns,
    EventSourceArn: arns,
    UUID: mappings.map((mapping) => (mapping as { UUID: string }).UUID),
  };
}

async function listed(service: ServiceName, operation: string, member: string): Promise<unknown[]> {
  const result = await labActions.call(service, operation, {});
  if (!result.ok || !result.answer.ok) return [];
  return (result.answer.output[member] ?? []) as unknown[];
}
