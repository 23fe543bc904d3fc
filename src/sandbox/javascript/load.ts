/** Loads QuickJS, once it is asked for. */
import fetched from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant, type QuickJSSyncVariant } from 'quickjs-emscripten-core';
import type { Language } from '../interpreter.ts';
import { ModuleSupply } from './moduleSupply.ts';
import { javaScript } from './quickJs.ts';

/**
 * @param services the operations of each service that handlers can call, by endpoint prefix.
 * @param variant of QuickJS; by itself it fetches its file.
 */
export async function load(
  services: Readonly<Record<string, readonly string[]>>,
  variant: QuickJSSyncVariant = fetched,
): Promise<Language> {
  const modules = await ModuleSupply.open(() => newQuickJSWASMModuleFromVariant(variant));
  return javaScript(modules, services);
}
