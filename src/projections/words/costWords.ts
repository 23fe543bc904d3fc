/** What the lines of a bill are for. */
export const costWords = {
  scanReads: 'Read units of the scans',
  exports: 'Exported data',
  backups: 'Continuous backups (needed for exports)',
  puts: 'Writing the files to S3',
  objects: 'Keeping the files in S3',
  capture: 'Change data capture to Kinesis',
  shardHours: 'Kinesis shards',
  payload: 'Records put into Kinesis',
  streamReads: 'Reads of the stream by Lambda and Pipes: free',
  ownReads: 'Own GetRecords calls',
  pipeRequests: 'Pipe requests',
  requests: 'Lambda requests',
  duration: 'Lambda duration',
  marks: 'Writing marks instead of deletes',
  firehose: 'Firehose delivery',
} as const;
