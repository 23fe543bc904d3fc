/** What stands in for `boto3`: clients whose calls are wishes of the handler, and DynamoDB's resource. Runs inside the sandbox. */
export const boto3Source = `
def _modules():
    Decimal = decimal.Decimal
    SERVICES = {'stepfunctions': 'states', 'dynamodb': 'dynamodb', 's3': 's3', 'sqs': 'sqs', 'sns': 'sns', 'ses': 'ses', 'sesv2': 'sesv2', 'events': 'events', 'lambda': 'lambda', 'kinesis': 'kinesis', 'firehose': 'firehose', 'dynamodbstreams': 'dynamodbstreams'}

    class ClientError(Exception):
        def __init__(self, response, operation_name):
            super().__init__('An error occurred (%s) when calling the %s operation: %s' % (response['Error']['Code'], operation_name, response['Error']['Message']))
            self.response, self.operation_name = response, operation_name
    class BotoCoreError(Exception): pass
    errors = {}
    def error_class(name):
        if name not in errors: errors[name] = type(name, (ClientError,), {})
        return errors[name]
    class Errors:
        def __getattr__(self, name): return ClientError if name == 'ClientError' else error_class(name)

    class Binary:
        def __init__(self, value): self.value = bytes(value)
        def __eq__(self, other): return self.value == (other.value if isinstance(other, Binary) else other)
        def __hash__(self): return hash(self.value)
        def __bytes__(self): return self.value
        def __repr__(self): return 'Binary(%r)' % self.value

    def to_wire(value):
        if isinstance(value, (bytes, bytearray)): return base64.b64encode(value).decode()
        if isinstance(value, Binary): return base64.b64encode(value.value).decode()
        if isinstance(value, dict): return {k: to_wire(v) for k, v in value.items()}
        if isinstance(value, (list, tuple)): return [to_wire(v) for v in value]
        if isinstance(value, datetime.datetime): return int(value.timestamp())
        return value
    def from_wire(value):
        if isinstance(value, list): return [from_wire(v) for v in value]
        if isinstance(value, dict):
            if len(value) == 1 and isinstance(value.get('B'), str): return {'B': base64.b64decode(value['B'])}
            return {k: from_wire(v) for k, v in value.items()}
        return value

    class Body:
        def __init__(self, text): self.text = text
        def read(self, *_): return self.text.encode()

    def call(service, operation, given):
        sent = dict(given)
        if service == 's3' and isinstance(sent.get('Body'), (bytes, bytearray)): sent['Body'] = bytes(sent['Body']).decode('utf-8', 'replace')
        answer = json.loads(_ask('wish', service, operation, json.dumps(to_wire(sent), default=_plain)))
        meta = {'RequestId': str(uuid.uuid4()), 'HTTPStatusCode': 200, 'RetryAttempts': 0}
        if not answer['ok']:
            error = answer['error']
            meta['HTTPStatusCode'] = error['statusCode']
            response = {'Error': {'Code': error['name'], 'Message': error['message']}, 'ResponseMetadata': meta}
            response.update(error.get('extra') or {})
            raise error_class(error['name'])(response, operation)
        output = from_wire(answer['output']) if service.startswith('dynamodb') else answer['output']
        if service == 's3' and operation == 'GetObject': output['Body'] = Body(output['Body'])
        return {**output, 'ResponseMetadata': meta}

    class Client:
        def __init__(self, service):
            if service not in SERVICES: raise BotoCoreError("Unknown service: '%s'. Valid service names are: %s" % (service, ', '.join(sorted(SERVICES))))
            self._service, self.exceptions = SERVICES[service], Errors()
        def __getattr__(self, name):
            if name.startswith('_'): raise AttributeError(name)
            operation = ''.join(part.capitalize() for part in name.split('_'))
            def method(**given): return call(self._service, operation, given)
            return method
        def get_paginator(self, name):
            client = self
            class Paginator:
                def paginate(self, **given):
                    more = {}
                    while True:
                        page = getattr(client, name)(**given, **more)
                        yield page
                        if 'LastEvaluatedKey' not in page: return
                        more = {'ExclusiveStartKey': page['LastEvaluatedKey']}
            return Paginator()

    class TypeSerializer:
        def serialize(self, value):
            if value is None: return {'NULL': True}
            if isinstance(value, bool): return {'BOOL': value}
            if isinstance(value, (int, Decimal)): return {'N': str(value)}
            if isinstance(value, float): raise TypeError('Float types are not supported. Use Decimal types instead.')
            if isinstance(value, str): return {'S': value}
            if isinstance(value, (bytes, bytearray, Binary)): return {'B': bytes(value)}
            if isinstance(value, (set, frozenset)):
                if value and all(isinstance(v, str) for v in value): return {'SS': sorted(value)}
                if value and all(isinstance(v, (int, Decimal)) and not isinstance(v, bool) for v in value): return {'NS': [str(v) for v in sorted(value)]}
                if value and all(isinstance(v, (bytes, bytearray, Binary)) for v in value): return {'BS': [bytes(v) for v in value]}
            if isinstance(value, collections.abc.Mapping): return {'M': {k: self.serialize(v) for k, v in value.items()}}
            if isinstance(value, (list, tuple)): return {'L': [self.serialize(v) for v in value]}
            raise TypeError('Unsupported type "%s" for value "%s"' % (type(value), value))
    class TypeDeserializer:
        def deserialize(self, value):
            if not value: raise TypeError('Value must be a nonempty dictionary whose key is a valid dynamodb type.')
            (kind, inner), = value.items()
            if kind == 'NULL': return None
            if kind in ('BOOL', 'S'): return inner
            if kind == 'N': return Decimal(inner)
            if kind == 'B': return Binary(inner if isinstance(inner, bytes) else base64.b64decode(inner))
            if kind == 'SS': return set(inner)
            if kind == 'NS': return {Decimal(v) for v in inner}
            if kind == 'BS': return {Binary(v) for v in inner}
            if kind == 'L': return [self.deserialize(v) for v in inner]
            if kind == 'M': return {k: self.deserialize(v) for k, v in inner.items()}
            raise TypeError('Dynamodb type %s is not supported' % kind)
    ser, des = TypeSerializer().serialize, TypeDeserializer().deserialize

    class Condition:
        def __init__(self, form, *parts): self.form, self.parts = form, parts
        def __and__(self, other): return Condition('({0} AND {1})', self, other)
        def __or__(self, other): return Condition('({0} OR {1})', self, other)
        def __invert__(self): return Condition('(NOT {0})', self)
        def build(self, names, values):
            def text(part):
                if isinstance(part, Condition): return part.build(names, values)
                if isinstance(part, Path): return '.'.join(names.setdefault(p, '#n%d' % len(names)) for p in part.name.split('.'))
                key = ':v%d' % len(values)
                values[key] = part
                return key
            return self.form.format(*[text(p) for p in self.parts])
    class Path:
        def __init__(self, name): self.name = name
        def eq(self, v): return Condition('{0} = {1}', self, v)
        def ne(self, v): return Condition('{0} <> {1}', self, v)
        def lt(self, v): return Condition('{0} < {1}', self, v)
        def lte(self, v): return Condition('{0} <= {1}', self, v)
        def gt(self, v): return Condition('{0} > {1}', self, v)
        def gte(self, v): return Condition('{0} >= {1}', self, v)
        def between(self, a, b): return Condition('{0} BETWEEN {1} AND {2}', self, a, b)
        def begins_with(self, v): return Condition('begins_with({0}, {1})', self, v)
        def contains(self, v): return Condition('contains({0}, {1})', self, v)
        def exists(self): return Condition('attribute_exists({0})', self)
        def not_exists(self): return Condition('attribute_not_exists({0})', self)

    TYPED = ('Item', 'Key', 'ExclusiveStartKey', 'ExpressionAttributeValues')
    def typed(given):
        given, names, values = dict(given), {}, {}
        for member in ('KeyConditionExpression', 'FilterExpression', 'ConditionExpression'):
            if isinstance(given.get(member), Condition): given[member] = given[member].build(names, values)
        if names: given['ExpressionAttributeNames'] = {**given.get('ExpressionAttributeNames', {}), **{v: k for k, v in names.items()}}
        if values: given['ExpressionAttributeValues'] = {**given.get('ExpressionAttributeValues', {}), **values}
        return {k: {n: ser(v) for n, v in inner.items()} if k in TYPED else inner for k, inner in given.items()}
    def plain(output):
        for member in ('Item', 'Attributes', 'LastEvaluatedKey'):
            if member in output: output[member] = {k: des(v) for k, v in output[member].items()}
        if 'Items' in output: output['Items'] = [{k: des(v) for k, v in one.items()} for one in output['Items']]
        return output
    class Batch:
        def __init__(self, table): self.table, self.waiting = table, []
        def __enter__(self): return self
        def put_item(self, Item): self._add({'PutRequest': {'Item': {k: ser(v) for k, v in Item.items()}}})
        def delete_item(self, Key): self._add({'DeleteRequest': {'Key': {k: ser(v) for k, v in Key.items()}}})
        def _add(self, one):
            self.waiting.append(one)
            if len(self.waiting) == 25: self.flush()
        def flush(self):
            while self.waiting:
                left = call('dynamodb', 'BatchWriteItem', {'RequestItems': {self.table: self.waiting[:25]}}).get('UnprocessedItems') or {}
                self.waiting = left.get(self.table, []) + self.waiting[25:]
        def __exit__(self, kind, *_):
            if kind is None: self.flush()
    class Table:
        def __init__(self, name): self.name = self.table_name = name
        def batch_writer(self, **_): return Batch(self.name)
        def __getattr__(self, name):
            if name not in ('put_item', 'get_item', 'update_item', 'delete_item', 'query', 'scan'): raise AttributeError("'dynamodb.Table' object has no attribute '%s'" % name)
            operation = ''.join(part.capitalize() for part in name.split('_'))
            return lambda **given: plain(call('dynamodb', operation, {'TableName': self.name, **typed(given)}))
    class Resource:
        def __init__(self): self.meta = types.SimpleNamespace(client=Client('dynamodb'))
        def Table(self, name): return Table(name)

    def client(service, *_, **__): return Client(service)
    def resource(service, *_, **__):
        if service != 'dynamodb': raise BotoCoreError("The '%s' resource does not exist here: use boto3.client('%s')." % (service, service))
        return Resource()
    class Session:
        def __init__(self, **_): self.region_name = os.environ.get('AWS_REGION')
        def client(self, service, *_, **__): return client(service)
        def resource(self, service, *_, **__): return resource(service)

    def module(name, **members):
        made = types.ModuleType(name)
        made.__path__ = []
        made.__dict__.update(members)
        sys.modules[name] = made
        if '.' in name:
            parent, child = name.rsplit('.', 1)
            setattr(sys.modules[parent], child, made)
    class OpenSearch:
        def __init__(self, hosts=None, **_): self.domain = str(hosts[0] if isinstance(hosts, (list, tuple)) else hosts)
        def _one(self, operation, ignore, given):
            given = {k: v for k, v in given.items() if k in ('index', 'id', 'body', 'version', 'version_type', 'op_type')}
            try: return call('opensearch', operation, {'domain': self.domain, **given})
            except ClientError as error:
                status = error.response['ResponseMetadata']['HTTPStatusCode']
                if status in (ignore if isinstance(ignore, (list, tuple)) else [ignore]): return {'status': status}
                kind = {409: ConflictError, 404: NotFoundError}.get(status, TransportError)
                raise kind(status, error.response['Error']['Message']) from None
        def index(self, ignore=(), **given): return self._one('Index', ignore, {'id': str(uuid.uuid4()), **given})
        def create(self, ignore=(), **given): return self._one('Create', ignore, given)
        def delete(self, ignore=(), **given): return self._one('Delete', ignore, given)
        def get(self, ignore=(), **given): return self._one('Get', ignore, given)
    class TransportError(Exception):
        status_code = property(lambda self: self.args[0])
        error = property(lambda self: self.args[1])
    class ConflictError(TransportError): pass
    class NotFoundError(TransportError): pass
    module('opensearchpy', OpenSearch=OpenSearch, TransportError=TransportError, ConflictError=ConflictError, NotFoundError=NotFoundError)
    module('opensearchpy.exceptions', TransportError=TransportError, ConflictError=ConflictError, NotFoundError=NotFoundError)
    class Config:
        def __init__(self, **_): pass
    module('boto3', client=client, resource=resource, Session=Session)
    module('boto3.session', Session=Session)
    module('boto3.dynamodb')
    module('boto3.dynamodb.types', TypeSerializer=TypeSerializer, TypeDeserializer=TypeDeserializer, Binary=Binary)
    module('boto3.dynamodb.conditions', Key=Path, Attr=Path)
    module('botocore')
    module('botocore.exceptions', ClientError=ClientError, BotoCoreError=BotoCoreError)
    module('botocore.config', Config=Config)
    module('botocore.client', Config=Config)
_modules()
`;
