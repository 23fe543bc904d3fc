/**
 * Instances of QuickJS's module. Environments share one until it has had many, or one of them has broken
 * it; then the next begin in a fresh one, and the old one goes with the last environment in it.
 */
import type { QuickJSWASMModule } from 'quickjs-emscripten-core';

const MOST_ENVIRONMENTS = 200;

export class ModuleSupply {
  private current: QuickJSWASMModule;
  private spare: QuickJSWASMModule | null = null;
  private taken = 0;
  private readonly make: () => Promise<QuickJSWASMModule>;

  private constructor(first: QuickJSWASMModule, make: () => Promise<QuickJSWASMModule>) {
    this.current = first;
    this.make = make;
    this.refill();
  }

  static async open(make: () => Promise<QuickJSWASMModule>): Promise<ModuleSupply> {
    return new ModuleSupply(await make(), make);
  }

  /** The module for one more environment. */
  take(): QuickJSWASMModule {
    if (++this.taken > MOST_ENVIRONMENTS) this.exchange();
    return this.current;
  }

  /** Something went wrong in the module itself. */
  spoil(): void {
    this.exchange();
  }

  private exchange(): void {
    if (!this.spare) return; // it will be there a moment later
    this.current = this.spare;
    this.spare = null;
    this.taken = 0;
    this.refill();
  }

  private refill(): void {
    void this.make().then((module) => {
      this.spare = module;
    });
  }
}
