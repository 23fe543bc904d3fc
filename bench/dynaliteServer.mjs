/** dynalite, in memory. */
import dynalite from 'dynalite';

dynalite({ createTableMs: 0 }).listen(Number(process.argv[2]), '127.0.0.1', () =>
  console.log('listening'),
);
