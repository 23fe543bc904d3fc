/** Reading small templates in tests. */
import type { SimulationDefinition } from '../../engine/definition.ts';
import { labErrorLine } from '../labError.ts';
import { readLab } from '../readLab.ts';

/** The definition of a text that has to be readable. */
export function definitionOf(text: string): SimulationDefinition {
  const reading = readLab(text);
  if (!reading.ok) throw new Error(reading.errors.map(labErrorLine).join('\n'));
  return reading.definition;
}

/** The errors of a text as lines; none when it is readable. */
export function errorsOf(text: string): string[] {
  const reading = readLab(text);
  return reading.ok ? [] : reading.errors.map(labErrorLine);
}

/** A table `Orders` with a stream, at the indentation of `Resources`. */
export const ORDERS = `  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [ { AttributeName: id, AttributeType: S } ]
      KeySchema: [ { AttributeName: id, KeyType: HASH } ]
      StreamSpecification: { StreamViewType: NEW_AND_OLD_IMAGES }
`;

/** A function that reads it; `more` are further properties of the event, indented by 12. */
export const processor = (more = ''): string => `  OrderProcessor:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Orders:
          Type: DynamoDB
          Properties:
            Stream: !GetAtt Orders.StreamArn
            StartingPosition: TRIM_HORIZON
${more}`;
