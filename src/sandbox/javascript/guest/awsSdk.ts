/**
 * What stands in for the AWS SDKs: clients whose calls are wishes of the handler, answered by the lab in
 * virtual time. Version 3's clients and commands, the document client, and version 2. Runs inside the
 * sandbox.
 */
export const awsSdkSource = String.raw`
(function (realm, host, config) {
  const PACKAGES = {
    'client-dynamodb': ['dynamodb', 'DynamoDB'], 'client-dynamodb-streams': ['dynamodbstreams', 'DynamoDBStreams'],
    'client-lambda': ['lambda', 'Lambda'], 'client-kinesis': ['kinesis', 'Kinesis'], 'client-firehose': ['firehose', 'Firehose'],
    'client-s3': ['s3', 'S3'], 'client-sqs': ['sqs', 'SQS'], 'client-sns': ['sns', 'SNS'], 'client-ses': ['ses', 'SES'],
    'client-sesv2': ['sesv2', 'SESv2'], 'client-sfn': ['states', 'SFN'], 'client-eventbridge': ['events', 'EventBridge'],
  };
  const ERRORS = {
    dynamodb: ['ConditionalCheckFailedException', 'ResourceNotFoundException', 'ResourceInUseException', 'TransactionCanceledException', 'TransactionConflictException', 'IdempotentParameterMismatchException', 'ProvisionedThroughputExceededException', 'ItemCollectionSizeLimitExceededException', 'DuplicateItemException', 'InternalServerError'],
    s3: ['NoSuchKey', 'NoSuchBucket', 'NotFound'], sqs: ['QueueDoesNotExist'], sns: ['NotFoundException'], ses: ['MessageRejected'], sesv2: ['MessageRejected', 'NotFoundException'],
    states: ['ExecutionAlreadyExists', 'StateMachineDoesNotExist'], events: ['ResourceNotFoundException'], lambda: ['ResourceNotFoundException', 'TooManyRequestsException'], kinesis: ['ResourceNotFoundException', 'ProvisionedThroughputExceededException'], firehose: ['ResourceNotFoundException'], dynamodbstreams: ['ResourceNotFoundException', 'TrimmedDataAccessException', 'ExpiredIteratorException'],
  };
  const first = (name) => name[0].toLowerCase() + name.slice(1);
  const classes = new Map();
  const errorClass = (name) => {
    if (!classes.has(name)) {
      const Made = { [name]: class extends realm.ServiceException {} }[name];
      classes.set(name, Made);
    }
    return classes.get(name);
  };
  realm.ServiceException = class ServiceException extends Error {
    constructor({ name, message, $metadata = {}, $fault = 'client' }) {
      super(message);
      Object.assign(this, { name, $fault, $metadata });
    }
  };
  const toWire = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (ArrayBuffer.isView(value)) return realm.toBase64(value);
    if (value instanceof Date) return Math.floor(value.getTime() / 1000);
    if (Array.isArray(value)) return value.map(toWire);
    const copy = {};
    for (const key of Object.keys(value)) if (value[key] !== undefined) copy[key] = toWire(value[key]);
    return copy;
  };
  // Attribute values of the type B are bytes.
  const fromWire = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(fromWire);
    const keys = Object.keys(value);
    if (keys.length === 1 && keys[0] === 'B' && typeof value.B === 'string') return { B: realm.fromBase64(value.B) };
    const copy = {};
    for (const key of keys) copy[key] = fromWire(value[key]);
    return copy;
  };
  const body = (text) => ({ transformToString: async () => text, transformToByteArray: async () => realm.encode(text), toString: () => text });
  const call = (service, operation, input) =>
    new Promise((resolve, reject) => {
      const sent = service === 's3' && input && ArrayBuffer.isView(input.Body) ? { ...input, Body: realm.decode(input.Body) } : input;
      realm.wish(service, operation, JSON.stringify(toWire(sent ?? {})), (text) => {
        const answer = JSON.parse(text);
        if (answer.ok) {
          const output = service.startsWith('dynamodb') ? fromWire(answer.output) : answer.output;
          if (service === 's3' && operation === 'GetObject') output.Body = body(output.Body);
          resolve({ $metadata: { httpStatusCode: 200, requestId: realm.uuid(), attempts: 1, totalRetryDelay: 0 }, ...output });
        } else {
          const { name, message, statusCode, extra } = answer.error;
          const error = new (errorClass(name))({ name, message, $metadata: { httpStatusCode: statusCode }, $fault: statusCode >= 500 ? 'server' : 'client' });
          reject(Object.assign(error, extra));
        }
      });
    });
  realm.call = call;
  const replied = (promise, then) => {
    if (typeof then !== 'function') return promise;
    promise.then((output) => then(null, output), (error) => then(error));
  };
  class Command { constructor(input) { this.input = input; this.middlewareStack = { add() {}, use() {} }; } }
  realm.clientOf = (service, send) =>
    class Client {
      constructor(settings = {}) { this.config = { region: async () => process.env.AWS_REGION, ...settings }; this.middlewareStack = { add() {}, use() {} }; }
      send(command, options, then) {
        if (!(command instanceof Command)) return Promise.reject(new TypeError('command.resolveMiddleware is not a function'));
        return replied(send(command), typeof options === 'function' ? options : then);
      }
      destroy() {}
    };
  realm.commandsOf = (operations) => {
    const made = {};
    for (const operation of operations) {
      const name = operation + 'Command';
      made[name] = { [name]: class extends Command { get operation() { return operation; } } }[name];
    }
    return made;
  };
  const paginators = (Client) => {
    const page = (Made, token) => async function* ({ client }, input) {
      let more = {};
      do {
        const output = await client.send(new Made({ ...input, ...more }));
        yield output;
        more = output[token] === undefined ? null : { ExclusiveStartKey: output[token] };
      } while (more);
    };
    return page;
  };
  const sdkModule = (service, name) => {
    const operations = config.services[service] || [];
    const commands = realm.commandsOf(operations);
    const Client = realm.clientOf(service, (command) => call(service, command.operation, command.input));
    const Whole = class extends Client {};
    for (const operation of operations) {
      Whole.prototype[first(operation)] = function (input, then) {
        return replied(this.send(new commands[operation + 'Command'](input)), then);
      };
    }
    const all = { [name + 'Client']: Client, [name]: Whole, ...commands, [name + 'ServiceException']: realm.ServiceException };
    for (const error of ERRORS[service] || []) all[error] = errorClass(error);
    if (service === 'dynamodb') {
      all.paginateQuery = paginators(Client)(commands.QueryCommand, 'LastEvaluatedKey');
      all.paginateScan = paginators(Client)(commands.ScanCommand, 'LastEvaluatedKey');
    }
    return all;
  };
  const made = realm.builtIn;
  for (const [name, [service, client]] of Object.entries(PACKAGES)) {
    made['@aws-sdk/' + name] = () => sdkModule(service, client);
  }
  const documentModule = () => realm.documentModule(realm.builtInModule('@aws-sdk/client-dynamodb'));
  made['@aws-sdk/lib-dynamodb'] = documentModule;
  made['@aws-sdk/util-dynamodb'] = () => ({ marshall: realm.marshall, unmarshall: realm.unmarshall, convertToAttr: realm.toAttribute, convertToNative: realm.fromAttribute, NumberValueImpl: Number });

  // Documents of an index, by the client that OpenSearch itself publishes.
  class OpenSearch {
    constructor(settings = {}) { this.domain = settings.node || ''; }
    async #one(operation, { index, id, body, version, version_type, op_type, refresh }) {
      const output = await call('opensearch', operation, { domain: this.domain, index, id, body, version, version_type, op_type });
      return { body: output, statusCode: 200, headers: {}, warnings: null };
    }
    index(input) { return this.#one('Index', { id: realm.uuid(), ...input }); }
    create(input) { return this.#one('Create', input); }
    delete(input) { return this.#one('Delete', input); }
    get(input) { return this.#one('Get', input); }
    async bulk({ body, operations, index: common }) {
      const given = operations || body;
      const lines = typeof given === 'string' ? given.trim().split('\n').map((line) => JSON.parse(line)) : given;
      const done = [];
      for (let i = 0; i < lines.length; i++) {
        const [action] = Object.keys(lines[i]);
        const { _index = common, _id = realm.uuid(), version, version_type } = lines[i][action];
        const input = { index: _index, id: _id, version, version_type, ...(action === 'delete' ? {} : { body: lines[++i] }) };
        const operation = { index: 'Index', create: 'Create', delete: 'Delete' }[action];
        done.push(this.#one(operation, input).then(({ body: item }) => ({ [action]: { ...item, status: 200 } }), (error) => ({ [action]: { _index, _id, status: error.$metadata.httpStatusCode, error: { type: 'version_conflict_engine_exception', reason: error.message } } })));
      }
      const items = await Promise.all(done);
      return { body: { took: 1, errors: items.some((item) => Object.values(item)[0].error), items }, statusCode: 200 };
    }
  }
  made['@opensearch-project/opensearch'] = () => ({ Client: OpenSearch });
  made['aws-sdk'] = () => realm.versionTwo();
})`;
