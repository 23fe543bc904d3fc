/**
 * Names and ARNs. A physical name that the template leaves to CloudFormation is the logical id here,
 * so that people can read it. References between resources are followed the way AWS follows them: by
 * ARN and by name, whatever mixture of intrinsics made the text.
 */
import { type Identities, isMapping, Symbolic } from '../intrinsics.ts';
import type { Resolver } from '../resolver.ts';
import type { Who } from './resourceType.ts';
import { resourceTypeOf } from './resourceTypes.ts';

/** Longer than any name that AWS allows. */
const LONGEST_NAME = 512;

interface Declared {
  type: string;
  properties: Record<string, unknown>;
}

export class ResourceIdentities implements Identities {
  /** Set once, right after both exist: names may hold intrinsics, and intrinsics ask for names. */
  resolver!: Resolver;
  private readonly declared = new Map<string, Declared>();
  private readonly names = new Map<string, string>();
  private readonly naming = new Set<string>();
  private byText: Map<string, string> | undefined;

  private readonly startAtMs: number;

  constructor(resources: unknown, startAtMs: number) {
    this.startAtMs = startAtMs;
    if (!isMapping(resources)) return;
    for (const [id, body] of Object.entries(resources)) {
      if (!isMapping(body)) continue;
      const properties = isMapping(body.Properties) ? body.Properties : {};
      this.declared.set(id, { type: String(body.Type ?? ''), properties });
    }
  }

  ref(id: string): unknown {
    const { type } = this.declared.get(id) ?? { type: '' };
    return (resourceTypeOf(type).ref ?? ((who: Who) => who.name))(this.who(id));
  }

  attribute(id: string, name: string): unknown {
    const { type } = this.declared.get(id) ?? { type: '' };
    return resourceTypeOf(type).attributes?.[name]?.(this.who(id));
  }

  name(id: string): string {
    return this.who(id).name;
  }

  /** Which resource an ARN, a name or a URL means; a stream's ARN means its table. */
  find(text: string): string | undefined {
    this.byText ??= this.indexed();
    const base = text.replace(/\/(?:stream|consumer)\/[^/]*$/u, '');
    return this.byText.get(text) ?? this.byText.get(base);
  }

  /** Every resource by what refers to it; where two share a name, the first. */
  private indexed(): Map<string, string> {
    const index = new Map<string, string>();
    for (const id of this.declared.keys()) {
      for (const text of [this.ref(id), this.attribute(id, 'Arn')]) {
        if (typeof text === 'string' && !index.has(text)) index.set(text, id);
      }
    }
    return index;
  }

  private who(id: string): Who {
    const { region, accountId } = this.resolver.pseudo;
    return { name: this.physicalName(id), region, accountId, startAtMs: this.startAtMs };
  }

  private physicalName(id: string): string {
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const resource = this.declared.get(id);
    const property = resource && resourceTypeOf(resource.type).nameProperty;
    const written = property === undefined ? undefined : resource?.properties[property];
    // A name that depends on itself is an error on AWS; here the logical id stands in.
    if (written === undefined || this.naming.has(id)) return id;
    this.naming.add(id);
    const { value } = this.resolver.resolve(written, ['Resources', id, 'Properties', property!]);
    this.naming.delete(id);
    const text = value instanceof Symbolic ? value.text : String(value ?? id);
    const name = text.slice(0, LONGEST_NAME);
    this.names.set(id, name);
    return name;
  }
}
