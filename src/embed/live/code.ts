/**
 * The script of an embed that runs functions' own JavaScript, fetched only for a lab that has some. Its interpreter
 * stands in it as text: a frame of an opaque origin may fetch no file.
 */
import variant from '@jitl/quickjs-wasmfile-release-sync';
import wasm from '@jitl/quickjs-wasmfile-release-sync/wasm?inline';
import { newVariant } from 'quickjs-emscripten-core';
import { createDoor, operationsOf } from '../../aws/door.ts';
import { handlers, service } from '../../engine/code/service.ts';
import { TARGET_APIS } from '../../engine/code/targetApis.ts';
import { createCodeRunner } from '../../sandbox/codeRunner.ts';
import { load } from '../../sandbox/javascript/load.ts';

globalThis.shardscopeCode = async (simulation) => {
  const bytes = Uint8Array.from(atob(wasm.slice(wasm.indexOf(',') + 1)), (c) => c.charCodeAt(0));
  const targets = Object.entries(TARGET_APIS).map(([api, { operations }]) => [
    api,
    Object.keys(operations),
  ]);
  const known = { ...Object.fromEntries(targets), ...operationsOf() };
  const own = newVariant(variant, { wasmBinary: bytes.buffer });
  const languages = { JavaScript: await load(known, own) };
  simulation.hostCode({
    handlers,
    service,
    runner: createCodeRunner(languages),
    openDoor: (inside) => {
      const door = createDoor(inside);
      return (api, operation, input) => door.call(api as never, operation, input);
    },
  });
};
