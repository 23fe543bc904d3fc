/** Refuses a Node that is too old before anything else can fail in a way that nobody understands. */
const needed = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `Shardscope needs Node ${needed.join('.')} or newer; this is Node ${process.versions.node}. ` +
      'Install a current version from https://nodejs.org and try again.',
  );
  process.exit(1);
}
