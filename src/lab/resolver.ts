/**
 * Resolves intrinsic functions. A value is resolved when it is read and no sooner, so an intrinsic in a
 * property that nothing reads can neither fail nor be noted. What only a deployment would know (an
 * import, a parameter without a default) stays {@link Symbolic}.
 * Source: CloudFormation User Guide, intrinsic function reference and pseudo parameters.
 */
import { Conditions } from './conditions.ts';
import type { Findings } from './findings.ts';
import {
  concatenated,
  type Identities,
  intrinsicName,
  isMapping,
  type Located,
  type Mapping,
  type Pseudo,
  Symbolic,
} from './intrinsics.ts';
import { type Path, shown } from './labError.ts';
import { didYouMean } from './nearest.ts';
import type { Template } from './template.ts';

const section = (template: Template, name: string): Mapping => {
  const value = template.value[name];
  return isMapping(value) ? value : {};
};

export class Resolver {
  private readonly parameters: Mapping;
  private readonly mappings: Mapping;
  private readonly conditions: Conditions;
  private readonly resources: Mapping;
  private readonly findings: Findings;
  private readonly identities: Identities;
  readonly pseudo: Pseudo;

  constructor(template: Template, findings: Findings, identities: Identities, pseudo: Pseudo) {
    this.findings = findings;
    this.identities = identities;
    this.pseudo = pseudo;
    this.parameters = section(template, 'Parameters');
    this.mappings = section(template, 'Mappings');
    this.conditions = new Conditions(section(template, 'Conditions'), findings, (value, path) =>
      this.text(value, path),
    );
    this.resources = section(template, 'Resources');
  }

  /** Follows intrinsics until something plain is there. `undefined`: the property is not set. */
  resolve(value: unknown, path: Path): Located {
    const name = intrinsicName(value);
    if (name === undefined) return { value, path };
    return this.call(name, (value as Mapping)[name], [...path, name]);
  }

  private call(name: string, argument: unknown, path: Path): Located {
    const at = (result: unknown): Located => ({ value: result, path });
    switch (name) {
      case 'Ref':
        return at(this.ref(argument, path));
      case 'Fn::GetAtt':
        return at(this.getAtt(argument, path));
      case 'Fn::Sub':
        return at(this.sub(argument, path));
      case 'Fn::Join':
        return at(this.join(argument, path));
      case 'Fn::Select':
        return this.select(argument, path);
      case 'Fn::Split':
        return at(this.split(argument, path));
      case 'Fn::If':
        return this.choose(argument, path);
      case 'Fn::FindInMap':
        return this.findInMap(argument, path);
      case 'Fn::ImportValue': {
        const export_ = this.text(argument, [...path]);
        return at(new Symbolic(`{${export_}}`, `it is imported as ${export_} from another stack`));
      }
      case 'Fn::Base64':
        return at(this.scalar(argument, path));
      case 'Fn::ToJsonString':
        return at(JSON.stringify(this.deep(argument, path)));
      case 'Fn::Length': {
        const list = this.resolve(argument, path).value;
        return at(Array.isArray(list) ? list.length : undefined);
      }
      default:
        return at(this.unknown(name));
    }
  }

  private unknown(name: string): Symbolic {
    return new Symbolic(`{${name}}`, `${name} is an intrinsic that is not understood here`);
  }

  private ref(argument: unknown, path: Path): unknown {
    const name = String(argument);
    if (name.startsWith('AWS::')) return this.pseudoParameter(name, path);
    if (Object.hasOwn(this.parameters, name)) return this.parameter(name);
    if (Object.hasOwn(this.resources, name)) return this.identities.ref(name);
    return this.missing(name, path);
  }

  /** Resources that SAM makes by itself are not in the file. */
  private missing(name: string, path: Path): unknown {
    const known = [...Object.keys(this.resources), ...Object.keys(this.parameters)];
    const owner = known.find((id) => name.startsWith(id) && name !== id);
    if (owner !== undefined || name.startsWith('Serverless')) {
      return new Symbolic(`{${name}}`, `${name} is made by the SAM transform`);
    }
    const guess = didYouMean(name, known);
    this.findings.error(path, `there is no resource or parameter called ${name}${guess || '.'}`);
    return undefined;
  }

  private pseudoParameter(name: string, path: Path): unknown {
    const { region, accountId } = this.pseudo;
    switch (name) {
      case 'AWS::NoValue':
        return undefined;
      case 'AWS::Region':
        return region;
      case 'AWS::AccountId':
        return accountId;
      case 'AWS::Partition':
        return 'aws';
      case 'AWS::URLSuffix':
        return 'amazonaws.com';
      case 'AWS::StackName':
        return 'shardscope';
      case 'AWS::StackId':
        return `arn:aws:cloudformation:${region}:${accountId}:stack/shardscope/lab`;
      case 'AWS::NotificationARNs':
        return [];
    }
    this.findings.error(path, `there is no pseudo parameter called ${name}.`);
    return undefined;
  }

  private parameter(name: string): unknown {
    const declared = this.parameters[name];
    const type = isMapping(declared) ? String(declared.Type ?? 'String') : 'String';
    const value = isMapping(declared) ? declared.Default : undefined;
    if (value === undefined || value === null) {
      return new Symbolic(`{${name}}`, `the parameter ${name} has no default`);
    }
    if (type.startsWith('AWS::SSM::Parameter::Value')) {
      return new Symbolic(`{${name}}`, `the parameter ${name} is kept in Systems Manager`);
    }
    const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
    if (isList && !Array.isArray(value))
      return String(value)
        .split(',')
        .map((part) => part.trim());
    return typeof value === 'string' ? value.trim() : value;
  }

  private getAtt(argument: unknown, path: Path): unknown {
    const parts = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
    const [id, ...rest] = parts as [string, ...string[]];
    if (!Object.hasOwn(this.resources, id)) return this.missing(id, path);
    const name = rest.join('.');
    return (
      this.identities.attribute(id, name) ??
      new Symbolic(`{${id}.${name}}`, `the attribute ${name} of ${id} is not modelled`)
    );
  }

  private sub(argument: unknown, path: Path): unknown {
    const [pattern, variables] = Array.isArray(argument) ? argument : [argument, {}];
    const own = isMapping(variables) ? variables : {};
    const pieces: unknown[] = String(pattern)
      .split(/(\$\{[^${}]*\})/u)
      .map((piece) => {
        const inner = /^\$\{([^${}]*)\}$/u.exec(piece)?.[1]?.trim();
        if (inner === undefined) return piece;
        if (inner.startsWith('!')) return `\${${inner.slice(1)}}`;
        if (Object.hasOwn(own, inner)) return this.scalar(own[inner], [...path, 1, inner]);
        return inner.includes('.') && !inner.startsWith('AWS::')
          ? this.getAtt(inner, path)
          : this.ref(inner, path);
      });
    return concatenated(pieces);
  }

  private join(argument: unknown, path: Path): unknown {
    const [separator, list] = Array.isArray(argument) ? argument : [];
    const values = this.resolve(list, [...path, 1]).value;
    if (values instanceof Symbolic) return values;
    if (!Array.isArray(values)) {
      this.findings.error(path, 'Fn::Join needs a separator and a list.');
      return undefined;
    }
    const pieces = values.map((value, i) => this.scalar(value, [...path, 1, i]));
    return concatenated(pieces.flatMap((piece, i) => (i === 0 ? [piece] : [separator, piece])));
  }

  private select(argument: unknown, path: Path): Located {
    const [index, list] = Array.isArray(argument) ? argument : [];
    const at = Number(this.scalar(index, [...path, 0]));
    const values = this.resolve(list, [...path, 1]);
    if (values.value instanceof Symbolic) return values;
    if (!Array.isArray(values.value) || !Number.isInteger(at) || !(at in values.value)) {
      this.findings.error(path, `Fn::Select finds no element ${shown(index)} in its list.`);
      return { value: undefined, path };
    }
    return this.resolve(values.value[at], [...values.path, at]);
  }

  private split(argument: unknown, path: Path): unknown {
    const [separator, source] = Array.isArray(argument) ? argument : [];
    const text = this.scalar(source, [...path, 1]);
    return text instanceof Symbolic ? text : String(text ?? '').split(String(separator));
  }

  private choose(argument: unknown, path: Path): Located {
    if (!Array.isArray(argument) || argument.length !== 3) {
      this.findings.error(path, 'Fn::If needs a condition and two values.');
      return { value: undefined, path };
    }
    const taken = this.condition(String(argument[0]), [...path, 0]) ? 1 : 2;
    return this.resolve(argument[taken], [...path, taken]);
  }

  private findInMap(argument: unknown, path: Path): Located {
    const [map, first, second, options] = Array.isArray(argument) ? argument : [];
    const keys = [map, first, second].map((key, i) => this.text(key, [...path, i]));
    let found: unknown = this.mappings;
    for (const key of keys) {
      found = isMapping(found) && Object.hasOwn(found, key) ? found[key] : undefined;
    }
    if (found !== undefined) return { value: found, path: ['Mappings', ...keys] };
    if (isMapping(options) && 'DefaultValue' in options) {
      return this.resolve(options.DefaultValue, [...path, 3, 'DefaultValue']);
    }
    this.findings.error(path, `Mappings has no ${keys.join('.')}.`);
    return { value: undefined, path };
  }

  /** Whether a named condition holds. */
  condition(name: string, path: Path): boolean {
    return this.conditions.holds(name, path);
  }

  /** A resolved text, number or {@link Symbolic}. */
  private scalar(value: unknown, path: Path): unknown {
    return this.resolve(value, path).value;
  }

  private text(value: unknown, path: Path): string {
    const resolved = this.scalar(value, path);
    return resolved instanceof Symbolic ? resolved.text : String(resolved ?? '');
  }

  /** A value with everything inside it resolved. */
  deep(value: unknown, path: Path): unknown {
    const resolved = this.resolve(value, path);
    if (resolved.value instanceof Symbolic) return resolved.value.text;
    if (Array.isArray(resolved.value)) {
      return resolved.value
        .map((item, i) => this.deep(item, [...resolved.path, i]))
        .filter((item) => item !== undefined);
    }
    if (!isMapping(resolved.value)) return resolved.value;
    const result: Mapping = {};
    for (const [key, inner] of Object.entries(resolved.value)) {
      const known = this.deep(inner, [...resolved.path, key]);
      if (known !== undefined) result[key] = known;
    }
    return result;
  }
}
