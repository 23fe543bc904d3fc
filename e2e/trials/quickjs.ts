import variant from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import { showResult } from './result.ts';

void showResult(async () => {
  const quickJs = await newQuickJSWASMModuleFromVariant(variant);
  return quickJs.evalCode('[1, 2, 3].map((n) => n * 14).at(-1)');
});
