/** The built-in labs, read when the page is built, so that no reader of YAML goes with them. */
declare module 'virtual:built-in-definitions' {
  const definitions: Readonly<
    Record<string, import('./engine/definition.ts').SimulationDefinition>
  >;
  export default definitions;
}

/** The built-in labs by their ids, as a session reads them: `src/cli/builtInReadings.ts`. */
declare module 'virtual:built-in-readings' {
  const readings: Readonly<Record<string, import('./runtime/labSource.ts').LabRead>>;
  export default readings;
}

/** A file's bytes as a `data:` address. */
declare module '*?inline' {
  const address: string;
  export default address;
}
