import { describe, expect, it } from 'vitest';
import { completeCli } from './completeCli.ts';

const known = { TableName: ['Orders', 'Totals by day'], FunctionName: ['OrderProcessor'] };
const texts = (line: string, cursor = line.length) =>
  completeCli(line, cursor, known).candidates.map(({ text }) => text);

describe('[A16] completion', () => {
  it('offers what may stand there', () => {
    expect(texts('a')).toEqual(['aws']);
    expect(texts('aws d')).toEqual(['dynamodb', 'dynamodbstreams']);
    expect(texts('aws dynamodb up')).toEqual(
      expect.arrayContaining(['update-item', 'update-table']),
    );
    expect(texts('aws dynamodb put-item ').slice(0, 2)).toEqual(['--table-name', '--item']);
    expect(texts('aws dynamodb put-item --table-name x --t')).toEqual([]);
    expect(texts('aws dynamodb put-item --return-values A')).toEqual(['ALL_NEW', 'ALL_OLD']);
    expect(texts('aws lambda create-event-source-mapping --no-')).toEqual(
      expect.arrayContaining(['--no-enabled', '--no-paginate']),
    );
    expect(texts('aws dynamodb list-tables --output ')).toEqual(['json', 'text']);
    expect(texts('aws nothing ')).toEqual([]);
  });

  it('offers the names of what there is, quoted where they must be', () => {
    expect(texts('aws dynamodb put-item --table-name ')).toEqual(['Orders', "'Totals by day'"]);
    expect(texts('aws dynamodb put-item --table-name To')).toEqual(["'Totals by day'"]);
    expect(texts('aws lambda list-event-source-mappings --function-name O')).toEqual([
      'OrderProcessor',
    ]);
  });

  it('says which part of the line a candidate takes the place of', () => {
    const line = 'aws dyn put-item';
    expect(completeCli(line, 7, known)).toMatchObject({ from: 4, to: 7 });
    expect(completeCli(line, 4, known)).toMatchObject({ from: 4, to: 4 });
    expect(completeCli('', 0, known)).toMatchObject({ from: 0, to: 0 });
  });
});
