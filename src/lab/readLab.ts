/**
 * A lab file, read: a CloudFormation or SAM template with `Metadata.Shardscope` becomes the plain data
 * that the engine takes. All errors are found in one go; what is not simulated is named and never
 * stops the rest. Rules: [L1] to [L12] in SPEC.md.
 */
import type {
  EventSourceMappingDefinition,
  SimulationDefinition,
  TableDefinition,
} from '../engine/definition.ts';
import { filterExamples } from './filterExamples.ts';
import { Findings } from './findings.ts';
import { globalsOf } from './globals.ts';
import type { LabHistory } from './history.ts';
import { isMapping } from './intrinsics.ts';
import type { Lab, NamedMapping, Resource } from './lab.ts';
import { type LabError, shown } from './labError.ts';
import type { PlacedCard } from './layout.ts';
import { Members } from './members.ts';
import { Resolver } from './resolver.ts';
import type { LabFiles } from './resources/functionCode.ts';
import { ResourceIdentities } from './resources/identities.ts';
import { isSimulated, resourceTypeOf } from './resources/resourceTypes.ts';
import { filesIn } from './section/filesInSection.ts';
import {
  type Behaviour,
  DEFAULT_HEADER,
  type Header,
  readBehaviour,
  readHeader,
  type Told,
} from './section/shardscopeSection.ts';
import { defaultTraffic } from './section/traffic.ts';
import { atOnce, type Steps } from './steps.ts';
import { parseTemplateInSteps, type Template } from './template.ts';

export type LabReading =
  | {
      ok: true;
      definition: SimulationDefinition;
      inert: string[];
      history?: LabHistory;
      layout?: readonly PlacedCard[];
    }
  | { ok: false; errors: LabError[] };

/** Reads a lab file's text, YAML or JSON, and what functions need of the files beside it. */
export function readLab(text: string, files: LabFiles = {}): LabReading {
  return atOnce(readLabInSteps(text, files));
}

/** The same for a file in which much may have been done: each command is counted twice, on its two ways. */
export function* readLabInSteps(text: string, files: LabFiles = {}): Steps<LabReading> {
  const parsed = yield* parseTemplateInSteps(text);
  return parsed.ok ? yield* templateInSteps(parsed.template, files) : parsed;
}

/** Reads a template that has been parsed, and perhaps changed, already. */
export function readTemplate(template: Template, files: LabFiles = {}): LabReading {
  return atOnce(templateInSteps(template, files));
}

function* templateInSteps(template: Template, files: LabFiles): Steps<LabReading> {
  const findings = new Findings(template);
  const { Metadata: metadata, Description: description } = template.value;
  const written = isMapping(metadata) ? metadata.Shardscope : undefined;
  const hasSection = written !== undefined && written !== null;

  const names = headerOf(template, findings, written);
  const lab = beginLab(template, findings, names, { ...filesIn(written), ...files });
  const section = Members.at(lab.resolver, findings, written, ['Metadata', 'Shardscope']);
  const header = hasSection ? readHeader(section) : DEFAULT_HEADER;
  readResources(lab);
  const { behaviour, history, layout }: Told = hasSection
    ? yield* readBehaviour(section, lab)
    : { behaviour: defaultBehaviour(lab) };
  for (const fn of lab.functions) {
    const why = lab.idleCode.get(fn.id);
    if (fn.effects.length > 0)
      delete fn.code; // [L11] effects come first
    else if (why !== undefined) findings.note(`${fn.id}: ${why}`);
  }
  if (findings.errors.length > 0) return { ok: false, errors: inOrder(findings.errors) };

  const inert = [...findings.inert];
  const title = header.title || titleFrom(description);
  const definition: SimulationDefinition = {
    ...header,
    title,
    tables: lab.tables,
    kinesisStreams: lab.kinesisStreams,
    functions: lab.functions,
    eventSourceMappings: withConsumerIds(lab.mappings),
    targets: lab.targets,
    ...(lab.eventRules.length > 0 && { eventRules: lab.eventRules }),
    ...(lab.alarms.length > 0 && { alarms: lab.alarms }),
    ...behaviour,
    inert,
  };
  return { ok: true, definition, inert, ...(history && { history }), ...(layout && { layout }) };
}

/** Region, account and start, which names and ARNs need before anything else is read. */
function headerOf(template: Template, findings: Findings, written: unknown): Header {
  if (written === undefined || written === null) return DEFAULT_HEADER;
  const identities = new ResourceIdentities(undefined, DEFAULT_HEADER.startAtMs);
  const resolver = new Resolver(template, findings, identities, DEFAULT_HEADER);
  identities.resolver = resolver;
  return readHeader(Members.at(resolver, findings, written, ['Metadata', 'Shardscope']));
}

function beginLab(template: Template, findings: Findings, header: Header, files: LabFiles): Lab {
  const { Resources: declared } = template.value;
  const identities = new ResourceIdentities(declared, header.startAtMs);
  const resolver = new Resolver(template, findings, identities, header);
  identities.resolver = resolver;
  const resources = new Map<string, Resource>();
  const lab: Lab = {
    ...{ findings, resolver, identities, resources },
    tables: [],
    kinesisStreams: [],
    functions: [],
    files,
    idleCode: new Map(),
    mappings: [],
    targets: [],
    eventRules: [],
    alarms: [],
    given: new Map(),
  };
  if (!isMapping(declared)) {
    findings.error(['Resources'], `${shown(declared)} stands where the resources are expected.`);
    return lab;
  }
  for (const [id, body] of Object.entries(declared)) {
    const resource = declaredResource(id, body, template, lab);
    if (resource !== undefined) resources.set(id, resource);
  }
  return lab;
}

function declaredResource(
  id: string,
  body: unknown,
  template: Template,
  lab: Lab,
): Resource | undefined {
  const { findings, resolver } = lab;
  const path = ['Resources', id];
  if (!isMapping(body) || typeof body.Type !== 'string') {
    findings.error(path, 'Type is missing; a type such as AWS::DynamoDB::Table is expected.');
    return undefined;
  }
  if (typeof body.Condition === 'string') {
    if (!resolver.condition(body.Condition, [...path, 'Condition'])) {
      findings.note(`${id} is not created: its condition ${body.Condition} is false.`);
      return undefined;
    }
  }
  const type = resourceTypeOf(body.Type);
  if (!isSimulated(type)) {
    findings.note(`${id} (${body.Type}) is not simulated.`);
  }
  const own = {
    value: isMapping(body.Properties) ? body.Properties : {},
    path: [...path, 'Properties'],
  };
  const layers = [own, ...globalsOf(body.Type, template)];
  return {
    id,
    typeName: body.Type,
    type,
    properties: new Members(resolver, findings, own.path, layers),
  };
}

function readResources(lab: Lab): void {
  for (const resource of lab.resources.values()) resource.type.read?.(resource, lab);
  for (const resource of lab.resources.values()) resource.type.link?.(resource, lab);
  for (const { id, type, properties } of lab.resources.values()) {
    if (type.read === undefined) continue;
    properties.ignore('Tags', 'Description');
    noteUnread(id, properties, lab);
  }
}

/** One sentence for all properties of a resource that nothing read. */
function noteUnread(id: string, properties: Members, lab: Lab): void {
  const unread = properties.unread();
  if (unread.length === 0) return;
  const list =
    unread.length === 1 ? unread[0] : `${unread.slice(0, -1).join(', ')} and ${unread.at(-1)}`;
  lab.findings.note(`${id}: ${list} ${unread.length === 1 ? 'is' : 'are'} not simulated.`);
}

/** Without `Metadata.Shardscope`: one write a second to every table that has a stream [L7]. */
function defaultBehaviour(lab: Lab): Behaviour {
  const streamed = lab.tables.filter((table) => table.stream ?? table.kinesisDestination);
  const traffic = streamed.map((table) => {
    const attributes = filterExamples(filtersOn(lab, table));
    // Every other item gets through no filter but by chance.
    return {
      ...defaultTraffic(table.id),
      ...(attributes.length > 0 && { attributes: [...attributes, {}] }),
    };
  });
  return { traffic, pollers: [], faults: [], commands: [], goals: [] };
}

/** The filters of everything that reads a table's changes. */
function filtersOn(lab: Lab, { id, kinesisDestination }: TableDefinition): string[] {
  const sources = [id, kinesisDestination?.stream];
  return lab.mappings.flatMap(({ mapping }) =>
    sources.includes(mapping.source) ? mapping.filters : [],
  );
}

/** A consumer's id: its function's, or `<function>.<mapping>` where the function has several. */
function withConsumerIds(named: readonly NamedMapping[]): EventSourceMappingDefinition[] {
  return named.map(({ name, mapping }) => {
    if (mapping.pipe) return { ...mapping, id: mapping.pipe.id };
    const isOnly =
      named.filter((other) => other.mapping.function === mapping.function && !other.mapping.pipe)
        .length === 1;
    return { ...mapping, id: isOnly ? mapping.function : `${mapping.function}.${name}` };
  });
}

const inOrder = (errors: readonly LabError[]): LabError[] =>
  errors.toSorted((a, b) => a.line - b.line || a.column - b.column);

/** A description without the tags that pattern collections put into it. */
function titleFrom(description: unknown): string {
  if (typeof description !== 'string') return 'A lab without a title';
  const plain = description
    .replace(/\((?:uksb|tag)[^)]*\)/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain || 'A lab without a title';
}
