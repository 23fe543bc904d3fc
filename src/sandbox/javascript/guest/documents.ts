/** DynamoDB items as plain values: the document clients of both versions. Runs inside the sandbox. */
export const documentsSource = `
(function (realm, host, config) {
  const isSet = (value) => value instanceof Set;
  const toAttribute = (value, options = {}) => {
    if (value === null) return { NULL: true };
    switch (typeof value) {
      case 'string': return { S: value };
      case 'boolean': return { BOOL: value };
      case 'bigint': return { N: String(value) };
      case 'number':
        if (!Number.isFinite(value)) throw new Error('Special numeric value ' + value + ' is not allowed');
        return { N: String(value) };
      case 'undefined': throw new Error('Pass options.removeUndefinedValues=true to remove undefined values from map/array/set.');
    }
    if (ArrayBuffer.isView(value)) return { B: value };
    if (isSet(value)) {
      const all = [...value];
      if (all.length === 0) throw new Error('Pass a non-empty set, or options.convertEmptyValues=true.');
      return typeof all[0] === 'string' ? { SS: all } : typeof all[0] === 'object' ? { BS: all } : { NS: all.map(String) };
    }
    if (Array.isArray(value)) return { L: kept(value, options).map((each) => toAttribute(each, options)) };
    const proto = Object.getPrototypeOf(value);
    if (proto !== Object.prototype && proto !== null && !options.convertClassInstanceToMap) {
      throw new Error('Unsupported type passed: ' + realm.inspect(value) + '. Pass options.convertClassInstanceToMap=true to marshall typeof object as map attribute.');
    }
    return { M: marshall(value, options) };
  };
  const kept = (list, options) => (options.removeUndefinedValues ? list.filter((each) => each !== undefined) : list);
  const marshall = (item, options = {}) => {
    const made = {};
    for (const key of Object.keys(item)) {
      if (typeof item[key] === 'function' || (item[key] === undefined && options.removeUndefinedValues)) continue;
      made[key] = toAttribute(item[key], options);
    }
    return made;
  };
  const number = (text, options) => {
    if (options && options.wrapNumbers) return typeof options.wrapNumbers === 'function' ? options.wrapNumbers(text) : { value: text };
    const value = Number(text);
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER && Number.isInteger(value)) throw new Error(text + " can't be converted to a number. Set options.wrapNumbers to get string value.");
    return value;
  };
  const fromAttribute = (attribute, options) => {
    const [[type, value]] = Object.entries(attribute);
    switch (type) {
      case 'N': return number(value, options);
      case 'NULL': return null;
      case 'L': return value.map((each) => fromAttribute(each, options));
      case 'M': return unmarshall(value, options);
      case 'SS': case 'BS': return new Set(value);
      case 'NS': return new Set(value.map((each) => number(each, options)));
      case 'S': case 'B': case 'BOOL': return value;
    }
    throw new Error('Unsupported type passed: ' + type);
  };
  const unmarshall = (item, options) => {
    const made = {};
    for (const key of Object.keys(item)) made[key] = fromAttribute(item[key], options);
    return made;
  };
  Object.assign(realm, { marshall, unmarshall, toAttribute, fromAttribute });

  const MAPS = ['Item', 'Key', 'ExpressionAttributeValues', 'ExclusiveStartKey', 'Attributes', 'LastEvaluatedKey'];
  /** Walks a call's members, and turns what holds attribute values. */
  const walk = (value, item) => {
    if (Array.isArray(value)) return value.map((each) => walk(each, item));
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    const made = {};
    for (const [key, member] of Object.entries(value)) {
      if (MAPS.includes(key) && typeof member === 'object' && member !== null) made[key] = item(member);
      else if ((key === 'Items' || key === 'Keys') && Array.isArray(member)) made[key] = member.map(item);
      else if (key === 'Responses' && !Array.isArray(member) && member) made[key] = Object.fromEntries(Object.entries(member).map(([table, items]) => [table, items.map(item)]));
      else made[key] = key === '$metadata' ? member : walk(member, item);
    }
    return made;
  };
  const RENAMED = { Get: 'GetItem', Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', Query: 'Query', Scan: 'Scan', BatchGet: 'BatchGetItem', BatchWrite: 'BatchWriteItem', TransactGet: 'TransactGetItems', TransactWrite: 'TransactWriteItems' };
  const documentCall = async (operation, input, settings = {}) => {
    const { marshallOptions, unmarshallOptions } = settings;
    const sent = walk(input, (item) => marshall(item, marshallOptions));
    try {
      const output = await realm.call('dynamodb', operation, sent);
      return walk(output, (item) => unmarshall(item, unmarshallOptions));
    } catch (error) {
      if (error.Item) error.Item = unmarshall(error.Item, unmarshallOptions);
      throw error;
    }
  };
  realm.documentModule = (sdk) => {
    const commands = {};
    const own = realm.commandsOf(Object.keys(RENAMED));
    class DynamoDBDocumentClient extends realm.clientOf('dynamodb', (command) => command.run()) {
      static from(client, settings) { return Object.assign(new DynamoDBDocumentClient(), { client, settings }); }
      send(command, ...rest) {
        const { operation, input } = command;
        const { settings } = this;
        const wire = RENAMED[operation] && own[operation + 'Command'] && command instanceof own[operation + 'Command'];
        command.run = () => (wire ? documentCall(RENAMED[operation], input, settings) : realm.call('dynamodb', operation, input));
        return super.send(command, ...rest);
      }
    }
    class DynamoDBDocument extends DynamoDBDocumentClient {
      static from(client, settings) { return Object.assign(new DynamoDBDocument(), { client, settings }); }
    }
    for (const name of Object.keys(RENAMED)) {
      DynamoDBDocument.prototype[name[0].toLowerCase() + name.slice(1)] = function (input) { return this.send(new own[name + 'Command'](input)); };
    }
    const page = (Made) => async function* ({ client }, input) {
      let from;
      do {
        const output = await client.send(new Made(from ? { ...input, ExclusiveStartKey: from } : input));
        yield output;
        from = output.LastEvaluatedKey;
      } while (from);
    };
    return { DynamoDBDocumentClient, DynamoDBDocument, ...own, ...commands, paginateQuery: page(own.QueryCommand), paginateScan: page(own.ScanCommand) };
  };

  // Version 2: methods that return a request, which is a promise when asked for one.
  const request = (start) => (input, then) => {
    let sent;
    const begin = () => (sent ??= start(typeof input === 'function' ? {} : input));
    const callback = typeof input === 'function' ? input : then;
    const tell = (to) => begin().then((output) => to(null, output), (error) => to(Object.assign(error, { code: error.name, statusCode: error.$metadata && error.$metadata.httpStatusCode })));
    if (callback) tell(callback);
    return {
      promise: () => begin().catch((error) => { throw Object.assign(error, { code: error.name, statusCode: error.$metadata && error.$metadata.httpStatusCode }); }),
      send: tell,
    };
  };
  const versionTwoClient = (service) => {
    class Client {
      constructor(settings = {}) { this.config = settings; }
    }
    for (const operation of config.services[service] || []) {
      Client.prototype[operation[0].toLowerCase() + operation.slice(1)] = request((input) => realm.call(service, operation, input));
    }
    return Client;
  };
  realm.versionTwo = () => {
    const names = { DynamoDB: 'dynamodb', DynamoDBStreams: 'dynamodbstreams', Lambda: 'lambda', Kinesis: 'kinesis', Firehose: 'firehose', S3: 's3', SQS: 'sqs', SNS: 'sns', SES: 'ses', StepFunctions: 'states', EventBridge: 'events' };
    const AWS = { config: { update() {} } };
    for (const [name, service] of Object.entries(names)) AWS[name] = versionTwoClient(service);
    class DocumentClient {
      constructor() {}
      createSet(list) { return new Set(list); }
    }
    for (const [name, operation] of Object.entries(RENAMED)) {
      DocumentClient.prototype[name[0].toLowerCase() + name.slice(1)] = request((input) => documentCall(operation, input, { marshallOptions: { removeUndefinedValues: true } }));
    }
    AWS.DynamoDB.DocumentClient = DocumentClient;
    AWS.DynamoDB.Converter = { marshall: realm.marshall, unmarshall: realm.unmarshall, input: realm.toAttribute, output: realm.fromAttribute };
    return AWS;
  };
})`;
