/** A lab while it is being read: its resources, and the parts of the definition made so far. */
import type {
  AlarmDefinition,
  EventRuleDefinition,
  EventSourceMappingDefinition,
  FunctionDefinition,
  KinesisStreamDefinition,
  SimulationDefinition,
  TableDefinition,
  TargetDefinition,
} from '../engine/definition.ts';
import type { Findings } from './findings.ts';
import type { Members } from './members.ts';
import type { Resolver } from './resolver.ts';
import type { LabFiles } from './resources/functionCode.ts';
import type { ResourceIdentities } from './resources/identities.ts';
import type { ResourceType } from './resources/resourceType.ts';

/** One resource that the template really creates. */
export interface Resource {
  /** Its logical id. */
  id: string;
  /** `AWS::DynamoDB::Table`. */
  typeName: string;
  type: ResourceType;
  properties: Members;
}

/** A mapping with the name that it has within its function, before consumer ids are given out. */
export interface NamedMapping {
  name: string;
  mapping: EventSourceMappingDefinition;
}

export interface Lab {
  findings: Findings;
  resolver: Resolver;
  identities: ResourceIdentities;
  resources: ReadonlyMap<string, Resource>;
  tables: TableDefinition[];
  kinesisStreams: KinesisStreamDefinition[];
  functions: FunctionDefinition[];
  /** The files beside the template. */
  files: LabFiles;
  /** Why a function's code is not run, by the function's id. */
  idleCode: Map<string, string>;
  mappings: NamedMapping[];
  targets: TargetDefinition[];
  eventRules: EventRuleDefinition[];
  alarms: AlarmDefinition[];
  /** Commands that somebody gave while the lab ran, and the branch on which. */
  given: Map<SimulationDefinition['commands'][number], number>;
}
