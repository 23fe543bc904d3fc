/** Loads QuickJS, once it is asked for. */
import variant from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import type { Language } from '../interpreter.ts';
import { ModuleSupply } from './moduleSupply.ts';
import { javaScript } from './quickJs.ts';

/** @param services the operations of each service that handlers can call, by endpoint prefix. */
export async function load(
  services: Readonly<Record<string, readonly string[]>>,
): Promise<Language> {
  const modules = await ModuleSupply.open(() => newQuickJSWASMModuleFromVariant(variant));
  return javaScript(modules, services);
}
